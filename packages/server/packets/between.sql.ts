import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** A packet's place among what passed in one conversation: in order of delivery. */
export interface PacketPlaceRow {
  id: string
  deliverAt: Instant
}

/** The last packet between a member and each other one, with the moment at which the member knew of it. */
export interface LatestPacketRow extends PacketPlaceRow {
  memberId: string
  at: Instant
}

type PairParams = [
  payerId: string,
  recipientId: string,
  viewerId: string,
  now: string,
  before: string,
  beforeId: string,
  limit: number,
]

/** What one member sent to another alone, as one of the two may see it, from before a place. */
export const packetsFromTo = statement<PairParams, PacketPlaceRow>(
  'packet_page_of_pair',
  `
  select id, deliver_at
  from packet
  where payer_id = $1 and recipient_id = $2
    and (payer_id = $3 or (deliver_at <= $4::timestamptz and state not in ('undone', 'approving', 'rejected')))
    and (deliver_at, id) < ($5::timestamptz, $6)
  order by deliver_at desc, id desc
  limit $7
  `,
)

/** The same of packets in which the recipient is one of several that are named. */
export const namedPacketsFromTo = statement<PairParams, PacketPlaceRow>(
  'packet_page_of_named_pair',
  `
  select packet.id, packet.deliver_at
  from packet_recipient
  join packet on packet.id = packet_recipient.packet_id
  where packet.payer_id = $1 and packet_recipient.member_id = $2
    and (packet.payer_id = $3 or (packet.deliver_at <= $4::timestamptz and packet.state not in ('undone', 'approving', 'rejected')))
    and (packet.deliver_at, packet.id) < ($5::timestamptz, $6)
  order by packet.deliver_at desc, packet.id desc
  limit $7
  `,
)

/** What was sent to a group within a member's stays in it, as they may see it, from before a place. */
export const packetsOfGroup = statement<
  [
    groupId: string,
    sinces: string[],
    untils: string[],
    viewerId: string,
    now: string,
    before: string,
    beforeId: string,
    limit: number,
  ],
  PacketPlaceRow & { at: Instant }
>(
  'packet_page_of_group',
  `
  select id, deliver_at, case when payer_id = $4 then sent_at else deliver_at end as at
  from packet
  where group_id = $1
    and exists (
      select 1 from unnest($2::timestamptz[], $3::timestamptz[]) as stay (since, until)
      where stay.since <= packet.sent_at and packet.sent_at < stay.until
    )
    and (payer_id = $4 or (deliver_at <= $5::timestamptz and state not in ('undone', 'approving', 'rejected')))
    and (deliver_at, id) < ($6::timestamptz, $7)
  order by deliver_at desc, id desc
  limit $8
  `,
)

/** The last packet a member sent to each other one alone. */
export const latestSentPackets = statement<[payerId: string], LatestPacketRow>(
  'packet_latest_sent',
  `
  select distinct on (recipient_id) recipient_id as member_id, id, deliver_at, sent_at as at
  from packet
  where payer_id = $1 and recipient_id is not null
  order by recipient_id, deliver_at desc, id desc
  `,
)

/** The last packet that each other member sent to one alone, delivered by now. */
export const latestReceivedPackets = statement<[recipientId: string, now: string], LatestPacketRow>(
  'packet_latest_received',
  `
  select distinct on (payer_id) payer_id as member_id, id, deliver_at, deliver_at as at
  from packet
  where recipient_id = $1 and deliver_at <= $2::timestamptz and state not in ('undone', 'approving', 'rejected')
  order by payer_id, deliver_at desc, id desc
  `,
)

/** The last packet in which a member named each other one, among several. */
export const latestNamedSentPackets = statement<[payerId: string], LatestPacketRow>(
  'packet_latest_named_sent',
  `
  select distinct on (packet_recipient.member_id)
    packet_recipient.member_id, packet.id, packet.deliver_at, packet.sent_at as at
  from packet
  join packet_recipient on packet_recipient.packet_id = packet.id
  where packet.payer_id = $1 and packet_recipient.member_id <> $1
  order by packet_recipient.member_id, packet.deliver_at desc, packet.id desc
  `,
)

/** The last packet of each other member that names one among several, delivered by now. */
export const latestNamedReceivedPackets = statement<[memberId: string, now: string], LatestPacketRow>(
  'packet_latest_named_received',
  `
  select distinct on (packet.payer_id)
    packet.payer_id as member_id, packet.id, packet.deliver_at, packet.deliver_at as at
  from packet_recipient
  join packet on packet.id = packet_recipient.packet_id
  where packet_recipient.member_id = $1 and packet.payer_id <> $1
    and packet.deliver_at <= $2::timestamptz and packet.state not in ('undone', 'approving', 'rejected')
  order by packet.payer_id, packet.deliver_at desc, packet.id desc
  `,
)
