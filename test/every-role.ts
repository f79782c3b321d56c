/**
 * A house with one person in each role, and real things of every kind that a role is about: an approval that waits, a
 * draft, a dispute with its pack, a freeze with an appeal, a report. Whoever is refused at a door is refused for who they
 * are, for what they ask about is there.
 */

import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import type { OrganisationRole } from '@laisee/core/organisation.ts'
import type { Route } from '@laisee/server/http/route.ts'
import { routes } from '@laisee/server/routes.ts'
import { memberWith, type TestService } from '@laisee/server/testing/service.ts'
import { sampleOf } from './bad-input/samples.ts'

/** Each role's person, somebody in the house without a role, and somebody outside. */
export const persons = [
  'sender',
  'approver',
  'administrator',
  'auditor',
  'dispute_agent',
  'plain',
  'stranger',
] as const
export type Person = (typeof persons)[number]

export interface Answer {
  status: number
  code: string | undefined
}

export interface EveryRole {
  knock(route: Route, who: Person): Promise<Answer>
}

interface On {
  service: TestService
  app: FastifyInstance
  operator: string
  tokenOf(memberId: string): Promise<string>
}

type Body = Record<string, unknown>

interface Desk {
  idOf(who: string): string
  inject(
    who: string,
    method: Route['method'],
    url: string,
    payload?: object,
  ): Promise<{ status: number; text: string }>
  make(who: string, url: string, payload: object): Promise<Body>
}

/** Everybody, with a token each. */
async function everybody({ service, app, operator, tokenOf }: On): Promise<Desk> {
  const ids = new Map<string, string>()
  const tokens = new Map<string, string>([['operator', operator]])
  for (const who of [...persons, 'second', 'leaver', 'ann', 'bob']) {
    const id = await memberWith(service.ctx, who.replace('_', ' '), 100_000n)
    ids.set(who, id)
    tokens.set(who, await tokenOf(id))
  }
  let keys = 0
  const inject: Desk['inject'] = async (who, method, url, payload) => {
    const headers = {
      authorization: `Bearer ${tokens.get(who)!}`,
      ...(method !== 'GET' && { 'idempotency-key': `role-${keys++}` }),
    }
    const { statusCode: status, body: text } = await app.inject({
      method,
      url,
      headers,
      ...(payload && { payload }),
    })
    return { status, text }
  }
  const make: Desk['make'] = async (who, url, payload) => {
    const { status, text } = await inject(who, 'POST', url, payload)
    if (status >= 300) throw new Error(`${url} as ${who}: ${text}`)
    return JSON.parse(text) as Body
  }
  return { idOf: (who) => ids.get(who)!, inject, make }
}

interface Found {
  /** Ids by the name of a parameter, or by the prefix of its kind. */
  things: Record<string, unknown>
  content: object
}

const why = { reason: 'suspected_fraud', note: '核查', basis: 'policy' }

/** Approvers and administrators each have a seat, and each has to approve: so both are let in at an approval's doors. */
function withBothAsked(content: { chains: object[] }): object {
  const steps = [{ manner: 'all', approvers: [{ role: 'approver' }, { role: 'administrator' }] }]
  return { ...content, chains: content.chains.map((chain) => ({ ...chain, steps })) }
}

/** Found the house, with a draft and a send that waits. */
async function foundHouse({ idOf, inject, make }: Desk): Promise<Found> {
  const placed = [...persons.slice(0, 5), 'second'] as const
  const people = [
    ...placed.map((who) => ({
      memberId: idOf(who),
      roles: [who === 'second' ? 'administrator' : (who as OrganisationRole)],
    })),
    ...['plain', 'leaver'].map((who) => ({ memberId: idOf(who), roles: [] })),
  ]
  const house = String(
    (await make('operator', '/v1/organisations', { name: '平台', house: true, people })).id,
  )
  const at = `/v1/organisations/${house}`
  await make('operator', `${at}/top-ups`, { amount: 2_000_000 })
  const { text } = await inject('administrator', 'GET', `${at}/policy`)
  const content = withBothAsked((JSON.parse(text) as { content: { chains: object[] } }).content)
  const first = await make('second', `${at}/policies`, { content })
  await make('administrator', `${at}/policies/${String(first.id)}/publish`, {})
  const policy = await make('second', `${at}/policies`, { content })
  const waits = { payeeId: idOf('stranger'), amount: 600_000, onBehalfOf: house }
  const waiting = await make('sender', '/v1/transfers', waits)
  const things = { org: house, pol: policy.id, sendId: waiting.id, memberId: idOf('leaver') }
  return { things, content }
}

/** A dispute with its pack, a freeze that is objected to, a report. */
async function openCases({ idOf, make }: Desk, service: TestService): Promise<Found['things']> {
  const sent = await make('ann', '/v1/transfers', { payeeId: idOf('bob'), amount: 3_000, delayS: 0 })
  await service.forward(60_000)
  await service.sweep()
  const dispute = await make('ann', '/v1/disputes', { sourceId: sent.id, cause: 'mistake', text: '转错人了' })
  await make('dispute_agent', `/v1/disputes/${String(dispute.id)}/assign`, {})
  const { pack } = await make('dispute_agent', `/v1/disputes/${String(dispute.id)}/evidence-packs`, {
    claim: 'mistake',
  })
  const freeze = await make('operator', '/v1/freezes', {
    kind: 'wallet',
    subjectId: idOf('bob'),
    ...why,
  })
  await make('bob', `/v1/freezes/${String(freeze.id)}/appeal`, { text: '这是还款' })
  const report = await make('ann', `/v1/members/${idOf('bob')}/reports`, { reason: 'scam' })

  const packId = (pack as Body).id
  return { dsp: dispute.id, frz: freeze.id, mem: idOf('bob'), packId, reportId: report.id }
}

/** Bodies about what is there, by the name of the route. */
function bodiesOf({ idOf }: Desk, { things, content }: Found, now: number): Record<string, object> {
  return {
    freezeMoney: { kind: 'wallet', subjectId: idOf('stranger'), ...why },
    noteOnDispute: { text: '已看' },
    askInDispute: { toId: idOf('bob'), text: '请说明' },
    assignDispute: {},
    decideDispute: { outcome: 'refuse', reasons: '记录一致。' },
    makeDisputePack: { claim: 'mistake' },
    inviteOrganisationMember: { memberId: idOf('stranger'), roles: ['sender'] },
    changeOrganisationRoles: { roles: ['approver'] },
    draftPolicy: { content },
    changePolicyDraft: { content },
    goBackToPolicy: { version: 0 },
    tryPolicy: { days: 7 },
    transferApprovalSeat: { toId: idOf('second') },
    approveSends: { sendIds: [things.sendId] },
    delegateApprovals: { toId: idOf('second'), until: new Date(now + 86_400_000).toISOString() },
  }
}

/** Found the house and everything in it. */
export async function everyRole(on: On): Promise<EveryRole> {
  const desk = await everybody(on)
  const { idOf, inject } = desk
  const house = await foundHouse(desk)
  const things = { ...house.things, ...(await openCases(desk, on.service)) }
  const now = await on.service.ctx.db.transaction((tx) => tx.now())
  const bodies = bodiesOf(desk, { ...house, things }, now)
  const pathOf = (route: Route): string => {
    const properties = (route.params?.properties ?? {}) as Record<string, TSchema & { pattern?: string }>
    return route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const prefix = /^\^(?:\(\?:)?([a-z]+)/.exec(properties[name]!.pattern ?? '')?.[1] ?? ''
      const own = route.path.startsWith('/v1/freeze-subjects')
        ? idOf('bob')
        : ((things as Body)[name] ?? (things as Body)[prefix])
      return String(own ?? sampleOf(properties[name]!))
    })
  }
  return {
    async knock(route, who) {
      const body = route.body && (bodies[route.name] ?? (sampleOf(route.body) as object))
      const { status, text: said } = await inject(who, route.method, pathOf(route), body)
      return { status, code: status < 400 ? undefined : String((JSON.parse(said) as Body).code) }
    },
  }
}

/** The doors that ask for a role, each with who may. */
export const roleDoors = routes.filter((route) => route.roles !== undefined)
/** Lists of one's own, open to every member. */
export const ownDoors = routes.filter(
  ({ method, path, roles, callers, stream, query }) =>
    method === 'GET' &&
    !path.includes('{') &&
    roles === undefined &&
    callers.includes('member') &&
    stream === undefined &&
    !((query as { required?: string[] } | undefined)?.required?.length ?? 0),
)
