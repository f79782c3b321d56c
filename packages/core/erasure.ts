/** Forgetting a member: what must have come to its end before, for money and duties have two sides. */

import { refuse, type Refusal } from './refusals.ts'

/** What may still be open, in the order in which it is said. */
export const openThings = [
  'frozen',
  'money',
  'packets',
  'transfers',
  'returns',
  'instalments',
  'collections',
  'disputes',
  'split_plans',
  'approvals',
  'allowances',
  'guardians',
  'organisations',
  'reports',
] as const
export type OpenThing = (typeof openThings)[number]

export interface ForForgetting {
  forgottenAt: number | null
  open: readonly OpenThing[]
}

/** Whether a member may be forgotten: refuses `already_forgotten`, then `still_open` with all that is. */
export function decideForget({ forgottenAt, open }: ForForgetting): true | Refusal {
  if (forgottenAt !== null) return refuse('already_forgotten')
  if (open.length > 0)
    return refuse('still_open', { open: openThings.filter((thing) => open.includes(thing)) })
  return true
}

/** What a forgotten member is called wherever a name was. */
export const forgottenName = '已注销'
