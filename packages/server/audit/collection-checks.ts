/** What collections promise: what paid a share is a transfer of it. */

import { check, type Check } from '../ledger/check.ts'
import { auditCollections, type CollectionFound } from './collection-checks.sql.ts'

export const collectionChecks: readonly Check[] = [
  check(
    'collections_are_paid_by_transfers',
    'What paid a share of a collection is a transfer of its amount, from whoever was asked to the one who asks.',
    auditCollections,
    ({ collection_id, member_id, transfer_id }: CollectionFound) => ({
      about: collection_id,
      says: `names ${transfer_id} for ${member_id}, which is no such transfer`,
    }),
  ),
]
