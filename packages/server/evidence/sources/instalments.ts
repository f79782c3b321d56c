/** What both agreed on paying back in parts, every version that was proposed, and what was paid of it. */

import type { Tx } from '../../db/db.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'
import { plainOf } from './plain.ts'

const whole = [
  'id',
  'creditorId',
  'debtorId',
  'currency',
  'state',
  'agreedVersion',
  'agreedAt',
  'principalLeft',
  'interestLeft',
  'principalPaid',
  'interestPaid',
  'consent',
  'endedAt',
  'endedBy',
] as const
const version = ['version', 'byId', 'principal', 'interest', 'note', 'at'] as const

export function readInstalmentsItem(_tx: Tx, { instalments }: Case): Promise<Found | undefined> {
  if (instalments.length === 0) return Promise.resolve(undefined)
  return Promise.resolve({
    data: {
      instalments: instalments.map(({ instalments: one, versions, parts }) => ({
        ...plainOf(one, whole),
        versions: versions.map((row) => ({
          ...plainOf(row, version),
          parts: parts.filter((part) => part.version === row.version).map(partJson),
        })),
      })),
    },
    facts: { agreed: instalments.some(({ instalments: one }) => one.agreedVersion !== null) },
  })
}

type Part = Case['instalments'][number]['parts'][number]

function partJson(part: Part) {
  return plainOf(part, ['no', 'amount', 'dueOn', 'paidAt', 'missedAt'])
}
