/** Allowances over the API: given, accepted, changed by the giver, ended by either. */

import { Type } from 'typebox'
import { toIso } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { route, type Route } from '../http/route.ts'
import { named } from '../http/schemas.ts'
import { acceptFamily, changeFamily, endFamily, inviteToFamily } from './change-family.ts'
import { ChangeFamilyBody, FamilyParams, FamilySchema, InviteBody, showFamilies } from './families.schemas.ts'
import { familiesOf, type FamilyRow } from './families.sql.ts'

const tags = ['families']

async function shown(tx: Tx, row: FamilyRow) {
  return (await showFamilies(tx, [row], await tx.now(row.changedAt)))[0]!
}

const amountOf = (fen: number | null) => (fen === null ? null : BigInt(fen))

export const familyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/families',
    name: 'listFamilies',
    summary: 'The allowances one gives and holds, and those that wait to be accepted',
    tags,
    callers: ['member'],
    reply: named('Families', 'Allowances of a member, newest first.', {
      given: Type.Array(FamilySchema),
      held: Type.Array(FamilySchema),
    }),
    refusals: [],
    idempotent: 'read',
    handle: ({ ctx, caller }) =>
      ctx.db.snapshot(async (tx) => {
        const now = await tx.now()
        const rows = await tx.run(familiesOf, caller.memberId, toIso(now))
        const of = (side: 'giverId' | 'holderId') => rows.filter((row) => row[side] === caller.memberId)
        return {
          given: await showFamilies(tx, of('giverId'), now),
          held: await showFamilies(tx, of('holderId'), now),
        }
      }),
  }),
  route({
    method: 'POST',
    path: '/v1/families',
    name: 'inviteToFamily',
    summary: 'Offer a member an allowance from one’s own wallet',
    description: 'It is in force once they accept it; an offer nobody has accepted is over after 24 hours.',
    tags,
    callers: ['member'],
    body: InviteBody,
    reply: FamilySchema,
    status: 201,
    refusals: [
      'not_found',
      'member_unknown',
      'self_not_allowed',
      'recipient_blocked',
      'already_linked',
      'minor_may_not_give',
      'family_given_max',
    ],
    handle: async ({ tx, caller, body, remember }) => {
      const { memberId, monthMax = null, approveAbove = null } = body
      const ask = { giverId: caller.memberId, holderId: memberId }
      const row = await inviteToFamily(tx, {
        ...ask,
        monthMax: amountOf(monthMax),
        approveAbove: amountOf(approveAbove),
      })
      remember(row.id)
      return shown(tx, row)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/families/{id}/accept',
    name: 'acceptFamily',
    summary: 'Accept an allowance one was offered',
    tags,
    callers: ['member'],
    params: FamilyParams,
    reply: FamilySchema,
    refusals: ['not_found', 'family_held_max', 'invitation_over'],
    handle: async ({ tx, caller, params }) => shown(tx, await acceptFamily(tx, params.id, caller.memberId)),
  }),
  route({
    method: 'PATCH',
    path: '/v1/families/{id}',
    name: 'changeFamily',
    summary: 'Change an allowance one gives',
    description: 'From now on. Lowered below what was sent this month, nothing is left of it.',
    tags,
    callers: ['member'],
    params: FamilyParams,
    body: ChangeFamilyBody,
    reply: FamilySchema,
    refusals: ['not_found', 'invitation_over'],
    handle: async ({ tx, caller, params, body: { monthMax, approveAbove } }) => {
      const ask = {
        familyId: params.id,
        giverId: caller.memberId,
        ...(monthMax !== undefined && { monthMax: BigInt(monthMax) }),
        ...(approveAbove !== undefined && { approveAbove: amountOf(approveAbove) }),
      }
      return shown(tx, await changeFamily(tx, ask))
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/families/{id}',
    name: 'endFamily',
    summary: 'End an allowance, or the offer of one: the giver or the holder, at once',
    description: 'What was sent from it stays sent; what comes back of that still goes to the giver.',
    tags,
    callers: ['member'],
    params: FamilyParams,
    reply: FamilySchema,
    refusals: ['not_found'],
    handle: async ({ tx, caller, params }) => shown(tx, await endFamily(tx, params.id, caller.memberId)),
  }),
]
