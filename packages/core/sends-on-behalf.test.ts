import { expect, it } from 'vitest'
import type { Membership, MembershipState, OrganisationRole } from './organisation.ts'
import { decideAskForOrganisation, decideSeeSends, isFoundBy } from './sends-on-behalf.ts'

const of = (roles: OrganisationRole[], state: MembershipState = 'active'): Membership => ({
  memberId: 'ann',
  state,
  roles,
  offeredRoles: [],
  invitationExpiresAt: null,
  suspendedAt: null,
})

it.each([
  ['not_found', undefined],
  ['not_found', of(['administrator'], 'ended')],
  ['not_found', of([], 'invited')],
  ['role_missing', of([])],
  ['role_missing', of(['dispute_agent'])],
  ['own', of(['sender'])],
  ['own', of(['approver'])],
  ['all', of(['auditor'])],
  ['all', of(['sender', 'administrator'])],
] as const)('what an organisation sent is shown: %s', (answer, own) => {
  const seen = decideSeeSends(own)
  expect(typeof seen === 'string' ? seen : seen.code).toBe(answer)
})

it.each([
  ['not_found', undefined, of([], 'ended')],
  ['not_found', of(['administrator'], 'ended'), of([], 'ended')],
  ['not_found', of(['sender']), of([], 'ended')],
  ['role_missing', of(['auditor']), of(['sender'])],
  ['sender_still_there', of(['administrator']), of(['sender'])],
  ['sender_still_there', of(['administrator']), of([])],
  ['ask', of(['administrator']), of([], 'ended')],
  ['ask', of(['administrator']), undefined],
] as const)('what another sent for an organisation is asked back: %s', (answer, own, sender) => {
  const decided = decideAskForOrganisation(own, sender)
  expect(typeof decided === 'string' ? decided : decided.code).toBe(answer)
})

it.each([
  ['9k3', true],
  ['差旅', true],
  [' Ann  ', true],
  ['bob', false],
  ['ａｎｎ', true],
  ['ANN', true],
  ['波', false],
])('a search for %s looks into id, words and names: %s', (text, found) => {
  expect(isFoundBy(text, { id: 'tr_019k3', words: '差旅 10 月', names: ['安', 'Ann Wu'] })).toBe(found)
})
