import { statement } from '../db/statement.ts'

/** The salted hashes of an event's lines one after the other, 64 hexadecimal digits each. */
export interface LineHashesRow {
  no: bigint
  hashes: string
}

/**
 * The lines of claims as happenings.ts and core/log/leaf.ts make them, hashed where the claims lie: in a storm this is
 * what the log costs a claim. Each event's claimers come as ids with commas between. An audit makes each of them anew from those two, and finds any difference.
 */
export const hashLines = statement<[packetIds: string[], claimers: string[], salts: Buffer[]], LineHashesRow>(
  'log_line_hashes',
  `
  with line as (
    select wanted.no, claimer.no as part_no, wanted.salt,
      coalesce(
        '{"amount":' || share.amount
          || ',"at":"' || to_char(share.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
          || '","memberId":"' || share.member_id
          || '","packetId":"' || share.packet_id
          || '","shareNo":' || share.share_no || '}',
        'null'
      ) as text
    from unnest($1::text[], $2::text[], $3::bytea[]) with ordinality as wanted (packet_id, claimers, salt, no)
    cross join string_to_table(wanted.claimers, ',') with ordinality as claimer (member_id, no)
    left join lateral (
      select claim.packet_id, claim.member_id, claim.share_no, claim.amount, claim.at
      from claim
      where claim.packet_id = wanted.packet_id and claim.member_id = claimer.member_id
      limit 1
    ) as share on true
  ),
  salted as (
    select no, part_no, sha256(salt || convert_to('part ' || part_no, 'UTF8')) as salt, text from line
  )
  select no,
    string_agg(encode(sha256(salt || convert_to(text, 'UTF8')), 'hex'), '' order by part_no) as hashes
  from salted
  group by no
  `,
)
