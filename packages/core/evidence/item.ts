/**
 * The items of an evidence pack, in the order a court asks: who, what was paid, why it was wrong, what was asked and
 * answered, what was agreed or decided, and whether the data can be relied on. For each: where it comes from, by which
 * clock it is dated, and how it was captured (证据规定 93, 互联网法院规定 11).
 */

/** 主体 · 款项 · 起因 · 催告与回应 · 约定与处理 · 电子数据的完整性. */
export const itemGroups = ['parties', 'payment', 'cause', 'request', 'handling', 'integrity'] as const
export type ItemGroup = (typeof itemGroups)[number]

/** Whose data it is. */
export const itemSources = ['service', 'ledger', 'log', 'party', 'device', 'upload'] as const
export type ItemSource = (typeof itemSources)[number]

/** `service`: the service's clock, read after its locks. `said`: a person says so. `device`: the phone's own clock. */
export const timeSources = ['service', 'said', 'device'] as const
export type TimeSource = (typeof timeSources)[number]

/** `snapshot`: read in one snapshot of the database. `typed`: written by a party. `sent`: told by the device itself. */
export const captureWays = ['snapshot', 'typed', 'sent', 'uploaded', 'signed'] as const
export type CaptureWay = (typeof captureWays)[number]

interface ItemKind {
  group: ItemGroup
  source: ItemSource
  time: TimeSource
  capture: CaptureWay
}

const read = (group: ItemGroup, source: ItemSource = 'service'): ItemKind => ({
  group,
  source,
  time: 'service',
  capture: 'snapshot',
})

/** Every kind of item, in the order of the index. */
export const itemKinds = {
  parties: read('parties'),
  transaction: read('payment'),
  postings: read('payment', 'ledger'),
  shares: read('payment', 'ledger'),
  outside: { group: 'payment', source: 'party', time: 'said', capture: 'typed' },
  statement: { group: 'cause', source: 'party', time: 'said', capture: 'typed' },
  warnings: read('cause'),
  return_requests: read('request'),
  collections: read('request'),
  instalments: read('handling'),
  disputes: read('handling'),
  freezes: read('handling'),
  documents: { group: 'handling', source: 'upload', time: 'service', capture: 'uploaded' },
  events: read('integrity'),
  receipts: { group: 'integrity', source: 'log', time: 'service', capture: 'signed' },
  clock: read('integrity'),
  device: { group: 'integrity', source: 'device', time: 'device', capture: 'sent' },
} as const satisfies Record<string, ItemKind>

export type ItemCode = keyof typeof itemKinds
export const itemCodes = Object.keys(itemKinds) as ItemCode[]
