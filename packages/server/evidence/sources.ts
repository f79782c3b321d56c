/**
 * Where the items of a pack come from: a list of functions, each from one feature, asked in one snapshot. A feature that
 * has something to say of a case adds its own here; what it gives nothing for is no item.
 */

import type { ItemCode } from '@laisee/core/evidence/item.ts'
import type { PackFacts } from '@laisee/core/evidence/gap.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import type { Case } from './case.ts'
import { readClockItem } from './sources/clock.ts'
import { readCollectionsItem } from './sources/collections.ts'
import { readDisputesItem } from './sources/disputes.ts'
import { readDocumentsItem } from './sources/documents.ts'
import { readEventsItem } from './sources/events.ts'
import { readFreezesItem } from './sources/freezes.ts'
import { readInstalmentsItem } from './sources/instalments.ts'
import { readPartiesItem } from './sources/parties.ts'
import { readPostingsItem } from './sources/postings.ts'
import { readReceiptsItem } from './sources/receipts.ts'
import { readReturnRequestsItem } from './sources/return-requests.ts'
import { readSharesItem } from './sources/shares.ts'
import { readTransactionItem } from './sources/transaction.ts'
import { readWarningsItem } from './sources/warnings.ts'

/** A file of an item, where it has others than its own JSON. */
export interface FoundFile {
  name: string
  bytes: Uint8Array
}

export interface Found {
  /** Plain JSON: the item's own file. */
  data?: unknown
  files?: readonly FoundFile[]
  /** What it means for the gaps. */
  facts?: Partial<PackFacts>
  /** Lines of the index's first part, in Chinese. */
  lines?: readonly (readonly [name: string, text: string])[]
  /** What the index tells in its chronicle, in Chinese. */
  chronicle?: readonly { at: Instant; text: string }[]
}

export interface EvidenceSource {
  code: ItemCode
  /** Whether its bytes say when it was read: such an item makes no pack new. */
  isMomentary?: boolean
  read(tx: Tx, about: Case): Promise<Found | undefined>
}

/** Every source, in the order of the index. */
export const evidenceSources: readonly EvidenceSource[] = [
  { code: 'parties', read: readPartiesItem },
  { code: 'transaction', read: readTransactionItem },
  { code: 'postings', read: readPostingsItem },
  { code: 'shares', read: readSharesItem },
  { code: 'warnings', read: readWarningsItem },
  { code: 'return_requests', read: readReturnRequestsItem },
  { code: 'collections', read: readCollectionsItem },
  { code: 'instalments', read: readInstalmentsItem },
  { code: 'disputes', read: readDisputesItem },
  { code: 'freezes', read: readFreezesItem },
  { code: 'documents', read: readDocumentsItem },
  { code: 'events', read: readEventsItem },
  { code: 'receipts', isMomentary: true, read: readReceiptsItem },
  { code: 'clock', isMomentary: true, read: readClockItem },
]
