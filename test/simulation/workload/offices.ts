/** Acting for organisations: founded on the first day, run by their administrators, and asked for much that is not theirs. */

import { dayMs, hourMs } from '@laisee/core/instant.ts'
import type { Ask, Fields } from '../asks.ts'
import { circleOf, openStep, type Approval } from '../auditor/approval.ts'
import { holdersOf, isFit, type Organisation } from '../auditor/organisations.ts'
import type { Packet, Transfer } from '../auditor/world.ts'
import { firstPolicy, somePolicy } from './policies.ts'
import type { Town } from './sends.ts'

/** The organisation of the first day, its people by their place in the list of habits. */
export function firstOffice(ids: readonly string[]): Ask[] {
  const people = [
    [0, 'administrator'],
    [2, 'administrator', 'sender'],
    [3, 'sender'],
    [4, 'approver', 'sender'],
    [5, 'approver'],
    [6, 'auditor'],
  ] as const
  const placed = people.map(([place, ...roles]) => ({ memberId: ids[place]!, roles }))
  const body = {
    name: '山海公司',
    people: placed.map(({ memberId, roles }) => ({ memberId, roles: [...roles] })),
  }
  return [{ route: 'createOrganisation', as: 'operator', body }]
}

/** It has money, and somebody drafts its first policy; another publishes it then. */
export function furnish({ world }: Town): Ask[] {
  const o = [...world.organisations.values()].at(-1)!
  const [first] = holdersOf(o, 'administrator')
  const at = { id: o.id }
  return [
    { route: 'topUpOrganisation', as: 'operator', params: at, body: { amount: 400_000 } },
    { route: 'draftPolicy', as: first!, params: at, body: { content: firstPolicy, note: '先这样' } },
  ]
}

export function publishFirst({ world, dice }: Town): Ask[] {
  const o = [...world.organisations.values()].at(-1)!
  const draft = o.versions.at(-1)
  const second = holdersOf(o, 'administrator').find((id) => !draft?.authors.includes(id))
  if (!draft || !second) return []
  const ask = { route: 'publishPolicy', as: second, params: { id: o.id, policyId: draft.id } }
  return [
    dice.percent(40) ? { ...ask, body: { effectiveAt: inMs(world, dice.pick([hourMs, 9 * hourMs])) } } : ask,
  ]
}

const weights = {
  topUpOrganisation: 2,
  withdrawFromOrganisation: 1,
  readOrganisation: 1,
  inviteOrganisationMember: 3,
  acceptOrganisationInvitation: 4,
  changeOrganisationRoles: 4,
  endOrganisationMembership: 1,
  suspendOrganisationMember: 2,
  resumeOrganisationMember: 3,
  suspendOrganisation: 1,
  resumeOrganisation: 3,
  delegateApprovals: 5,
  endDelegation: 1,
  draftPolicy: 3,
  goBackToPolicy: 1,
  changePolicyDraft: 2,
  withdrawPolicyDraft: 1,
  publishPolicy: 6,
  createOrganisation: 1,
}

const someRoles = (town: Town) =>
  town.dice.pick([
    ['sender'],
    ['approver'],
    ['sender', 'approver'],
    ['administrator'],
    ['administrator', 'sender'],
    ['auditor'],
    ['auditor', 'sender'],
    [],
  ])

/** One of these acts, mostly by whoever may. */
export function officeAct(town: Town): Ask {
  const { world, dice } = town
  const route = dice.weighted(weights)
  const ids = [...world.members.keys()]
  const o = dice.pick([...world.organisations.values()].filter(({ isHouse }) => !isHouse || dice.percent(15)))
  const administrators = holdersOf(o, 'administrator')
  const chief = dice.percent(90) && administrators.length > 0 ? dice.pick(administrators) : dice.pick(ids)
  const person = dice.percent(85) ? dice.pick([...o.people.keys()]) : dice.pick(ids)
  const at = { id: dice.percent(98) ? o.id : dice.strangeId('organisation') }
  const about = { ...at, memberId: person }
  switch (route) {
    case 'createOrganisation': {
      const people = dice
        .shuffled(ids)
        .slice(0, 2)
        .map((memberId) => ({ memberId, roles: someRoles(town) }))
      const house = dice.percent(15) ? { house: true } : {}
      return { route, as: 'operator', body: { name: '小作坊', people, ...house } }
    }
    case 'topUpOrganisation':
    case 'withdrawFromOrganisation':
      return { route, as: 'operator', params: at, body: { amount: dice.between(1, 60_000) } }
    case 'readOrganisation':
      return { route, as: person, params: at }
    case 'inviteOrganisationMember': {
      const as = dice.percent(70) ? chief : 'operator'
      return { route, as, params: at, body: { memberId: dice.pick(ids), roles: someRoles(town) } }
    }
    case 'acceptOrganisationInvitation':
      return { route, as: invitedTo(o) ?? person, params: at }
    case 'changeOrganisationRoles':
      return { route, as: chief, params: about, body: { roles: someRoles(town) } }
    case 'endOrganisationMembership':
      return { route, as: dice.percent(50) ? chief : person, params: about }
    case 'suspendOrganisationMember':
      return { route, as: chief, params: about, body: { reason: '核实中' } }
    case 'resumeOrganisationMember':
      return { route, as: chief, params: { ...at, memberId: suspendedIn(o) ?? person } }
    case 'suspendOrganisation':
      return { route, as: chief, params: at, body: { reason: '盘账' } }
    case 'resumeOrganisation':
      return { route, as: chief, params: at }
    case 'delegateApprovals':
      return delegation(town, o, at)
    case 'endDelegation':
      return { route, as: [...o.delegations.keys()][0] ?? person, params: at }
    default:
      return policyAct(town, o, route, chief)
  }
}

const invitedTo = (o: Organisation) => [...o.people].find(([, { state }]) => state === 'invited')?.[0]
const suspendedIn = (o: Organisation) => [...o.people].find(([, { suspended }]) => suspended)?.[0]

function delegation({ world, dice }: Town, o: Organisation, params: Record<string, string>): Ask {
  const fit = [...o.people.keys()].filter((id) => isFit(o, id))
  const some = dice.percent(90) && fit.length > 0 ? fit : [...o.people.keys()]
  const until = world.clock + dice.pick([-1_000, hourMs, dayMs, 91 * dayMs])
  const body: Fields = { toId: dice.pick(some), until: new Date(until).toISOString() }
  if (dice.percent(30)) body.since = new Date(world.clock + 60_000).toISOString()
  return { route: 'delegateApprovals', as: dice.pick(some), params, body }
}

const inMs = (world: Town['world'], ms: number) => new Date(world.clock + ms).toISOString()

type PolicyRoute =
  'draftPolicy' | 'goBackToPolicy' | 'changePolicyDraft' | 'withdrawPolicyDraft' | 'publishPolicy'

function policyAct({ dice, world }: Town, o: Organisation, route: PolicyRoute, as: string): Ask {
  const params = { id: o.id }
  if (route === 'goBackToPolicy')
    return { route, as, params, body: { version: dice.below(o.versions.length + 1) } }
  const drafts = o.versions.filter(({ state }) => state === 'draft')
  const draft = drafts.at(-1) ?? o.versions.at(-1)
  const content = somePolicy(dice, o)
  if (route === 'draftPolicy' || !draft) return { route: 'draftPolicy', as, params, body: { content } }
  const one = { ...params, policyId: dice.percent(90) ? draft.id : dice.pick(o.versions).id }
  if (route === 'changePolicyDraft') return { route, as, params: one, body: { content } }
  const others = holdersOf(o, 'administrator').filter((id) => !draft.authors.includes(id))
  const by = route === 'publishPolicy' && dice.percent(75) && others.length > 0 ? dice.pick(others) : as
  if (route !== 'publishPolicy' || dice.percent(60)) return { route, as: by, params: one }
  const ahead = dice.pick([-1_000, hourMs, 6 * hourMs, 6 * hourMs, dayMs, 91 * dayMs])
  return { route, as: by, params: one, body: { effectiveAt: inMs(world, ahead) } }
}

/** For which organisation somebody sends now, if for any: one they send for, or by a slip one they do not. */
export function onBehalf({ world, dice }: Town, me: string, often: number): Fields {
  const all = [...world.organisations.values()]
  const mine = all.filter((o) => holdersOf(o, 'sender').includes(me))
  if (all.length === 0 || !dice.percent(mine.length > 0 ? often : 3)) return {}
  return { onBehalfOf: dice.pick(mine.length > 0 && dice.percent(95) ? mine : all).id }
}

const words = {
  approveSend: 30,
  rejectSend: 9,
  askSenderOfApproval: 3,
  answerApprover: 2,
  breakGlass: 3,
  transferApprovalSeat: 4,
  remindApprovers: 2,
  readApproval: 2,
  listApprovals: 1,
  approveSends: 3,
}

/** A word about a send that waits: mostly by whoever it waits for. */
export function wordOn(town: Town, a: Approval): Ask {
  const { world, dice } = town
  const route = dice.weighted({ ...words, answerApprover: a.unanswered.size > 0 ? 20 : 1 })
  const o = circleOf(world, a)
  const params = { sendId: a.send }
  const sitting = a.steps[Math.max(0, openStep(a))]?.seats.filter(({ filled }) => !filled) ?? []
  const fit = [...o.people.keys()].filter((id) => isFit(o, id) && !a.words.has(id) && id !== a.sender)
  const seated = sitting.map(({ holder }) => holder).filter((id) => fit.includes(id))
  const anyone = dice.percent(10)
    ? [...world.members.keys()]
    : fit.length > 0
      ? fit
      : [a.sender, ...o.people.keys()]
  const said = [...a.words]
  const some = said.length > 0 && dice.percent(10) ? said : anyone
  const as = dice.pick(seated.length > 0 && dice.percent(75) ? seated : some)
  const note = '看过了'
  if (route === 'listApprovals')
    return { route, as, query: { box: dice.pick(['waiting', 'sent']), limit: '200' } }
  if (route === 'readApproval') return { route, as: dice.percent(30) ? a.sender : as, params }
  if (route === 'remindApprovers') return { route, as: dice.percent(90) ? a.sender : as, params }
  if (route === 'answerApprover')
    return { route, as: dice.percent(90) ? a.sender : as, params, body: { note } }
  if (route === 'breakGlass') {
    const chiefs = holdersOf(o, 'administrator')
    return {
      route,
      as: chiefs.length > 0 && dice.percent(90) ? dice.pick(chiefs) : as,
      params,
      body: { note },
    }
  }
  if (route === 'transferApprovalSeat') return { route, as, params, body: { toId: dice.pick(anyone) } }
  if (route === 'approveSends') return together(town, a, as)
  return { route, as, params, body: route === 'approveSend' && dice.percent(60) ? {} : { note } }
}

function together({ world, dice }: Town, a: Approval, as: string): Ask {
  const open = [...world.approvals.values()].filter(
    ({ outcome, send }) => outcome === null && send !== a.send,
  )
  const others = dice.shuffled(open.map(({ send }) => send)).slice(0, dice.below(3))
  return { route: 'approveSends', as, body: { sendIds: [a.send, ...others] } }
}

/** A recall of what somebody sent for an organisation, by whoever thinks they may. */
export function recallOf({ world, dice }: Town, send: Packet | Transfer): Ask {
  const o = world.organisations.get(send.org!)!
  const body: Fields = { sendId: send.id }
  if (dice.percent(60)) body.note = '发错了'
  if ('kind' in send && dice.percent(40)) body.manner = dice.pick(['remainder', 'all_or_nothing'])
  const people = [...o.people.keys()]
  return { route: 'recallOnBehalf', as: dice.pick(people), params: { id: o.id }, body }
}
