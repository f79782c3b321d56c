/** What the operator and the service's staff see of a member's family: who gives and guards whom. Read alone. */

import { Type } from 'typebox'
import { toIso } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, named } from '../http/schemas.ts'
import { seeAsStaff } from '../organisations/house.ts'
import { cardsOf } from '../people/members.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import { FamilySchema, showFamilies } from './families.schemas.ts'
import { familiesOf } from './families.sql.ts'
import { GuardianSchema, showGuardians } from './guardians.schemas.ts'
import { guardiansOf } from './guardians.sql.ts'

const readers = ['administrator', 'auditor'] as const

const MemberFamilySchema = named(
  'MemberFamily',
  'A member’s allowances and guardian links that are in force or wait for an answer, newest first.',
  {
    member: CardSchema,
    given: Type.Array(FamilySchema),
    held: Type.Array(FamilySchema),
    guarding: Type.Array(GuardianSchema),
    guardedBy: Type.Array(GuardianSchema),
  },
)

async function familyOf(tx: Tx, memberId: string) {
  const card = (await cardsOf(tx, [memberId])).get(memberId)
  if (!card) throw new RefusalError(refuse('not_found'))
  const now = await tx.now()
  const families = await tx.run(familiesOf, memberId, toIso(now))
  const links = await tx.run(guardiansOf, memberId, toIso(now))
  const paid = (side: 'giverId' | 'holderId') => families.filter((row) => row[side] === memberId)
  const linked = (side: 'guardianId' | 'protectedId') => links.filter((row) => row[side] === memberId)
  return {
    member: showCard(card),
    given: await showFamilies(tx, paid('giverId'), now),
    held: await showFamilies(tx, paid('holderId'), now),
    guarding: await showGuardians(tx, linked('guardianId'), now),
    guardedBy: await showGuardians(tx, linked('protectedId'), now),
  }
}

export const familyDeskRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/members/{id}/family',
    name: 'readMemberFamily',
    roles: readers,
    summary: 'A member’s allowances and guardian links',
    tags: ['families'],
    callers: ['operator:limits:read', 'member'],
    params: closed({ id: IdSchema('member') }),
    reply: MemberFamilySchema,
    refusals: ['not_found', 'role_missing'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => {
        await seeAsStaff(tx, caller, readers)
        return familyOf(tx, params.id)
      }),
  }),
]
