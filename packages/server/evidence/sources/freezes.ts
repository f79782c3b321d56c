/** What of a packet is frozen, on which ground and until when, as its payer is told. */

import type { Tx } from '../../db/db.ts'
import { lastingFreezes } from '../../freezes/read.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'
import { plainOf } from './plain.ts'

const fields = [
  'id',
  'kind',
  'subjectId',
  'currency',
  'amount',
  'reason',
  'basis',
  'reference',
  'since',
  'until',
] as const

export async function readFreezesItem(tx: Tx, { sourceId, isPayer }: Case): Promise<Found | undefined> {
  const rows = isPayer ? await lastingFreezes(tx, sourceId) : []
  return rows.length === 0 ? undefined : { data: { freezes: rows.map((row) => plainOf(row, fields)) } }
}
