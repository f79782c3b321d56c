import { statement } from '../db/statement.ts'
import type { LeafRow } from './log.sql.ts'

/** What a search is held to besides its first filter; null for what it does not ask for. Newest first, below a place. */
type Search = [
  below: bigint,
  least: bigint,
  kind: string | null,
  actor: string | null,
  from: string | null,
  until: string | null,
  limit: number,
]

const columns = 'idx, source_id, seq, salt, hash, kind, at, actor'

/** Times stand nearly in the log's order: what is asked for lies between two places, which an index gives. */
const within = `idx < $1 and idx >= $2
    and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)`

export const searchLeaves = statement<Search, LeafRow>(
  'log_search',
  `
  select ${columns} from log_leaf
  where ${within} and ($3::text is null or kind = $3) and ($4::text is null or actor = $4)
  order by idx desc limit $7
  `,
)

export const searchLeavesOfKind = statement<Search, LeafRow>(
  'log_search_kind',
  `
  select ${columns} from log_leaf
  where kind = $3 and ${within} and ($4::text is null or actor = $4)
  order by idx desc limit $7
  `,
)

export const searchLeavesOfActor = statement<Search, LeafRow>(
  'log_search_actor',
  `
  select ${columns} from log_leaf
  where actor = $4 and ${within} and ($3::text is null or kind = $3)
  order by idx desc limit $7
  `,
)

/** Of one source: it has few enough. */
export const searchLeavesOfSource = statement<[...Search, sourceId: string], LeafRow>(
  'log_search_source',
  `
  select ${columns} from log_leaf
  where source_id = $8 and ${within} and ($3::text is null or kind = $3) and ($4::text is null or actor = $4)
  order by idx desc limit $7
  `,
)

/** The first leaf of a moment or later. */
export const readLeafFrom = statement<[at: string], { idx: bigint }>(
  'log_leaf_from',
  `select idx from log_leaf where at >= $1 order by at, idx limit 1`,
)

/** The last leaf before a moment. */
export const readLeafBefore = statement<[at: string], { idx: bigint }>(
  'log_leaf_before',
  `select idx from log_leaf where at < $1 order by at desc, idx desc limit 1`,
)
