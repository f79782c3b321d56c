/** How the API says whom a send is for. */

import { Type, type Static } from 'typebox'
import { closed, IdSchema, nullable, oneOf } from '../http/schemas.ts'
import type { ToWhom } from './to-whom.ts'

export const audiences = ['member', 'members', 'group', 'link'] as const

export const GroupThenSchema = nullable(
  closed(
    {
      id: IdSchema('group'),
      name: Type.String(),
      members: Type.Integer({ minimum: 0, description: 'How many were in it when it was sent.' }),
    },
    { description: 'The group it is for, or is shown in; null where there is none.' },
  ),
)

export const ToWhomSchema = closed({
  audience: oneOf(audiences),
  memberIds: Type.Array(IdSchema('member'), {
    description: 'The members it names; a list has the first three.',
  }),
  memberCount: Type.Integer({ minimum: 0, description: 'How many members it names.' }),
  group: GroupThenSchema,
})

/** Whom a send is for, with the first members, or all of them. */
export function showToWhom(
  { audience, memberIds, group }: ToWhom,
  first?: number,
): Static<typeof ToWhomSchema> {
  return { audience, memberIds: memberIds.slice(0, first), memberCount: memberIds.length, group }
}
