import { statement } from '../db/statement.ts'

/** The salted hashes of an event's lines one after the other, 64 hexadecimal digits each. */
export interface LineHashesRow {
  no: bigint
  hashes: string | null
}

/**
 * The lines of claims as happenings.ts and core/log/leaf.ts make them, hashed where the claims lie: in a storm this is
 * what the log costs a claim. Each event's claimers come as ids with commas between, in the order of their shares, the
 * first of which is `firstShareNos`. An event's claims are found in one walk of the index, and their moment is written
 * out once, for a batch has one. A claim that is gone leaves too few hashes, and one of another moment null: the caller
 * makes those lines itself. An audit makes each of them anew, and finds any difference.
 */
export const hashLines = statement<
  [packetIds: string[], claimers: string[], ats: string[], firstShareNos: number[], salts: Buffer[]],
  LineHashesRow
>(
  'log_line_hashes',
  `
  select wanted.no,
    (
      select string_agg(
        encode(
          sha256(
            sha256(wanted.salt || convert_to('part ' || line.share_no - wanted.first_no + 1, 'UTF8'))
              || convert_to(
                '{"amount":' || line.amount || ',"at":"' || wanted.at || '","memberId":"' || line.member_id
                  || '","packetId":"' || wanted.packet_id || '","shareNo":' || line.share_no || '}',
                'UTF8'
              )
          ),
          'hex'
        ),
        '' order by line.share_no
      )
      from claim as line
      where line.packet_id = wanted.packet_id
        and line.member_id = any(string_to_array(wanted.claimers, ','))
        and line.at = wanted.at::timestamptz
    ) as hashes
  from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bytea[])
    with ordinality as wanted (packet_id, claimers, at, first_no, salt, no)
  `,
)
