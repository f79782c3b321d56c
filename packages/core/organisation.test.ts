import { describe, expect, it } from 'vitest'
import type { Actor } from './actor.ts'
import {
  decideAcceptInvitation,
  decideChangeRoles,
  decideEndMembership,
  decideInviteMember,
  decideOnBehalf,
  decideRoles,
  decideSuspendMember,
  decideSuspendOrganisation,
  organisationMembersMax,
  organisationRoles,
  rolesApart,
  type Membership,
  type OrganisationRole,
} from './organisation.ts'

const now = 1_800_000_000_000
const operator: Actor = { kind: 'operator', keyId: 'key_1' }
const ann: Actor = { kind: 'member', memberId: 'ann' }

function person(memberId: string, ...roles: OrganisationRole[]): Membership {
  return {
    memberId,
    state: 'active',
    roles,
    offeredRoles: [],
    invitationExpiresAt: null,
    suspendedAt: null,
  }
}
const invited = (memberId: string, expiresAt = now + 1): Membership => ({
  ...person(memberId),
  state: 'invited',
  offeredRoles: ['sender'],
  invitationExpiresAt: expiresAt,
})
const admin = person('ann', 'administrator')
const codeOf = (decision: unknown) => (decision as { code?: string }).code ?? 'yes'

describe('roles', () => {
  it('are kept once each, in their order', () => {
    expect(decideRoles(['administrator', 'sender', 'sender'])).toEqual(['sender', 'administrator'])
    expect(decideRoles([])).toEqual([])
  })

  it.each(rolesApart)('%s and %s do not go together', (one, other) => {
    expect(decideRoles([other, one])).toMatchObject({ code: 'roles_apart', data: { roles: [one, other] } })
  })

  it('an auditor holds nothing else', () => {
    for (const role of organisationRoles)
      expect(codeOf(decideRoles(['auditor', role]))).toBe(role === 'auditor' ? 'yes' : 'roles_apart')
  })
})

describe('an invitation', () => {
  const facts = {
    actor: ann,
    own: admin as Membership | undefined,
    target: undefined as Membership | undefined,
    otherAdministrators: 0,
    memberId: 'bob',
    memberKnown: true,
    membersNow: 2,
  }
  it.each([
    ['not_found', { own: undefined, memberKnown: false }, ['auditor', 'sender']],
    ['not_found', { own: invited('ann') }, ['sender']],
    ['role_missing', { own: person('ann', 'sender'), memberKnown: false }, ['sender']],
    ['member_unknown', { memberKnown: false, memberId: 'ann' }, ['auditor', 'sender']],
    ['own_act', { memberId: 'ann' }, ['auditor', 'sender']],
    ['roles_apart', { target: person('bob') }, ['auditor', 'sender']],
    ['already_in_organisation', { target: person('bob'), membersNow: organisationMembersMax }, ['sender']],
    ['already_in_organisation', { target: invited('bob') }, ['sender']],
    ['organisation_full', { membersNow: organisationMembersMax }, ['sender']],
    ['yes', { target: invited('bob', now) }, ['sender']],
    ['yes', { actor: operator, own: undefined }, ['sender']],
  ] as const)('is answered %s', (code, change, roles) => {
    expect(codeOf(decideInviteMember({ ...facts, ...change }, roles, now))).toBe(code)
  })

  it('is accepted in time, by whom it was made for', () => {
    expect(codeOf(decideAcceptInvitation(undefined, now))).toBe('not_found')
    expect(codeOf(decideAcceptInvitation(invited('bob', now), now))).toBe('invitation_over')
    expect(decideAcceptInvitation(invited('bob'), now)).toBe('accept')
    expect(decideAcceptInvitation(person('bob'), now)).toBe('accepted')
  })
})

describe('nobody decides about themselves', () => {
  const facts = { actor: ann, own: admin, target: admin, otherAdministrators: 3 }
  it('an administrator changes nobody’s roles of their own, nor lets themselves send again', () => {
    expect(codeOf(decideChangeRoles(facts, ['sender']))).toBe('own_act')
    const stopped = { ...admin, suspendedAt: now }
    expect(codeOf(decideSuspendMember({ ...facts, target: stopped }, 'resume'))).toBe('own_act')
    expect(decideSuspendMember(facts, 'suspend')).toBe('write')
  })

  it('everybody may leave', () => {
    expect(decideEndMembership(facts)).toBe('end')
    const bob = person('bob', 'sender')
    const leave = { ...facts, actor: { kind: 'member', memberId: 'bob' } as Actor, own: bob, target: bob }
    expect(decideEndMembership(leave)).toBe('end')
    expect(codeOf(decideEndMembership({ ...leave, target: admin }))).toBe('role_missing')
    expect(codeOf(decideEndMembership({ ...leave, own: undefined, target: admin }))).toBe('not_found')
  })
})

describe('an organisation keeps an administrator', () => {
  const facts = { actor: operator, own: undefined, target: admin, otherAdministrators: 0 }
  it('the last one neither loses the role nor leaves', () => {
    expect(codeOf(decideChangeRoles(facts, ['sender']))).toBe('last_administrator')
    expect(codeOf(decideChangeRoles(facts, ['sender', 'administrator']))).toBe('yes')
    expect(codeOf(decideEndMembership(facts))).toBe('last_administrator')
    expect(decideEndMembership({ ...facts, otherAdministrators: 1 })).toBe('end')
  })

  it('whoever is gone is not there', () => {
    const gone: Membership = { ...admin, state: 'ended' }
    expect(codeOf(decideChangeRoles({ ...facts, target: gone }, []))).toBe('not_found')
    expect(codeOf(decideEndMembership({ ...facts, target: gone }))).toBe('not_found')
    expect(codeOf(decideSuspendMember({ ...facts, target: undefined }, 'suspend'))).toBe('not_found')
  })
})

describe('a suspension', () => {
  const facts = { actor: operator, own: undefined, target: admin, otherAdministrators: 0 }
  it('is made once and lifted once', () => {
    const stopped = { ...admin, suspendedAt: now }
    expect(codeOf(decideSuspendMember({ ...facts, target: stopped }, 'suspend'))).toBe('already_suspended')
    expect(codeOf(decideSuspendMember(facts, 'resume'))).toBe('not_suspended')
    expect(decideSuspendOrganisation(ann, admin, false, 'suspend')).toBe('write')
    expect(codeOf(decideSuspendOrganisation(ann, admin, true, 'suspend'))).toBe('already_suspended')
    expect(codeOf(decideSuspendOrganisation(ann, person('ann', 'sender'), false, 'suspend'))).toBe(
      'role_missing',
    )
  })
})

describe('a send on behalf', () => {
  const open = { suspendedAt: null }
  const sender = person('ann', 'sender')
  it.each([
    ['organisation_unknown', undefined, open],
    ['organisation_unknown', sender, undefined],
    ['organisation_unknown', invited('ann'), { suspendedAt: now }],
    ['organisation_unknown', { ...sender, state: 'ended' } as Membership, open],
    ['role_missing', person('ann', 'administrator', 'approver'), { suspendedAt: now }],
    ['organisation_suspended', { ...sender, suspendedAt: now }, { suspendedAt: now }],
    ['sending_suspended', { ...sender, suspendedAt: now }, open],
    ['yes', sender, open],
  ])('is answered %s', (code, own, organisation) => {
    const decision = decideOnBehalf(own, organisation)
    expect(decision === 'send' ? 'yes' : decision.code).toBe(code)
  })
})
