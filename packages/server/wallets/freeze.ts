/**
 * A wallet the operator has frozen refuses debits, never credits or refunds. The reason is kept and shown to whom it
 * concerns; which key was used is kept and not shown.
 */

import { decideFreeze, decideUnfreeze } from '@laisee/core/account.ts'
import { refuseField } from '@laisee/core/field.ts'
import { toIso } from '@laisee/core/instant.ts'
import { defaultCurrency } from '@laisee/core/money.ts'
import { lineFrom } from '@laisee/core/name.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lockWallet, setWalletState, type LockedWallet } from '../ledger/ledger.ts'
import { lockMember } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { endFreeze, insertFreeze, readFreeze } from './freeze.sql.ts'

export const freezeReasonLengthMax = 200

export interface FreezeAsk {
  memberId: string
  keyId: string
}

/** Freeze a member's wallet and say why. Refuses `already_frozen`. */
export async function freezeWallet(
  tx: Tx,
  { memberId, keyId, ...ask }: FreezeAsk & { reason: string },
): Promise<void> {
  const reason = readReason(ask.reason)
  orThrow(decideFreeze(await lock(tx, memberId)))
  const at = await tx.now()
  await setWalletState(tx, memberId, defaultCurrency, 'frozen')
  await tx.run(insertFreeze, memberId, defaultCurrency, toIso(at), reason, keyId)
  await tellMember(tx, memberId, {
    kind: 'wallet.frozen',
    at,
    data: { memberId, currency: defaultCurrency, reason },
  })
}

/** Lift the freeze of a member's wallet. Refuses `not_frozen`. */
export async function unfreezeWallet(tx: Tx, { memberId, keyId }: FreezeAsk): Promise<void> {
  orThrow(decideUnfreeze(await lock(tx, memberId)))
  const freeze = await tx.one(readFreeze, memberId, defaultCurrency)
  const at = await tx.now(freeze?.since)
  await setWalletState(tx, memberId, defaultCurrency, 'open')
  await tx.run(endFreeze, memberId, defaultCurrency, toIso(at), keyId)
  await tellMember(tx, memberId, {
    kind: 'wallet.unfrozen',
    at,
    data: { memberId, currency: defaultCurrency },
  })
}

async function lock(tx: Tx, memberId: string): Promise<LockedWallet> {
  await lockMember(tx, memberId)
  const wallet = await lockWallet(tx, memberId, defaultCurrency)
  if (!wallet) throw new RefusalError(refuse('not_found'))
  return wallet
}

function readReason(text: string): string {
  return (
    lineFrom(text, freezeReasonLengthMax) ??
    orThrow<string>(
      refuseField(
        'reason',
        `must be a line of 1 to ${freezeReasonLengthMax} characters that can all be seen`,
      ),
    )
  )
}
