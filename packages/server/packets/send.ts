/** Sending a packet: the whole sum leaves the wallet into the packet's own escrow, and the undo window begins. */

import { createHmac } from 'node:crypto'
import type { Approving } from '@laisee/core/approving.ts'
import { expiringAt } from '@laisee/core/expiring.ts'
import { heldFrom, strictestHold, type Hold, type Held } from '@laisee/core/hold.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { defaultCurrency, type Amount } from '@laisee/core/money.ts'
import { organisationOf } from '@laisee/core/on-behalf.ts'
import type { Audience, PacketKind, SplitMethod } from '@laisee/core/packet.ts'
import { normalisePassphrase } from '@laisee/core/passphrase.ts'
import { profiles, type ProfileName } from '@laisee/core/profile.ts'
import { commitSeed, provableSeedBytes, provableVersion } from '@laisee/core/provable.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { decideSend, spendingOf } from '@laisee/core/send.ts'
import { signedPacket } from '@laisee/core/step-up.ts'
import type { Secrets } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import {
  enterOffice,
  fileSend,
  guardFor,
  purseFor,
  spendingFor,
  submissionFor,
  type Office,
} from '../approvals/office.ts'
import { eventsAtSend, tellSubmitted, type Submission } from '../approvals/submit.ts'
import { alertOnHold } from '../families/alert-on-send.ts'
import type { Allowance } from '../families/allowance.ts'
import { passConfirmation, passGuard } from '../guard/gate.ts'
import { guardedPacket } from '../guard/guarded-send.ts'
import { judgeSend, type GuardAsk } from '../guard/judge-send.ts'
import { recordSend } from '../guard/record.ts'
import { openEscrow, post } from '../ledger/ledger.ts'
import { countSend } from '../limits/gather-spending.ts'
import { lockForStepUp, type StepUpGiven } from '../passkeys/prove-step-up.ts'
import { requireStepUp } from '../passkeys/require-step-up.ts'
import { ownHold } from '../people/care.ts'
import { lockGroupForSend } from '../people/groups.ts'
import { readMember } from '../people/members.ts'
import { gatherPeople } from './gather-people.ts'
import { lockForVerb, type LockedPacket } from './lock.ts'
import { insertPacket, insertRecipients, type PacketRow } from './packets.sql.ts'
import { undoPacket } from './undo.ts'

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
 * by the strictest of them; and before that it waits for approval, where the policy of the organisation it is for says so.
 */
export async function sendPacket(
  tx: Tx,
  secrets: Secrets,
  ask: SendPacketAsk,
  hold?: Hold,
): Promise<PacketRow> {
  const office = await enterOffice(tx, ask)
  const groupChangedAt = ask.groupId === null ? undefined : await lockGroupForSend(tx, ask.groupId)
  const replaced = await lockReplaced(tx, ask)
  await lockForStepUp(tx, ask.payerId, ask.stepUp)
  if (replaced) await undoPacket(tx, { packetId: replaced.packet.id, memberId: ask.payerId }, replaced)
  const purse = await purseFor(tx, office, ask.payerId, ask.paidFrom ?? null)
  const { wallet } = purse
  const payer = await readMember(tx, ask.payerId)
  if (!payer || !wallet) throw new RefusalError(refuse('not_found'))
  const now = await tx.now(Math.max(groupChangedAt ?? 0, office?.organisation.changedAt ?? 0))
  const spending = await spendingFor(tx, office, ask.payerId, spendingOf(ask), { purse, now })
  const known = await gatherPeople(tx, ask, wallet, groupChangedAt !== undefined, now)
  const facts = { ...known, spending }
  const own = await ownHold(tx, payer, { amount: ask.total, recipientIds: ask.recipientIds })
  const send = guardedPacket(ask, now)
  const { balance } = purse.allowance?.wallet ?? wallet
  const judged = await judgeSend(tx, payer, send, { ask: guardFor(office, ask.guard), balance })
  const submission = submissionFor(office, { senderId: ask.payerId, amount: ask.total, now }, judged)
  const from = submission?.approveBy ?? now
  const asked = strictestHold(hold, judged?.hold)
  const held = heldFrom(strictestHold(own, asked), from)
  const deliverAt = (held.heldUntil ?? from) + payer.undoS * 1_000
  const { expireAt } = orThrow(decideSend(ask, facts, profiles[ask.profile], deliverAt))
  passGuard(judged, { ...held, deliverAt, spending }, submission !== null)
  await requireStepUp(tx, signedPacket(ask), { given: ask.stepUp, band: spending.band })
  passConfirmation(judged)
  const times = { ...held, approveBy: submission?.approveBy ?? null, now, deliverAt, expireAt }
  const packet = await write(tx, secrets, ask, times, { allowance: purse.allowance, office, submission })
  const { id: sendId, payerId, total: amount, currency } = packet
  if (!office) await countSend(tx, { sendId, payerId, amount, currency, at: now }, purse, spending)
  await recordSend(tx, sendId, send, judged)
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

/** The hash a passphrase is kept as: useless without the service's key, and different for every packet. */
export function hashPassphrase(secrets: Secrets, packetId: string, passphrase: string): Buffer {
  return createHmac('sha256', secrets.passphraseKey)
    .update(`${packetId}\0${normalisePassphrase(passphrase)}`)
    .digest()
}

async function write(
  tx: Tx,
  secrets: Secrets,
  ask: SendPacketAsk,
  times: Held & Approving & { now: Instant; deliverAt: Instant; expireAt: Instant },
  { allowance, office, submission }: Paying,
): Promise<PacketRow> {
  const id = tx.newId('packet')
  const one = ask.kind === 'direct' || ask.kind === 'exclusive'
  const { total, count } = ask
  const paidFromId = office?.organisation.id ?? allowance?.giverId ?? null
  const seed = ask.splitMethod === 'provable' ? tx.random.bytes(provableSeedBytes) : null
  const commitment = seed && commitSeed({ packetId: id, total, count, version: provableVersion, seed })
  const passphraseHash = ask.passphrase === null ? null : hashPassphrase(secrets, id, ask.passphrase)
  await openEscrow(tx, id, defaultCurrency)
  await post(tx, {
    sourceId: id,
    postingNo: 1n,
    from: { ownerId: paidFromId ?? ask.payerId, kind: 'wallet' },
    to: { ownerId: id, kind: 'escrow' },
    currency: defaultCurrency,
    amount: total,
    reason: allowance ? 'family_spent' : 'packet_sent',
    at: times.now,
  })
  const packet = await tx.one(
    insertPacket,
    id,
    ask.payerId,
    ask.kind,
    ask.profile,
    defaultCurrency,
    total,
    count,
    ask.splitMethod,
    ask.audience,
    one ? ask.recipientIds[0]! : null,
    ask.groupId,
    ask.greeting,
    passphraseHash,
    isoOrNull(ask.notBefore),
    ask.test,
    ask.openAs,
    seed,
    commitment,
    toIso(times.now),
    toIso(times.deliverAt),
    toIso(times.expireAt),
    toIso(expiringAt(times.deliverAt, times.expireAt)),
    times.approveBy !== null ? 'approving' : times.heldUntil === null ? 'undo' : 'held',
    isoOrNull(times.heldUntil),
    isoOrNull(times.heldReleaseFrom),
    [...times.heldReasons],
    allowance?.id ?? null,
    paidFromId,
    isoOrNull(times.approveBy),
    eventsAtSend(submission),
  )
  if (!one && ask.audience === 'members') await tx.run(insertRecipients, id, [...ask.recipientIds])
  await tellSent(tx, packet!, submission)
  return packet!
}

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

/** Only the payer hears of a packet that is held or may still be undone, and those who are asked of one that waits. */
async function tellSent(tx: Tx, packet: PacketRow, submission: Submission | null): Promise<void> {
  const { id, payerId, kind, total, count, groupId, recipientId } = packet
  const data = {
    packetId: id,
    payerId,
    kind,
    total,
    count,
    groupId,
    recipientId,
    onBehalfOf: organisationOf(packet),
    approveBy: isoOrNull(packet.approveBy),
    heldUntil: isoOrNull(packet.heldUntil),
    heldReleaseFrom: isoOrNull(packet.heldReleaseFrom),
    heldReasons: packet.heldReasons,
    deliverAt: toIso(packet.deliverAt),
    expireAt: toIso(packet.expireAt),
  }
  await tell(tx, { sourceId: id, seq: 1n, kind: 'packet.sent', at: packet.sentAt, data, audience: [payerId] })
  if (submission)
    await tellSubmitted(tx, submission, { id, senderId: payerId, amount: total, at: packet.sentAt })
}

/** Who pays, and whose word it waits for. */
interface Paying {
  allowance: Allowance | null
  office: Office | null
  submission: Submission | null
}
