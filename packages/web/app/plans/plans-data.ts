/** A split plan as its page reads it. What touches a send touches it as well. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { sendsQuery } from '../send/sends-data.ts'
import { service } from '../data/service.ts'

export type Plan = Answer<'readSplitPlan'>
export type Part = Plan['parts'][number]

export function planQuery(id: string) {
  return queryOptions({
    queryKey: [...sendsQuery.queryKey, 'plan', id],
    queryFn: ({ signal }) => service().readSplitPlan({ path: { id }, signal }),
  })
}

/** How much of a plan is on its way or with its payee, and in how many parts. What was undone is neither. */
export function progressOf({ parts }: Plan): { sent: number; amount: number } {
  const out = parts.filter(({ transfer }) => transfer !== null && !cameBack.has(transfer.state))
  return { sent: out.length, amount: out.reduce((sum, { amount }) => sum + amount, 0) }
}

const cameBack = new Set(['undone', 'rejected', 'recalled', 'declined', 'returned'])
