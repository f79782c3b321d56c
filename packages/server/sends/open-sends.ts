/** Sends of an organisation as its desk shows them: what was filed, what became of it, and what a recall would do. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Membership } from '@laisee/core/organisation.ts'
import { stateAt } from '@laisee/core/packet.ts'
import { decideRecall } from '@laisee/core/recall.ts'
import {
  recallChance,
  rightToRecall,
  type RecallChance,
  type RightsInForce,
} from '@laisee/core/recall-right.ts'
import { isRefusal } from '@laisee/core/refusals.ts'
import type { SendKind, SendState } from '@laisee/core/sends-on-behalf.ts'
import { decideRecallTransfer } from '@laisee/core/transfer-verbs.ts'
import { transferStateAt } from '@laisee/core/transfer.ts'
import type { SendRow } from '../approvals/waiting-send.ts'
import type { Tx } from '../db/db.ts'
import { packetsById } from '../packets/look-up.ts'
import { transfersById } from '../transfers/read.ts'
import type { FiledSend } from './sends.sql.ts'

/** A filed send with its row, at the moment it is looked at. */
export interface OpenSend {
  filed: FiledSend
  send: SendRow
  now: Instant
}

/** These filed sends with their rows, in their order. */
export async function openSends(tx: Tx, filed: readonly FiledSend[], now: Instant): Promise<OpenSend[]> {
  const ids = filed.map(({ sendId }) => sendId)
  const packets = await packetsById(tx, ids)
  const transfers = await transfersById(tx, ids)
  return filed.map((one) => {
    const packet = packets.get(one.sendId)
    const transfer = transfers.get(one.sendId)
    if (packet)
      return { filed: one, send: { kind: 'packet', row: packet }, now: Math.max(now, packet.changedAt) }
    if (transfer)
      return { filed: one, send: { kind: 'transfer', row: transfer }, now: Math.max(now, transfer.changedAt) }
    throw new Error(`${one.sendId} was filed and is not there`)
  })
}

/** The state as the clock has it. */
export function stateOfSend({ send, now }: OpenSend): SendState {
  return send.kind === 'packet' ? stateAt(send.row, now) : transferStateAt(send.row, now)
}

/** What a list says of any send. */
export interface SendFacts {
  id: string
  payerId: string
  kind: SendKind
  amount: bigint
  count: number
  words: string
  sentAt: Instant
  deliverAt: Instant
  claimedCount: number
  /** What others have of it, and what came back, as it is written down. */
  claimed: bigint
  returned: bigint
}

export function factsOf({ send }: Pick<OpenSend, 'send'>): SendFacts {
  if (send.kind === 'packet') {
    const { id, payerId, kind, total, count, greeting, sentAt, deliverAt } = send.row
    const { claimedCount, claimedAmount: claimed, returnedAmount: returned } = send.row
    const more = { claimedCount, claimed, returned }
    return { id, payerId, kind, amount: total, count, words: greeting, sentAt, deliverAt, ...more }
  }
  const { id, payerId, amount, note, sentAt, deliverAt, state, closedAt } = send.row
  const arrived = state === 'arrived'
  return {
    id,
    payerId,
    kind: 'transfer',
    amount,
    count: 1,
    words: note,
    sentAt,
    deliverAt,
    claimedCount: arrived ? 1 : 0,
    claimed: arrived ? amount : 0n,
    returned: closedAt !== null && !arrived ? amount : 0n,
  }
}

/** What a recall by this member would bring back now, by the rights of the policy that holds; the verb decides again. */
export function chanceOfRecall(
  { send, now }: OpenSend,
  own: Pick<Membership, 'memberId' | 'roles'>,
  rights: RightsInForce,
): RecallChance {
  const { payerId, deliverAt } = send.row
  const right = rightToRecall(rights, own, { payerId, deliverAt }, now)
  if (send.kind === 'packet')
    return recallChance(decideRecall(send.row, { id: payerId, isRecipient: false }, 'remainder', now), right)
  const decided = decideRecallTransfer(send.row, payerId, now)
  return recallChance(isRefusal(decided) ? decided : { returned: send.row.amount }, right)
}

/** A moment as JSON, or null. */
export const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))
