/** How far a split plan is. Pure. */

import type { Answer } from '@laisee/client/client.ts'

export type Plan = Answer<'readSplitPlan'>
export type Part = Plan['parts'][number]

/** Whether some part may still be sent. */
export function isUnfinished({ over, parts }: Plan): boolean {
  return !over && parts.some(({ transfer }) => transfer === null)
}

/** How much of a plan is on its way or with its payee, and in how many parts. What was undone is neither. */
export function progressOf({ parts }: Plan): { sent: number; amount: number } {
  const out = parts.filter(({ transfer }) => transfer !== null && !cameBack.has(transfer.state))
  return { sent: out.length, amount: out.reduce((sum, { amount }) => sum + amount, 0) }
}

const cameBack = new Set(['undone', 'rejected', 'recalled', 'declined', 'returned'])
