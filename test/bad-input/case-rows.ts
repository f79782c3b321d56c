/** The rows of hundred.test.ts for freezes and disputes: each about money of somebody new. */

import { handInDocument } from '@laisee/server/documents/hand-in.ts'
import { minuteMs } from '@laisee/core/instant.ts'
import type { Request, Stage } from './organisation-rows.ts'

type Row = [make: () => Promise<Request>, events: number]

/** The rows, by the route's name. */
export function caseRows(stage: Stage): Record<string, Row> {
  const cases = casesOn(stage)
  return { ...freezeRows(stage, cases), ...sideRows(stage, cases), ...deskRows(cases) }
}

type Cases = ReturnType<typeof casesOn>

function casesOn(stage: Stage) {
  const { call, stranger, tokenOf } = stage
  let house: Promise<string[]> | undefined

  /** Somebody with money. */
  async function rich(): Promise<{ id: string; token: string }> {
    const id = await stranger()
    await call(stage.operator(), 'POST', '/v1/top-ups', { memberId: id, amount: 10_000 })
    return { id, token: await tokenOf(id) }
  }

  /** The tokens of two dispute agents of the service's own organisation, made once. */
  function agents(): Promise<string[]> {
    house ??= (async () => {
      const ids = await Promise.all([stranger(), stranger(), stranger()])
      const roles = [['administrator'], ['dispute_agent'], ['dispute_agent']]
      const people = ids.map((memberId, i) => ({ memberId, roles: roles[i] }))
      await call(stage.operator(), 'POST', '/v1/organisations', { name: '客服', house: true, people })
      return Promise.all(ids.slice(1).map(tokenOf))
    })()
    return house
  }

  /** An amount that the first agent froze. */
  async function frozen() {
    const owner = await rich()
    const [agent, other] = await agents()
    const made = await call(agent!, 'POST', '/v1/freezes', frozenAmount(owner.id))
    return { owner, agent: agent!, other: other!, at: `/v1/freezes/${String(made.body.id)}` }
  }

  /** A transfer that arrived. */
  async function arrived() {
    const [ann, bob] = [await rich(), await rich()]
    const sent = await call(ann.token, 'POST', '/v1/transfers', { payeeId: bob.id, amount: 100, delayS: 0 })
    await stage.service().forward(minuteMs)
    await stage.service().sweep()
    return { ann, bob, sourceId: String(sent.body.id) }
  }

  /** A dispute that the first agent has in hand, and whose other side has spoken. */
  async function inHand() {
    const { ann, bob, sourceId } = await arrived()
    const [agent, other] = await agents()
    const made = await call(ann.token, 'POST', '/v1/disputes', { sourceId, cause: 'mistake', text: '转错了' })
    const at = `/v1/disputes/${String(made.body.id)}`
    await call(agent!, 'POST', `${at}/assign`, {})
    await call(bob.token, 'POST', `${at}/statements`, { text: '是还款' })
    return { ann, bob, at, agent: agent!, other: other! }
  }

  return { call, rich, agents, frozen, arrived, inHand }
}

const frozenAmount = (subjectId: string) => ({
  ...{ kind: 'amount', subjectId, amount: 500 },
  ...{ reason: 'dispute', note: '核查', basis: 'policy' },
})
const pdf = (inside: string) => Buffer.from(`%PDF-1.4\n% ${inside}\n%%EOF\n`)
const of = (token: string, url: string, body?: object): Request => ({
  token,
  method: 'POST',
  url,
  ...(body && { body }),
})

function freezeRows(stage: Stage, { call, rich, frozen }: Cases): Record<string, Row> {
  return {
    freezeMoney: [async () => of(stage.operator(), '/v1/freezes', frozenAmount((await rich()).id)), 1],
    releaseFreeze: [
      async () => {
        const { at, agent } = await frozen()
        return of(agent, `${at}/release`, { reason: 'cleared' })
      },
      1,
    ],
    appealFreeze: [
      async () => {
        const { at, owner } = await frozen()
        return of(owner.token, `${at}/appeal`, { text: '这是工资' })
      },
      1,
    ],
    answerFreezeAppeal: [
      async () => {
        const { at, owner, other } = await frozen()
        await call(owner.token, 'POST', `${at}/appeal`, { text: '这是工资' })
        return of(other, `${at}/appeal/answer`, { outcome: 'dismissed', answer: '材料不足' })
      },
      1,
    ],
  }
}

function sideRows(stage: Stage, { call, rich, arrived, inHand }: Cases): Record<string, Row> {
  return {
    openDispute: [
      async () => {
        const { ann, sourceId } = await arrived()
        return of(ann.token, '/v1/disputes', { sourceId, cause: 'fraud', text: '被骗了' })
      },
      1,
    ],
    stateInDispute: [
      async () => {
        const { bob, at } = await inHand()
        return of(bob.token, `${at}/statements`, { text: '是还款' })
      },
      1,
    ],
    handInDocument: [async () => of((await rich()).token, '/v1/documents?kind=other', pdf('handed in')), 0],
    addDisputeDocument: [
      async () => {
        const { ann, at } = await inHand()
        const bytes = pdf(at)
        const ask = { ownerId: ann.id, kind: 'other', said: 'application/pdf', bytes } as const
        const { id: documentId } = await handInDocument(stage.service().ctx, ask)
        return of(ann.token, `${at}/documents`, { documentId })
      },
      1,
    ],
    withdrawDispute: [
      async () => {
        const { ann, at } = await inHand()
        return of(ann.token, `${at}/withdraw`)
      },
      1,
    ],
    appealDispute: [
      async () => {
        const { ann, at, agent } = await inHand()
        await call(agent, 'POST', `${at}/decide`, { outcome: 'refuse', reasons: '证据不足' })
        return of(ann.token, `${at}/appeal`, { text: '不服' })
      },
      1,
    ],
  }
}

function deskRows({ inHand }: Cases): Record<string, Row> {
  return {
    assignDispute: [
      async () => {
        const { at, other } = await inHand()
        return of(other, `${at}/assign`, {})
      },
      1,
    ],
    noteOnDispute: [
      async () => {
        const { at, agent } = await inHand()
        return of(agent, `${at}/notes`, { text: '看起来可信' })
      },
      1,
    ],
    askInDispute: [
      async () => {
        const { at, agent, bob } = await inHand()
        return of(agent, `${at}/ask`, { toId: bob.id, text: '请补充' })
      },
      1,
    ],
    decideDispute: [
      async () => {
        const { at, agent } = await inHand()
        return of(agent, `${at}/decide`, { outcome: 'refuse', reasons: '证据不足' })
      },
      1,
    ],
  }
}
