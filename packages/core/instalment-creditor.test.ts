import { expect, it } from 'vitest'
import { creditorInPlace, decideTakeOver, standsAsCreditor } from './instalment-creditor.ts'
import type { Instalments } from './instalments.ts'
import type { Membership, OrganisationRole } from './organisation.ts'

const none = { offeredRoles: [], invitationExpiresAt: null, suspendedAt: null }
const of = (
  memberId: string,
  roles: OrganisationRole[],
  state: Membership['state'] = 'active',
): Membership => ({
  ...none,
  memberId,
  roles: state === 'active' ? roles : [],
  state,
})
const instalments = (endedAt: number | null = null) =>
  ({
    creditorId: 'sender',
    debtorId: 'debtor',
    endedAt,
    state: endedAt === null ? 'active' : 'paid',
  }) as Instalments
const gone = of('sender', [], 'ended')

it.each([
  ['take_over', of('admin', ['administrator']), gone, instalments()],
  ['take_over', of('admin', ['administrator']), undefined, instalments()],
  ['not_found', undefined, gone, instalments()],
  ['not_found', of('other', ['sender']), gone, instalments()],
  ['role_missing', of('auditor', ['auditor']), gone, instalments()],
  ['sender_still_there', of('admin', ['administrator']), of('sender', []), instalments()],
  ['self_not_allowed', of('debtor', ['administrator']), gone, instalments(1)],
  ['instalments_over', of('admin', ['administrator']), gone, instalments(1)],
] as const)('taking over: %s', (expected, own, sender, about) => {
  const decided = decideTakeOver(about, own, sender)
  expect(typeof decided === 'string' ? decided : decided.code).toBe(expected)
})

it('the sender speaks while they are there, whoever is in their place while they administer', () => {
  const stands = (own: Membership | undefined) => standsAsCreditor('sender', own)
  expect([stands(of('sender', [])), stands(gone), stands(undefined)]).toEqual([true, false, false])
  expect(stands(of('admin', ['administrator']))).toBe(true)
  expect(stands(of('admin', ['sender', 'approver']))).toBe(false)
  expect(stands(of('admin', ['administrator'], 'ended'))).toBe(false)
})

it('in the sender’s place stands who asked, else the first who may; never whoever owes, and the sender where nobody may', () => {
  const people = [of('b', ['sender']), of('c', ['administrator']), of('d', ['administrator']), gone]
  const place = (askerId: string | undefined, debtorId = 'x') =>
    creditorInPlace('sender', debtorId, { askerId, people })
  expect([place(undefined), place('d'), place('b'), place('c', 'c')]).toEqual(['c', 'd', 'c', 'd'])
  expect(creditorInPlace('sender', 'c', { askerId: 'c', people: people.slice(0, 2) })).toBe('sender')
})
