/**
 * Organisations: who is in one, in which roles, and who may change that. The operator makes an organisation and its
 * first members; its administrators do the rest. Duties are kept apart in two ways: roles that do not go together, and
 * per act: nobody decides about themselves, whatever their roles.
 */

import type { Actor } from './actor.ts'
import { dayMs, type Instant } from './instant.ts'
import { refuse, type Refusal } from './refusals.ts'

export const organisationRoles = ['sender', 'approver', 'administrator', 'auditor', 'dispute_agent'] as const
export type OrganisationRole = (typeof organisationRoles)[number]

/**
 * Roles that do not go together. Whoever looks at what was done has done none of it; whoever decides a dispute about a
 * send neither sends nor approves.
 */
export const rolesApart: readonly (readonly [OrganisationRole, OrganisationRole])[] = [
  ['auditor', 'sender'],
  ['auditor', 'approver'],
  ['auditor', 'administrator'],
  ['auditor', 'dispute_agent'],
  ['dispute_agent', 'sender'],
  ['dispute_agent', 'approver'],
]

export type MembershipState = 'invited' | 'active' | 'ended'

/** What an organisation knows of one of its people. */
export interface Membership {
  memberId: string
  state: MembershipState
  /** Those in force; of somebody invited, none yet. */
  roles: readonly OrganisationRole[]
  offeredRoles: readonly OrganisationRole[]
  invitationExpiresAt: Instant | null
  suspendedAt: Instant | null
}

/** An invitation nobody accepted in this time is over. */
export const invitationLivesMs = 7 * dayMs
export const suspensionReasonLengthMax = 500
export const organisationMembersMax = 1_000

/** Whether somebody is in the organisation now. */
export function isActive(one: Membership | undefined): one is Membership {
  return one?.state === 'active'
}

/** Whether somebody is in the organisation now, in this role. */
export function holds(one: Membership | undefined, role: OrganisationRole): boolean {
  return isActive(one) && one.roles.includes(role)
}

/** Roles as they are kept: each once, in their order; refused where two of them do not go together. */
export function decideRoles(asked: readonly OrganisationRole[]): OrganisationRole[] | Refusal {
  const roles = organisationRoles.filter((role) => asked.includes(role))
  const apart = rolesApart.find(([one, other]) => roles.includes(one) && roles.includes(other))
  return apart ? refuse('roles_apart', { field: 'roles', roles: [...apart] }) : roles
}

/** May this actor see what only people of the organisation see? Whoever is not one is told that there is none. */
export function decideSeeOrganisation(actor: Actor, own: Membership | undefined): 'see' | Refusal {
  return actor.kind === 'operator' || isActive(own) ? 'see' : refuse('not_found')
}

/** May this actor do what one of these roles may? */
export function decideAs(
  actor: Actor,
  own: Membership | undefined,
  roles: readonly OrganisationRole[],
): 'may' | Refusal {
  const seen = decideSeeOrganisation(actor, own)
  if (seen !== 'see') return seen
  return actor.kind === 'operator' || roles.some((role) => holds(own, role))
    ? 'may'
    : refuse('role_missing', { roles: [...roles] })
}

const isSelf = (actor: Actor, memberId: string) => actor.kind === 'member' && actor.memberId === memberId

/** What must be known before somebody's place in an organisation is changed. */
export interface MembershipFacts {
  actor: Actor
  own: Membership | undefined
  target: Membership | undefined
  /** Who else holds the role of administrator now. */
  otherAdministrators: number
}

/** May this actor bring this member in, in these roles? An invitation that is over may be made anew. */
export function decideInviteMember(
  facts: MembershipFacts & { memberId: string; memberKnown: boolean; membersNow: number },
  asked: readonly OrganisationRole[],
  now: Instant,
): { roles: OrganisationRole[] } | Refusal {
  const { actor, own, target, memberId } = facts
  const may = decideAs(actor, own, ['administrator'])
  if (may !== 'may') return may
  if (!facts.memberKnown) return refuse('member_unknown', { field: 'memberId', unknown: [memberId] })
  if (isSelf(actor, memberId)) return refuse('own_act', { field: 'memberId' })
  const roles = decideRoles(asked)
  if ('code' in roles) return roles
  if (target && stateOfMembership(target, now) !== 'ended')
    return refuse('already_in_organisation', { state: target.state })
  if (facts.membersNow >= organisationMembersMax)
    return refuse('organisation_full', { max: organisationMembersMax })
  return { roles }
}

/** The state at a moment: an invitation that nobody accepted in time is over, written down or not. */
export function stateOfMembership({ state, invitationExpiresAt }: Membership, now: Instant): MembershipState {
  return state === 'invited' && invitationExpiresAt !== null && now >= invitationExpiresAt ? 'ended' : state
}

/** May this member accept? Nothing to do where they are in already. */
export function decideAcceptInvitation(
  own: Membership | undefined,
  now: Instant,
): 'accept' | 'accepted' | Refusal {
  if (!own) return refuse('not_found')
  if (own.state === 'active') return 'accepted'
  return stateOfMembership(own, now) === 'invited' ? 'accept' : refuse('invitation_over')
}

/** May this actor give that member these roles in place of theirs? An organisation keeps an administrator. */
export function decideChangeRoles(
  { actor, own, target, otherAdministrators }: MembershipFacts,
  asked: readonly OrganisationRole[],
): { roles: OrganisationRole[] } | Refusal {
  const may = decideAs(actor, own, ['administrator'])
  if (may !== 'may') return may
  if (!isActive(target)) return refuse('not_found')
  if (isSelf(actor, target.memberId)) return refuse('own_act')
  const roles = decideRoles(asked)
  if ('code' in roles) return roles
  if (holds(target, 'administrator') && !roles.includes('administrator') && otherAdministrators === 0)
    return refuse('last_administrator')
  return { roles }
}

/** May this actor end that member's place? Everybody may leave, but for the last administrator. */
export function decideEndMembership(facts: MembershipFacts): 'end' | Refusal {
  const { actor, own, target, otherAdministrators } = facts
  const leaving = target !== undefined && isSelf(actor, target.memberId)
  if (!leaving) {
    const may = decideAs(actor, own, ['administrator'])
    if (may !== 'may') return may
  }
  if (!target || target.state === 'ended') return refuse('not_found')
  return holds(target, 'administrator') && otherAdministrators === 0 ? refuse('last_administrator') : 'end'
}

/** May this actor stop that member's sends on behalf of the organisation, or let them go on? Nobody lets themselves. */
export function decideSuspendMember(
  { actor, own, target }: MembershipFacts,
  manner: 'suspend' | 'resume',
): 'write' | Refusal {
  const may = decideAs(actor, own, ['administrator'])
  if (may !== 'may') return may
  if (!isActive(target)) return refuse('not_found')
  if (manner === 'resume' && isSelf(actor, target.memberId)) return refuse('own_act')
  return decideSwitch(target.suspendedAt !== null, manner)
}

/** May this actor stop every send on behalf of the organisation, or let them go on? */
export function decideSuspendOrganisation(
  actor: Actor,
  own: Membership | undefined,
  suspended: boolean,
  manner: 'suspend' | 'resume',
): 'write' | Refusal {
  const may = decideAs(actor, own, ['administrator'])
  return may === 'may' ? decideSwitch(suspended, manner) : may
}

function decideSwitch(suspended: boolean, manner: 'suspend' | 'resume'): 'write' | Refusal {
  if (manner === 'suspend') return suspended ? refuse('already_suspended') : 'write'
  return suspended ? 'write' : refuse('not_suspended')
}

/** May this member send on behalf of the organisation now? */
export function decideOnBehalf(
  own: Membership | undefined,
  organisation: { suspendedAt: Instant | null } | undefined,
): 'send' | Refusal {
  if (!organisation || !isActive(own)) return refuse('organisation_unknown', { field: 'onBehalfOf' })
  if (!holds(own, 'sender')) return refuse('role_missing', { roles: ['sender'] })
  if (organisation.suspendedAt !== null) return refuse('organisation_suspended')
  return own.suspendedAt === null ? 'send' : refuse('sending_suspended')
}
