/** What returns promise: by their own postings, along the way the money came, and never more than was received. */

import { check, yuan, type Check } from '../ledger/check.ts'
import {
  auditInstalments,
  auditReturnPostings,
  auditReturnShares,
  type InstalmentsFound,
  type ReturnPostingFound,
  type ReturnShareFound,
} from './return-checks.sql.ts'

export const returnChecks: readonly Check[] = [
  check(
    'returns_go_back_where_money_came_from',
    'Every return is a posting from the recipient’s wallet to the wallet that paid, the postings of each request and of all instalments come to what they say came back, and nothing else is called a return.',
    auditReturnPostings,
    ({ id, returned, posted, astray }: ReturnPostingFound) => ({
      about: id,
      says: `says that ${yuan(returned)} came back; ${yuan(posted)} did, ${astray} postings of it went elsewhere`,
    }),
  ),
  check(
    'nobody_gives_back_more_than_they_had',
    'What a recipient has of a packet or transfer is what they claimed of it or what arrived, and what they have given back is the sum of their returns, never more.',
    auditReturnShares,
    ({ source_id, recipient_id, received, given, returned, summed }: ReturnShareFound) => ({
      about: `${source_id}, ${recipient_id}`,
      says: `received ${yuan(received)} (${yuan(given)} by the claim or transfer) and gave back ${yuan(returned)}; the returns come to ${yuan(summed)}`,
    }),
  ),
  check(
    'instalments_follow_their_parts',
    'The parts of what was agreed make its sum to the fen, and what is paid and left of it follows from the parts that are paid.',
    auditInstalments,
    ({ id, state, agreed, paid, parts_paid }: InstalmentsFound) => ({
      about: id,
      says: `are ${state} for ${yuan(agreed)}; ${yuan(paid)} were paid, the parts say ${yuan(parts_paid)}`,
    }),
  ),
]
