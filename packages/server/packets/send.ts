/** Sending a packet: the whole sum leaves the wallet into the packet's own escrow, and the undo window begins. */

import { heldFrom, strictestHold, type Hold } from '@laisee/core/hold.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { organisationOf } from '@laisee/core/on-behalf.ts'
import type { Audience, PacketKind, SplitMethod } from '@laisee/core/packet.ts'
import { profiles, type ProfileName } from '@laisee/core/profile.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { decideSend, spendingOf } from '@laisee/core/send.ts'
import { signedPacket } from '@laisee/core/step-up.ts'
import type { Secrets } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import { enterOffice, fileSend, guardFor, officeAt, purseFor, submissionFor } from '../approvals/office.ts'
import { spendingFor, stepUpAsked } from '../approvals/office-limits.ts'
import { alertOnHold } from '../families/alert-on-send.ts'
import { passConfirmation, passGuard } from '../guard/gate.ts'
import { guardedPacket } from '../guard/guarded-send.ts'
import { judgeSend, type GuardAsk } from '../guard/judge-send.ts'
import { recordSend } from '../guard/record.ts'
import { countSend } from '../limits/gather-spending.ts'
import { lockForStepUp, type StepUpGiven } from '../passkeys/prove-step-up.ts'
import { requireStepUp } from '../passkeys/require-step-up.ts'
import { ownHold } from '../people/care.ts'
import { lockGroupForSend } from '../people/groups.ts'
import { readMember } from '../people/members.ts'
import { gatherPeople } from './gather-people.ts'
import { lockForVerb, type LockedPacket } from './lock.ts'
import type { PacketRow } from './packets.sql.ts'
import { undoPacket } from './undo.ts'
import { writePacket } from './write-packet.ts'

/** A packet as its sender asks for it. Exactly one of recipients, group or link says who it is for. */
export interface SendPacketAsk {
  payerId: string
  kind: PacketKind
  profile: ProfileName
  total: Amount
  count: number
  splitMethod: SplitMethod | null
  audience: Audience
  /** One for `direct` and `exclusive`; several for designated members. */
  recipientIds: readonly string[]
  groupId: string | null
  greeting: string
  passphrase: string | null
  notBefore: Instant | null
  expireAfterMs: number | null
  openAs: 'open' | 'paused'
  test: boolean
  /** The allowance that pays; the payer's own wallet where it is not said. */
  paidFrom?: string | null
  /** The organisation it is sent for, which pays. */
  onBehalfOf?: string | null
  /** A packet for the same organisation that is taken back in the same moment. */
  replaces?: string | null
  /** The step-up that came with it. */
  stepUp?: StepUpGiven | undefined
  /** What came with it for the guard; without it nothing is judged. */
  guard?: GuardAsk | undefined
}

/**
 * Send a packet. Refuses in the order of core/send.ts; on success the money is in escrow, the packet in its undo
 * window, and only its payer knows. It is held before that for as long as `hold`, the guard or the payer's own care asks,
 * by the strictest of them; and before that it waits for approval, where the policy of the organisation it is for, or the
 * sender's family, asks for it.
 */
export async function sendPacket(
  tx: Tx,
  secrets: Secrets,
  ask: SendPacketAsk,
  hold?: Hold,
): Promise<PacketRow> {
  const entered = await enterOffice(tx, ask)
  const groupChangedAt = ask.groupId === null ? undefined : await lockGroupForSend(tx, ask.groupId)
  const replaced = await lockReplaced(tx, ask)
  await lockForStepUp(tx, ask.payerId, ask.stepUp)
  if (replaced) await undoPacket(tx, { packetId: replaced.packet.id, memberId: ask.payerId }, replaced)
  const purse = await purseFor(tx, entered, ask.payerId, ask.paidFrom ?? null)
  const { wallet } = purse
  const [payer, now] = await together([
    readMember(tx, ask.payerId),
    tx.now(Math.max(groupChangedAt ?? 0, entered?.organisation.changedAt ?? 0)),
  ])
  if (!payer || !wallet) throw new RefusalError(refuse('not_found'))
  const office = officeAt(entered, now)
  const send = guardedPacket(ask, now)
  const balance = purse.allowance ? null : wallet.balance
  const [spending, known, own, judged] = await together([
    spendingFor(tx, office, ask.payerId, spendingOf(ask), { purse, now }),
    gatherPeople(tx, ask, wallet, groupChangedAt !== undefined, now),
    ownHold(tx, payer, { amount: ask.total, recipientIds: ask.recipientIds }),
    judgeSend(tx, payer, send, { ask: guardFor(office, ask.guard), balance }),
  ])
  const facts = { ...known, spending }
  const submission = await submissionFor(
    tx,
    office,
    { senderId: ask.payerId, payeeIds: ask.recipientIds, amount: ask.total, now, purse, spending },
    judged,
  )
  const from = submission?.approveBy ?? now
  const asked = strictestHold(hold, judged?.hold)
  const held = heldFrom(strictestHold(own, asked), from)
  const deliverAt = (held.heldUntil ?? from) + payer.undoS * 1_000
  const { expireAt } = orThrow(decideSend(ask, facts, profiles[ask.profile], deliverAt))
  const stepUp = stepUpAsked(office, judged)
  passGuard(judged, { ...held, deliverAt, spending, submission, stepUp })
  await requireStepUp(tx, signedPacket(ask), { given: ask.stepUp, band: spending.band, asked: stepUp })
  passConfirmation(judged)
  const times = { ...held, approveBy: submission?.approveBy ?? null, now, deliverAt, expireAt }
  const packet = await writePacket(tx, secrets, ask, times, {
    allowance: purse.allowance,
    office,
    submission,
  })
  const { id: sendId, payerId, total: amount, currency } = packet
  const askedIds = submission?.askedIds ?? []
  const counting = { sendId, payerId, amount, currency, at: now, askedIds }
  await together([
    recordSend(tx, sendId, send, judged),
    office ? undefined : countSend(tx, counting, purse, spending),
  ])
  await fileSend(tx, office, {
    id: sendId,
    at: now,
    send,
    judged,
    submission,
    replaces: ask.replaces ?? null,
  })
  await alertOnHold(tx, payerId, asked)
  return packet
}

/** The packet that a send takes the place of, under lock: for the same organisation, and the sender's own to undo. */
async function lockReplaced(tx: Tx, ask: SendPacketAsk): Promise<LockedPacket | null> {
  if (ask.replaces === undefined || ask.replaces === null) return null
  const locked = await lockForVerb(tx, ask.replaces, ask.payerId)
  if (organisationOf(locked.packet) !== ask.onBehalfOf) throw new RefusalError(refuse('not_found'))
  return locked
}
