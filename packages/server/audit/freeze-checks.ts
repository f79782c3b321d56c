/** What freezes promise: what is frozen stays, what is not is free, and nothing is frozen longer than it may be. */

import { check, yuan, type Check } from '../ledger/check.ts'
import {
  auditFreezeBases,
  auditFreezeSums,
  auditFrozenAmounts,
  auditFrozenPackets,
  auditFrozenWallets,
  auditPaidOut,
  type BasisFound,
  type FrozenFound,
  type FrozenPacketFound,
  type PaidOutFound,
  type SumFound,
  type WalletFound,
} from './freeze-checks.sql.ts'

export const freezeChecks: readonly Check[] = [
  check(
    'frozen_amounts_are_kept',
    'Every account of frozen money holds what the freezes of amounts that last have taken, less what decisions sent back out of them, for each owner.',
    auditFrozenAmounts,
    ({ owner_id, held, frozen }: FrozenFound) => ({
      about: owner_id,
      says: `has ${yuan(held)} in its frozen account, where ${yuan(frozen)} are frozen`,
    }),
  ),
  check(
    'wallets_are_frozen_by_freezes',
    'A wallet refuses debits while, and only while, a freeze of all of it lasts.',
    auditFrozenWallets,
    ({ owner_id, state, freezes }: WalletFound) => ({
      about: `wallet of ${owner_id}`,
      says: `is ${state}, with ${freezes} freezes that last`,
    }),
  ),
  check(
    'packets_are_frozen_by_freezes',
    'A packet is frozen until the last of its freezes ends, and nobody claimed a share of it meanwhile.',
    auditFrozenPackets,
    ({ packet_id, says, due }: FrozenPacketFound) => ({
      about: packet_id,
      says: `is frozen until ${says ?? 'no moment'}, its freezes last until ${due ?? 'no moment'}, or it was claimed from meanwhile`,
    }),
  ),
  check(
    'freezes_end_with_their_basis',
    'No freeze lasts longer than its basis allows, and no objection was answered by whoever froze.',
    auditFreezeBases,
    ({ freeze_id, basis, since, until }: BasisFound) => ({
      about: freeze_id,
      says: `stands on ${basis} from ${since} until ${until}, or its objection was answered by whoever froze it`,
    }),
  ),
  check(
    'frozen_money_goes_back_by_order',
    'What went back out of a freeze is what decisions say went back, in a dispute that the freeze is for, and on the word of whoever ordered it.',
    auditPaidOut,
    ({ freeze_id, paid_out, decided, astray }: PaidOutFound) => ({
      about: freeze_id,
      says: `says that ${yuan(paid_out)} went back out of it; decisions say ${yuan(decided)}, ${astray} of them without its ground`,
    }),
  ),
  check(
    'own_freezes_come_to_an_end',
    'By the service’s own rules the same is frozen for the same reason for 28 days of any 90 at most.',
    auditFreezeSums,
    ({ subject_id, reason, days }: SumFound) => ({
      about: subject_id,
      says: `was frozen for ${days} days of 90, for ${reason}, and on nobody’s order`,
    }),
  ),
]
