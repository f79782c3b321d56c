/**
 * What a freeze has to do with a dispute, as pure rules: whether it keeps this dispute's money, how much of it still lies
 * there, how much more may be frozen for it, and what lets money out of it.
 */

import { basisRules, type FreezeBasis } from './freeze-basis.ts'
import type { FreezeKind } from './freeze.ts'
import { refuseField } from './field.ts'
import type { Amount } from './money.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'
import type { ReturnShare } from './return-request.ts'
import { decideLeft } from './return-verbs.ts'

/** What of a freeze says whose money it keeps, and for which case. */
export interface FrozenFor {
  kind: FreezeKind
  /** The packet, or the owner of the wallet. */
  subjectId: string
  ownerId: string
  /** The dispute, or the packet or transfer, it is for; null where it is for none in particular. */
  aboutId: string | null
}

/** The money of a dispute: what it came with, and who has it. */
export interface DisputedMoney {
  id: string
  sourceId: string
  holderId: string
}

/**
 * Whether a freeze is of this dispute's money: named for the dispute or for what it is about, and of the packet or of
 * whoever has the money. A packet that is frozen for nothing in particular is frozen for itself.
 */
export function isFrozenFor({ kind, subjectId, ownerId, aboutId }: FrozenFor, money: DisputedMoney): boolean {
  const isPacket = kind === 'packet'
  const about = aboutId ?? (isPacket ? subjectId : null)
  const isTheirs = isPacket ? subjectId === money.sourceId : ownerId === money.holderId
  return isTheirs && (about === money.id || about === money.sourceId)
}

/** What of a frozen amount still lies there: some of it may have gone back by a decision. */
export function leftFrozen({ amount, paidOut }: { amount: Amount | null; paidOut: Amount }): Amount {
  return (amount ?? 0n) - paidOut
}

/**
 * How much may be frozen for a dispute: what is left of its money and not frozen for it already; all of that where nobody
 * says how much.
 */
export function decideSecured(share: ReturnShare, frozen: Amount, amount: Amount | null): Amount | Refusal {
  const left = decideLeft(share, null)
  if (isRefusal(left)) return left
  const room = left - frozen
  if (room <= 0n) return refuse('already_frozen')
  if (amount !== null && amount > room)
    return refuse('return_above_left', { field: 'amount', left: Number(room) })
  return amount ?? room
}

/** The further word of whoever bound the money: its number, and the document itself. */
export interface PayingOrder {
  reference: string
  documentId: string
}

/**
 * May so much go back out of this freeze, by a decision in this dispute? Only out of an amount that is frozen for it, and
 * only where the basis lets money out at all (`basisRules[basis].paying` says by which law): then with the word of the
 * authority that bound it, never with the service's own decision alone. What is over stays frozen as it was.
 */
export function decidePayOut(
  freeze: FrozenFor & { basis: FreezeBasis; amount: Amount | null; paidOut: Amount },
  money: DisputedMoney,
  { amount, order }: { amount: Amount; order: PayingOrder | null },
): 'pay' | Refusal {
  if (freeze.kind !== 'amount' || !isFrozenFor(freeze, money) || leftFrozen(freeze) < amount)
    return refuseField('freezeId', 'must be a freeze, for this dispute, of at least this amount')
  const { paying } = basisRules[freeze.basis]
  if (paying === null)
    return refuseField(
      'freezeId',
      'must stand on an order that can let money out: of the police, or of a court',
    )
  if (order === null) return refuse('paying_order_needed', { field: 'order', basis: freeze.basis })
  return 'pay'
}
