/** Writing a packet down once it is decided: the money into its escrow, its row and recipients, and the event to its payer. */

import { createHmac } from 'node:crypto'
import type { Approving } from '@laisee/core/approving.ts'
import { expiringAt } from '@laisee/core/expiring.ts'
import type { Held } from '@laisee/core/hold.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { defaultCurrency } from '@laisee/core/money.ts'
import { organisationOf } from '@laisee/core/on-behalf.ts'
import { normalisePassphrase } from '@laisee/core/passphrase.ts'
import { commitSeed, provableSeedBytes, provableVersion } from '@laisee/core/provable.ts'
import type { Office } from '../approvals/office.ts'
import { eventsAtSend, tellSubmitted, type Submission } from '../approvals/submit.ts'
import type { Secrets } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import { tell } from '../events/append.ts'
import type { Allowance } from '../families/allowance.ts'
import { openEscrow, post } from '../ledger/ledger.ts'
import { insertPacket, insertRecipients, type PacketRow } from './packets.sql.ts'
import type { SendPacketAsk } from './send.ts'

/** The hash a passphrase is kept as: useless without the service's key, and different for every packet. */
export function hashPassphrase(secrets: Secrets, packetId: string, passphrase: string): Buffer {
  return createHmac('sha256', secrets.passphraseKey)
    .update(`${packetId}\0${normalisePassphrase(passphrase)}`)
    .digest()
}

/** Move the money into escrow, write the packet and its recipients, and tell its payer. */
export async function writePacket(
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
  const opened = openEscrow(tx, id, defaultCurrency)
  const moved = post(tx, {
    sourceId: id,
    postingNo: 1n,
    from: { ownerId: paidFromId ?? ask.payerId, kind: 'wallet' },
    to: { ownerId: id, kind: 'escrow' },
    currency: defaultCurrency,
    amount: total,
    reason: allowance ? 'family_spent' : 'packet_sent',
    at: times.now,
  })
  const written = tx.one(
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
  const [packet] = await together([written, opened, moved])
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
export interface Paying {
  allowance: Allowance | null
  office: Office | null
  submission: Submission | null
}
