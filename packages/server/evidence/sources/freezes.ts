/** What was frozen in the case, on which ground, since when and until when, lasting or ended: as whose money it is was told. */

import type { Tx } from '../../db/db.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'
import { plainOf } from './plain.ts'

const fields = [
  'id',
  'kind',
  'subjectId',
  'ownerId',
  'currency',
  'askedAmount',
  'amount',
  'reason',
  'note',
  'basis',
  'reference',
  'since',
  'until',
  'releasedAt',
  'releaseReason',
  'releaseNote',
] as const

export function readFreezesItem(_tx: Tx, { freezes }: Case): Promise<Found | undefined> {
  if (freezes.length === 0) return Promise.resolve(undefined)
  return Promise.resolve({ data: { freezes: freezes.map((row) => plainOf(row, fields)) } })
}
