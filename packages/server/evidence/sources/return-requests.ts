/** What was asked back and answered: when it reached the other side and was read, and what they said or gave back. */

import { returnStateAt, type ReturnRequest } from '@laisee/core/return-request.ts'
import type { PackFacts } from '@laisee/core/evidence/gap.ts'
import type { Tx } from '../../db/db.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'
import { plainOf } from './plain.ts'

const fields = [
  'id',
  'kind',
  'payerId',
  'recipientId',
  'currency',
  'cause',
  'amount',
  'returned',
  'message',
  'askedAt',
  'dueOn',
  'deliveredAt',
  'readAt',
  'reminderCount',
  'remindedAt',
  'returnedAt',
  'declinedAt',
  'declineReason',
  'note',
  'withdrawnAt',
] as const satisfies readonly (keyof ReturnRequest)[]

const steps: readonly PackFacts['request'][] = ['none', 'asked', 'delivered', 'read', 'answered']

export function readReturnRequestsItem(_tx: Tx, { requests, now }: Case): Promise<Found | undefined> {
  if (requests.length === 0) return Promise.resolve(undefined)
  const reached = requests.filter(({ kind }) => kind === 'asked').map(stepOf)
  const furthest = Math.max(0, ...reached.map((step) => steps.indexOf(step)))
  return Promise.resolve({
    data: {
      requests: requests.map((one) => ({ ...plainOf(one, fields), state: returnStateAt(one, now) })),
    },
    facts: { request: steps[furthest]! },
  })
}

function stepOf({ deliveredAt, readAt, returned, declinedAt }: ReturnRequest): PackFacts['request'] {
  if (returned > 0n || declinedAt !== null) return 'answered'
  if (readAt !== null) return 'read'
  return deliveredAt === null ? 'asked' : 'delivered'
}
