/** The shapes of wallets, fundings and statements, and how each is said in JSON. */

import { Type } from 'typebox'
import { postingReasons } from '@laisee/core/account.ts'
import { toIso } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import {
  AmountSchema,
  BalanceSchema,
  ChangeSchema,
  closed,
  CurrencySchema,
  IdSchema,
  MomentSchema,
  named,
  nullable,
  oneOf,
} from '../http/schemas.ts'
import type { EntryRow } from '../ledger/entries.ts'
import { referenceLengthMax, type Funding } from './funding.ts'
import type { ShownWallet } from './show-wallet.ts'

export const FundingSchema = named('Funding', 'Money that entered or left a wallet by the operator’s word.', {
  id: IdSchema('funding'),
  memberId: IdSchema('member'),
  direction: oneOf(['top_up', 'withdrawal']),
  currency: CurrencySchema,
  amount: AmountSchema,
  balance: BalanceSchema,
  reference: nullable(Type.String()),
  at: MomentSchema,
})

export const WalletSchema = named('Wallet', 'A wallet as it stands.', {
  memberId: IdSchema('member'),
  currency: CurrencySchema,
  balance: BalanceSchema,
  state: oneOf(['open', 'frozen'], 'A frozen wallet refuses debits, never credits or refunds.'),
  frozenAmount: Type.Integer({
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'What is frozen beside the balance, in fen: back in it when its freezes end.',
  }),
  frozen: nullable(
    closed({
      freezeId: IdSchema('freeze'),
      since: MomentSchema,
      until: MomentSchema,
      reason: Type.String(),
    }),
  ),
})

export const EntrySchema = named('Entry', 'One line of a wallet’s statement.', {
  entryNo: Type.Integer({ minimum: 1, description: 'The wallet’s own number: 1, 2, 3, …' }),
  amount: ChangeSchema,
  balance: BalanceSchema,
  reason: oneOf(postingReasons),
  sourceId: Type.String({ description: 'The packet, transfer or funding that moved the money.' }),
  at: MomentSchema,
})

/** A funding as the API says it. */
export function showFunding({ id, memberId, direction, currency, amount, balance, reference, at }: Funding) {
  return {
    id,
    memberId,
    direction,
    currency,
    amount: amountToJson(amount),
    balance: amountToJson(balance),
    reference,
    at: toIso(at),
  }
}

/** A wallet as the API says it. */
export function showState({ memberId, currency, balance, frozenAmount, state, frozen }: ShownWallet) {
  const why = frozen && { ...frozen, since: toIso(frozen.since), until: toIso(frozen.until) }
  const sums = { balance: amountToJson(balance), frozenAmount: amountToJson(frozenAmount) }
  return { memberId, currency, ...sums, state, frozen: why }
}

/** A line of a statement as the API says it. */
export function showEntry({ entryNo, amount, balance, reason, sourceId, at }: EntryRow) {
  return {
    entryNo: Number(entryNo),
    amount: amountToJson(amount),
    balance: amountToJson(balance),
    reason,
    sourceId,
    at: toIso(at),
  }
}

export const FundingBody = closed({
  memberId: IdSchema('member'),
  amount: AmountSchema,
  reference: Type.Optional(
    nullable(
      Type.String({
        minLength: 1,
        maxLength: referenceLengthMax * 4,
        description: `The operator's own words for it: up to ${referenceLengthMax} characters that can all be seen.`,
      }),
    ),
  ),
})
