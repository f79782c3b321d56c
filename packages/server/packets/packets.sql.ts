import type { Instant } from '@laisee/core/instant.ts'
import type { Packet } from '@laisee/core/packet.ts'
import { statement } from '../db/statement.ts'

/** A packet's row: what core decides on, and what the server keeps beside it. */
export interface PacketRow extends Packet {
  greeting: string
  passphraseHash: Buffer | null
  postingCount: bigint
  eventCount: bigint
  seed: Buffer | null
  commitment: Buffer | null
  closeReason: string | null
  /** The allowance that paid and whose wallet it was; null where the payer's own did. */
  familyId: string | null
  paidFromId: string | null
}

const columns = `
  id, payer_id, kind, profile, currency, total, count, split_method, audience, recipient_id, group_id, greeting,
  passphrase_hash, not_before, test, state, open_as, claimed_amount, claimed_count, returned_amount, posting_count,
  event_count, seed, commitment, sent_at, approve_by, held_until, held_release_from, held_reasons, deliver_at, expire_at,
  asked_not_to_open_at, frozen_until, closed_at, closed_by, close_reason, changed_at, family_id, paid_from_id`

export const insertPacket = statement<
  [
    id: string,
    payerId: string,
    kind: string,
    profile: string,
    currency: string,
    total: bigint,
    count: number,
    splitMethod: string | null,
    audience: string,
    recipientId: string | null,
    groupId: string | null,
    greeting: string,
    passphraseHash: Uint8Array | null,
    notBefore: string | null,
    test: boolean,
    openAs: string,
    seed: Uint8Array | null,
    commitment: Uint8Array | null,
    sentAt: string,
    deliverAt: string,
    expireAt: string,
    expiringAt: string,
    state: string,
    heldUntil: string | null,
    heldReleaseFrom: string | null,
    heldReasons: string[],
    familyId: string | null,
    paidFromId: string | null,
    approveBy: string | null,
    eventCount: bigint,
  ],
  PacketRow
>(
  'packet_insert',
  `
  insert into packet (
    id, payer_id, kind, profile, currency, total, count, split_method, audience, recipient_id, group_id, greeting,
    passphrase_hash, not_before, test, open_as, seed, commitment, sent_at, deliver_at, expire_at,
    expiring_at, state, held_until, held_release_from, held_reasons, family_id, paid_from_id, approve_by, posting_count,
    event_count, changed_at
  ) values (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
    $13, $14, $15, $16, $17, $18, $19, $20, $21,
    $22, $23, $24, $25, $26, $27, $28, $29, 1,
    $30, $19
  )
  returning ${columns}
  `,
)

export const insertRecipients = statement<[packetId: string, memberIds: string[]], object>(
  'packet_recipient_insert',
  `
  insert into packet_recipient (packet_id, member_id)
  select $1, member_id from unnest($2::text[]) as member_id
  `,
)

export const readRecipients = statement<[packetId: string], { memberId: string }>(
  'packet_recipient_list',
  `select member_id from packet_recipient where packet_id = $1 order by member_id`,
)

/** The one decision point: claim, recall, expiry, pause and decline all wait here for the packet's row. */
export const lockPacket = statement<[id: string], PacketRow>(
  'packet_lock',
  `select ${columns} from packet where id = $1 for update`,
)

/** The same, for a sweep: a packet that another server is at is left to it. */
export const lockPacketIfFree = statement<[id: string], PacketRow>(
  'packet_lock_if_free',
  `select ${columns} from packet where id = $1 for update skip locked`,
)

export const readPacket = statement<[id: string], PacketRow>(
  'packet_read',
  `select ${columns} from packet where id = $1`,
)

export const updatePacket = statement<
  [
    id: string,
    state: string,
    openAs: string,
    returnedAmount: bigint,
    postingCount: bigint,
    eventCount: bigint,
    askedNotToOpenAt: string | null,
    closedAt: string | null,
    closedBy: string | null,
    closeReason: string | null,
    changedAt: string,
    frozenUntil: string | null,
  ],
  object
>(
  'packet_update',
  `
  update packet
  set state = $2, open_as = $3, returned_amount = $4, posting_count = $5, event_count = $6,
      asked_not_to_open_at = $7, closed_at = $8, closed_by = $9, close_reason = $10, changed_at = $11, frozen_until = $12
  where id = $1
  `,
)

export interface ClaimRow {
  packetId: string
  memberId: string
  shareNo: number
  amount: bigint
  at: Instant
}

/** Who has claimed a packet, in order, after a share: 0 for all. */
export const readClaims = statement<[packetId: string, afterShareNo: number], ClaimRow>(
  'claim_list',
  `
  select packet_id, member_id, share_no, amount, at
  from claim
  where packet_id = $1 and share_no > $2
  order by share_no
  `,
)

export const readClaim = statement<[packetId: string, memberId: string], ClaimRow>(
  'claim_read',
  `
  select packet_id, member_id, share_no, amount, at
  from claim
  where packet_id = $1 and member_id = $2
  `,
)

/** The moments of a packet whose hold ends early: with its delivery, everything after it comes forward. */
export const endPacketHold = statement<
  [id: string, heldUntil: string, deliverAt: string, expireAt: string, expiringAt: string],
  object
>(
  'packet_end_hold',
  `
  update packet
  set held_until = $2, deliver_at = $3, expire_at = $4, expiring_at = $5
  where id = $1
  `,
)

/** The moments of a packet that is approved: with its hold, delivery and end come forward. */
export const approvePacket = statement<
  [
    id: string,
    heldUntil: string | null,
    heldReleaseFrom: string | null,
    deliverAt: string,
    expireAt: string,
    expiringAt: string,
  ],
  object
>(
  'packet_approve',
  `
  update packet
  set held_until = $2, held_release_from = $3, deliver_at = $4, expire_at = $5, expiring_at = $6
  where id = $1
  `,
)

export const packetsToEndHold = statement<[now: string, limit: number], { id: string }>(
  'packet_due_to_end_hold',
  `
  select id from packet
  where state = 'held' and held_until <= $1
  order by held_until
  limit $2
  `,
)

export const duePackets = statement<[now: string, limit: number], { id: string }>(
  'packet_due_to_deliver',
  `
  select id from packet
  where state in ('held', 'undo') and deliver_at <= $1
  order by deliver_at
  limit $2
  `,
)

export const expiredPackets = statement<[now: string, limit: number], { id: string }>(
  'packet_due_to_expire',
  `
  select id from packet
  where state in ('held', 'undo', 'open', 'paused') and expire_at <= $1 and frozen_until is null
  order by expire_at
  limit $2
  `,
)

export const packetsExpiring = statement<[now: string, limit: number], { id: string }>(
  'packet_due_to_tell_expiring',
  `
  select id from packet
  where state in ('held', 'undo', 'open', 'paused') and told_expiring_at is null and expiring_at <= $1 and expire_at > $1
  order by expiring_at
  limit $2
  `,
)

/** Keep that it is told; no row where it was before. */
export const keepToldExpiring = statement<[packetId: string, at: string], { id: string }>(
  'packet_keep_told_expiring',
  `
  update packet set told_expiring_at = $2
  where id = $1 and told_expiring_at is null
  returning id
  `,
)

/** These packets as they stand, for a list of them. */
export const readPackets = statement<[packetIds: string[]], PacketRow>(
  'packet_read_several',
  `select ${columns} from packet where id = any($1::text[])`,
)

/** Whom each of these packets names, where they are for several. */
export const readRecipientsOfEach = statement<[packetIds: string[]], { packetId: string; memberId: string }>(
  'packet_recipient_of_several',
  `
  select packet_id, member_id
  from packet_recipient
  where packet_id = any($1::text[])
  order by packet_id, member_id
  `,
)

/** When these packets were sent. */
export const readSentAt = statement<[packetIds: string[]], { id: string; sentAt: Instant }>(
  'packet_sent_at',
  `select id, sent_at from packet where id = any($1::text[])`,
)

/** Of which of these packets a member has a share. */
export const packetsClaimedBy = statement<[packetIds: string[], memberId: string], { packetId: string }>(
  'claim_packets_of_member',
  `select packet_id from claim where packet_id = any($1::text[]) and member_id = $2`,
)

/** Take one of a member's attempts at a passphrase, or none where they are used up. */
export const takePassphraseAttempt = statement<
  [packetId: string, memberId: string, max: number],
  { attempts: number }
>(
  'passphrase_attempt_take',
  `
  insert into passphrase_attempt (packet_id, member_id, attempts) values ($1, $2, 1)
  on conflict (packet_id, member_id) do update
  set attempts = passphrase_attempt.attempts + 1
  where passphrase_attempt.attempts < $3
  returning attempts
  `,
)

/** How many of their attempts at a passphrase a member has used; no row where it is none. */
export const readPassphraseAttempts = statement<[packetId: string, memberId: string], { attempts: number }>(
  'passphrase_attempt_read',
  `select attempts from passphrase_attempt where packet_id = $1 and member_id = $2`,
)

/** A member's sent packets, newest first, from before a moment and id. */
export const packetsOfPayer = statement<
  [payerId: string, before: string, beforeId: string, limit: number],
  PacketRow
>(
  'packet_page_of_payer',
  `
  select ${columns}
  from packet
  where payer_id = $1 and (sent_at, id) < ($2::timestamptz, $3)
  order by sent_at desc, id desc
  limit $4
  `,
)
