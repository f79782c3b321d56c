import { statement } from '../db/statement.ts'

/** The salted hashes of an event's lines one after the other, 64 hexadecimal digits each. */
export interface LineHashesRow {
  no: bigint
  hashes: string | null
}

/**
 * The lines of claims as happenings.ts and core/log/leaf.ts make them, hashed where they lie: in a storm this is what
 * the log costs a claim. Each event's claimers come as ids with commas between, in the order of their shares, the first
 * of which is `firstShareNos`. The amounts are read from the postings of the same batch, which stand one after the other
 * where its claims are strewn over their index: the packet's funding is its first posting, and each claim one more.
 * Where the postings are not exactly these claimers' of this moment (another posting came between, a claim is gone), the
 * hashes are null and the caller makes those lines from the claims. An audit makes each anew from the claims, and finds
 * any difference.
 */
export const hashLines = statement<
  [packetIds: string[], claimers: string[], ats: string[], firstShareNos: number[], salts: Buffer[]],
  LineHashesRow
>(
  'log_line_hashes',
  `
  select wanted.no,
    (
      select case when string_agg(line.to_owner_id, ',' order by line.posting_no) = wanted.claimers then string_agg(
        encode(
          sha256(
            sha256(wanted.salt || convert_to('part ' || line.posting_no - wanted.first_no, 'UTF8'))
              || convert_to(
                '{"amount":' || line.amount || ',"at":"' || wanted.at || '","memberId":"' || line.to_owner_id
                  || '","packetId":"' || wanted.packet_id || '","shareNo":' || line.posting_no - 1 || '}',
                'UTF8'
              )
          ),
          'hex'
        ),
        '' order by line.posting_no
      ) end
      from posting as line
      where line.source_id = wanted.packet_id
        and line.posting_no > wanted.first_no
        and line.posting_no <= wanted.first_no + cardinality(string_to_array(wanted.claimers, ','))
        and line.reason = 'packet_claimed'
        and line.at = wanted.at::timestamptz
    ) as hashes
  from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bytea[])
    with ordinality as wanted (packet_id, claimers, at, first_no, salt, no)
  `,
)
