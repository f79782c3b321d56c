/** Organisations: who is in one and as what, who may change that, and whose sends on its behalf are stopped. */

import type { Ask, Fields } from '../asks.ts'
import type { Version } from './policies.ts'
import { bodyOf, iso, no, textIn, yes, type Verdict, type World } from './world.ts'

type Rule = (w: World, ask: Ask) => Verdict

const day = 86_400_000
const walletMax = (Number.MAX_SAFE_INTEGER - 1) / 2
const roleNames = ['sender', 'approver', 'administrator', 'auditor', 'dispute_agent']

export interface Place {
  state: 'invited' | 'active'
  roles: string[]
  offered: string[]
  expiresAt: number | null
  suspended: boolean
}

export interface Organisation {
  id: string
  name: string
  /** Whether it is the service's own. */
  isHouse: boolean
  changedAt: number
  suspended: boolean
  /** Whoever is in it or invited into it. */
  people: Map<string, Place>
  versions: Version[]
  /** Who approves for whom, by whose word it is. */
  delegations: Map<string, { to: string; since: number; until: number }>
}

export function isIn(o: Organisation, member: string, role: string): boolean {
  const place = o.people.get(member)
  return place?.state === 'active' && place.roles.includes(role)
}

/** Whether somebody may sit in a seat. */
export const isFit = (o: Organisation, member: string) =>
  isIn(o, member, 'approver') || isIn(o, member, 'administrator')

export function holdersOf(o: Organisation, ...roles: string[]): string[] {
  return [...o.people.keys()].filter((member) => roles.some((role) => isIn(o, member, role)))
}

/** Write a change down: it is dated after the clock and after every change before it, and told to those who answer. */
export function change(
  w: World,
  o: Organisation,
  kind: string,
  facts: Fields,
  about: readonly string[] = [],
): number {
  const at = Math.max(w.clock, o.changedAt) + 1
  o.changedAt = at
  const to = [...holdersOf(o, 'administrator', 'auditor'), ...about]
  w.tell(o.id, `organisation.${kind}`, to, { organisationId: o.id, name: o.name, ...facts }, at)
  return at
}

/** The refusal of whoever is not there, or lacks the role. */
export function barredFrom(o: Organisation, as: string, role: string): Verdict | undefined {
  if (as === 'operator') return undefined
  if (o.people.get(as)?.state !== 'active') return no('not_found')
  return isIn(o, as, role) ? undefined : no('role_missing', { roles: [role] })
}

const inOrder = (roles: readonly string[]) => roleNames.filter((role) => roles.includes(role))

function rolesRefusal(roles: readonly string[]): Verdict | undefined {
  const auditors = roles.includes('auditor') && roles.length > 1
  const agents =
    roles.includes('dispute_agent') && ['sender', 'approver'].some((role) => roles.includes(role))
  return auditors || agents ? no('roles_apart', { field: 'roles' }) : undefined
}

/** An organisation as somebody is shown it: its money to those who answer for it, or send. */
export function shown(w: World, o: Organisation, as: string): Fields {
  const active = [...o.people.values()].filter(({ state }) => state === 'active')
  const roles = o.people.get(as)?.roles ?? []
  const seesMoney = as === 'operator' || roles.some((role) => !['approver', 'dispute_agent'].includes(role))
  return {
    id: o.id,
    name: o.name,
    memberCount: active.length,
    myRoles: roles,
    ...(o.suspended ? {} : { suspended: null }),
    wallet: seesMoney ? { balance: w.balanceOf(o.id), state: 'open' } : null,
  }
}

function shownPlace(o: Organisation, member: string, at: number): Fields {
  const { state, roles, offered, expiresAt, suspended } = o.people.get(member)!
  const over = state === 'invited' && at >= expiresAt!
  return {
    state: over ? 'ended' : state,
    roles,
    offeredRoles: state === 'invited' ? offered : [],
    ...(suspended ? {} : { suspended: null }),
  }
}

const createOrganisation: Rule = (w, ask) => {
  const {
    name,
    house: isHouse = false,
    people,
  } = bodyOf<{ name: string; house?: boolean; people: { memberId: string; roles: string[] }[] }>(ask)
  const unknown = people.map(({ memberId }) => memberId).filter((id) => !w.members.has(id))
  if (unknown.length > 0) return no('member_unknown', { field: 'people', unknown })
  const apart = people.map(({ roles }) => rolesRefusal(roles)).find((refusal) => refusal !== undefined)
  if (apart) return apart
  if (!people.some(({ roles }) => roles.includes('administrator')))
    return no('last_administrator', { field: 'people' })
  if (isHouse && [...w.organisations.values()].some((o) => o.isHouse)) return no('house_taken')
  return yes((reply) => {
    const places = people.map(({ memberId, roles }): [string, Place] => [
      memberId,
      { state: 'active', roles: inOrder(roles), offered: [], expiresAt: null, suspended: false },
    ])
    const o: Organisation = {
      id: textIn(reply, 'id'),
      name,
      isHouse,
      changedAt: w.clock,
      suspended: false,
      people: new Map(places),
      versions: [],
      delegations: new Map(),
    }
    w.organisations.set(o.id, o)
    w.openWallet(o.id)
    const told = [...holdersOf(o, 'administrator', 'auditor'), ...o.people.keys()]
    const facts = { organisationId: o.id, name, by: 'operator', ...(isHouse && { house: true }) }
    w.tell(o.id, 'organisation.created', told, facts)
    return shown(w, o, ask.as)
  }, 201)
}

/** A rule about an organisation there is. */
const ofOne =
  (rule: (w: World, o: Organisation, ask: Ask) => Verdict): Rule =>
  (w, ask) => {
    const o = w.organisations.get(ask.params!.id!)
    return o ? rule(w, o, ask) : no('not_found')
  }

function fund(direction: 'top_up' | 'withdrawal'): Rule {
  return ofOne((w, o, ask) => {
    const { amount } = bodyOf<{ amount: number }>(ask)
    const isTopUp = direction === 'top_up'
    const before = w.balanceOf(o.id)
    if (isTopUp && before + amount > walletMax)
      return no('balance_above_max', { field: 'amount', max: walletMax })
    if (!isTopUp && before < amount) return no('balance_too_low', { balance: before, needed: amount })
    return yes((reply) => {
      const id = textIn(reply, 'id')
      const balance = isTopUp ? before + amount : before - amount
      const facts = { fundingId: id, amount, balance, by: 'operator' }
      const at = change(w, o, isTopUp ? 'topped_up' : 'withdrawn', facts)
      w.move(isTopUp ? 'outside' : o.id, isTopUp ? o.id : 'outside', amount, direction, id, at)
      return { organisationId: o.id, direction, amount, balance, at: iso(at) }
    }, 201)
  })
}

const invite = ofOne((w, o, ask) => {
  const { memberId, roles: asked } = bodyOf<{ memberId: string; roles: string[] }>(ask)
  const barred = barredFrom(o, ask.as, 'administrator')
  if (barred) return barred
  if (!w.members.has(memberId)) return no('member_unknown', { field: 'memberId', unknown: [memberId] })
  if (memberId === ask.as) return no('own_act', { field: 'memberId' })
  const apart = rolesRefusal(asked)
  if (apart) return apart
  const place = o.people.get(memberId)
  const now = Math.max(w.clock, o.changedAt) + 1
  if (place && (place.state === 'active' || now < place.expiresAt!)) return no('already_in_organisation')
  return yes(() => {
    const roles = inOrder(asked)
    const facts = { memberId, roles, by: ask.as }
    const none = { suspended: false, offered: roles, expiresAt: null }
    // Whoever comes anew is the last of those there are.
    o.people.delete(memberId)
    if (ask.as === 'operator') {
      o.people.set(memberId, { ...none, state: 'active', roles })
      change(w, o, 'joined', facts, [memberId])
    } else {
      o.people.set(memberId, { ...none, state: 'invited', roles: [], expiresAt: now + 7 * day })
      change(w, o, 'invited', { ...facts, expiresAt: iso(now + 7 * day) }, [memberId])
    }
    return shownPlace(o, memberId, o.changedAt)
  }, 201)
})

const accept = ofOne((w, o, { as }) => {
  const place = o.people.get(as)
  if (!place) return no('not_found')
  const now = Math.max(w.clock, o.changedAt) + 1
  if (place.state === 'invited' && now >= place.expiresAt!) return no('invitation_over')
  return yes(() => {
    if (place.state === 'invited') {
      Object.assign(place, { state: 'active', roles: place.offered, expiresAt: null })
      change(w, o, 'joined', { memberId: as, roles: place.roles, by: as }, [as])
    }
    return shown(w, o, as)
  })
})

const isLastAdministrator = (o: Organisation, member: string) =>
  isIn(o, member, 'administrator') && holdersOf(o, 'administrator').length === 1

const changeRoles = ofOne((w, o, ask) => {
  const memberId = ask.params!.memberId!
  const roles = inOrder(bodyOf<{ roles: string[] }>(ask).roles)
  const barred = barredFrom(o, ask.as, 'administrator')
  if (barred) return barred
  const place = o.people.get(memberId)
  if (place?.state !== 'active') return no('not_found')
  if (memberId === ask.as) return no('own_act')
  const apart = rolesRefusal(roles)
  if (apart) return apart
  if (!roles.includes('administrator') && isLastAdministrator(o, memberId)) return no('last_administrator')
  return yes(() => {
    const given = roles.filter((role) => !place.roles.includes(role))
    const taken = place.roles.filter((role) => !roles.includes(role))
    place.roles = roles
    const facts = { memberId, roles, given, taken, by: ask.as }
    if (given.length + taken.length > 0) change(w, o, 'roles_changed', facts, [memberId])
    return shownPlace(o, memberId, o.changedAt)
  })
})

const endPlace = ofOne((w, o, ask) => {
  const memberId = ask.params!.memberId!
  const place = o.people.get(memberId)
  const barred = place && memberId === ask.as ? undefined : barredFrom(o, ask.as, 'administrator')
  if (barred) return barred
  if (!place) return no('not_found')
  if (isLastAdministrator(o, memberId)) return no('last_administrator')
  return yes(() => {
    o.people.delete(memberId)
    change(w, o, 'left', { memberId, roles: place.roles, by: ask.as }, [memberId])
    return shown(w, o, ask.as)
  })
})

/** Stopping what a member sends on behalf, or letting them go on. */
function turnMember(manner: 'suspended' | 'resumed'): Rule {
  return ofOne((w, o, ask) => {
    const memberId = ask.params!.memberId!
    const barred = barredFrom(o, ask.as, 'administrator')
    if (barred) return barred
    const place = o.people.get(memberId)
    if (place?.state !== 'active') return no('not_found')
    if (manner === 'resumed' && memberId === ask.as) return no('own_act')
    if (place.suspended === (manner === 'suspended'))
      return no(place.suspended ? 'already_suspended' : 'not_suspended')
    return yes(() => {
      place.suspended = !place.suspended
      change(w, o, `member_${manner}`, { memberId, by: ask.as }, [memberId])
      return shownPlace(o, memberId, o.changedAt)
    })
  })
}

function turnAll(manner: 'suspended' | 'resumed'): Rule {
  return ofOne((w, o, ask) => {
    const barred = barredFrom(o, ask.as, 'administrator')
    if (barred) return barred
    if (o.suspended === (manner === 'suspended'))
      return no(o.suspended ? 'already_suspended' : 'not_suspended')
    return yes(() => {
      o.suspended = !o.suspended
      change(w, o, manner, { by: ask.as })
      return shown(w, o, ask.as)
    })
  })
}

const delegate = ofOne((w, o, ask) => {
  const { toId, since, until } = bodyOf<{ toId: string; since?: string; until: string }>(ask)
  if (o.people.get(ask.as)?.state !== 'active') return no('not_found')
  const from = since === undefined ? Math.max(w.clock, o.changedAt) + 1 : Date.parse(since)
  const end = Date.parse(until)
  if (!isFit(o, ask.as)) return no('role_missing')
  if (toId === ask.as) return no('self_not_allowed', { field: 'toId' })
  if (!isFit(o, toId)) return no('stand_in_unfit', { field: 'toId' })
  if (end <= from || end - from > 90 * day) return no('stand_in_unfit', { field: 'until' })
  return yes(() => {
    o.delegations.set(ask.as, { to: toId, since: from, until: end })
    const facts = { fromId: ask.as, toId, since: iso(from), until: iso(end) }
    change(w, o, 'delegated', facts, [ask.as, toId])
    return shownDelegations(o)
  })
})

const endDelegation = ofOne((w, o, { as }) => {
  if (o.people.get(as)?.state !== 'active') return no('not_found')
  const given = o.delegations.get(as)
  if (!given) return no('not_found')
  return yes(() => {
    o.delegations.delete(as)
    change(w, o, 'delegation_ended', { fromId: as, toId: given.to }, [as, given.to])
    return shownDelegations(o)
  })
})

/** Who approves for whom, in the order of ids. */
function shownDelegations(o: Organisation): Fields {
  const items = [...o.delegations].sort(([one], [other]) => (one < other ? -1 : 1))
  return {
    items: items.map(([fromId, { to, since, until }]) => ({
      fromId,
      toId: to,
      since: iso(since),
      until: iso(until),
    })),
  }
}

const read = ofOne((w, o, { as }) =>
  as === 'operator' || o.people.get(as)?.state === 'active' ? yes(() => shown(w, o, as)) : no('not_found'),
)

/** Everything about organisations and their people, by its route. */
export const organisationRules: Record<string, Rule> = {
  createOrganisation,
  readOrganisation: read,
  topUpOrganisation: fund('top_up'),
  withdrawFromOrganisation: fund('withdrawal'),
  inviteOrganisationMember: invite,
  acceptOrganisationInvitation: accept,
  changeOrganisationRoles: changeRoles,
  endOrganisationMembership: endPlace,
  suspendOrganisationMember: turnMember('suspended'),
  resumeOrganisationMember: turnMember('resumed'),
  suspendOrganisation: turnAll('suspended'),
  resumeOrganisation: turnAll('resumed'),
  delegateApprovals: delegate,
  endDelegation,
}
