/** The rows of hundred.test.ts for organisations, policies and approvals: each in a company of its own. */

import { dayMs, hourMs, minuteMs } from '@laisee/core/instant.ts'
import type { TestService } from '@laisee/server/testing/service.ts'

export interface Request {
  token: string
  method: string
  url: string
  body?: object
}

/** What the rows need of the test: people with tokens, calls, the clock. */
export interface Stage {
  service(): TestService
  operator(): string
  stranger(): Promise<string>
  tokenOf(memberId: string): Promise<string>
  call(
    token: string,
    method: string,
    url: string,
    body?: object,
  ): Promise<{ status: number; body: Record<string, unknown> }>
}

type Row = [make: () => Promise<Request>, events: number]

interface Place {
  id: string
  token: string
}

/** The rows, by the route's name. */
export function organisationRows(stage: Stage): Record<string, Row> {
  const companies = companiesOn(stage)
  return {
    ...peopleRows(stage, companies),
    ...suspensionRows(companies),
    ...policyRows(companies),
    ...wordRows(companies),
    ...seatRows(stage, companies),
    ...leaverRows(stage, companies),
  }
}

type Companies = ReturnType<typeof companiesOn>

function companiesOn(stage: Stage) {
  const { call, stranger, tokenOf } = stage

  async function person(): Promise<Place> {
    const id = await stranger()
    return { id, token: await tokenOf(id) }
  }

  async function company() {
    const [ada, abe, ann, sam, pia] = await Promise.all([1, 2, 3, 4, 5].map(person))
    const people = [
      { memberId: ada!.id, roles: ['administrator', 'approver'] },
      { memberId: abe!.id, roles: ['administrator'] },
      { memberId: ann!.id, roles: ['approver'] },
      { memberId: sam!.id, roles: ['sender'] },
    ]
    const made = await call(stage.operator(), 'POST', '/v1/organisations', { name: '公司', people })
    const at = `/v1/organisations/${String(made.body.id)}`
    await call(stage.operator(), 'POST', `${at}/top-ups`, { amount: 10_000_000 })
    return { id: String(made.body.id), at, ada: ada!, abe: abe!, ann: ann!, sam: sam!, pia: pia! }
  }

  async function waiting() {
    const made = await company()
    const body = { payeeId: made.pia.id, amount: 500_000, onBehalfOf: made.id }
    const sent = await call(made.sam.token, 'POST', '/v1/transfers', body)
    return { ...made, sendId: String(sent.body.id), word: `/v1/approvals/${String(sent.body.id)}` }
  }

  async function drafted() {
    const made = await company()
    const { content } = (await call(made.ada.token, 'GET', `${made.at}/policy`)).body
    const draft = await call(made.ada.token, 'POST', `${made.at}/policies`, { content: content as object })
    return { ...made, content: content as object, draft: `${made.at}/policies/${String(draft.body.id)}` }
  }

  return { call, company, waiting, drafted }
}

const note = { note: '原因' }
const of = (who: Pick<Place, 'token'>, method: string, url: string, body?: object): Request => ({
  token: who.token,
  method,
  url,
  ...(body && { body }),
})

function peopleRows({ operator, stranger }: Stage, { call, company }: Companies): Record<string, Row> {
  const byOperator = (method: string, url: string, body?: object) =>
    of({ token: operator() }, method, url, body)
  return {
    createOrganisation: [
      async () =>
        byOperator('POST', '/v1/organisations', {
          name: '新公司',
          people: [{ memberId: await stranger(), roles: ['administrator'] }],
        }),
      1,
    ],
    renameOrganisation: [async () => byOperator('PATCH', (await company()).at, { name: '改名' }), 1],
    topUpOrganisation: [
      async () => byOperator('POST', `${(await company()).at}/top-ups`, { amount: 500 }),
      1,
    ],
    withdrawFromOrganisation: [
      async () => byOperator('POST', `${(await company()).at}/withdrawals`, { amount: 500 }),
      1,
    ],
    inviteOrganisationMember: [
      async () => {
        const { at, ada, pia } = await company()
        return of(ada, 'POST', `${at}/members`, { memberId: pia.id, roles: ['sender'] })
      },
      1,
    ],
    acceptOrganisationInvitation: [
      async () => {
        const { at, ada, pia } = await company()
        await call(ada.token, 'POST', `${at}/members`, { memberId: pia.id, roles: ['sender'] })
        return of(pia, 'POST', `${at}/accept`)
      },
      1,
    ],
    changeOrganisationRoles: [
      async () => {
        const { at, ada, sam } = await company()
        return of(ada, 'PUT', `${at}/members/${sam.id}/roles`, { roles: ['approver'] })
      },
      1,
    ],
    endOrganisationMembership: [
      async () => {
        const { at, sam } = await company()
        return of(sam, 'DELETE', `${at}/members/${sam.id}`)
      },
      1,
    ],
  }
}

function suspensionRows({ call, company }: Companies): Record<string, Row> {
  return {
    suspendOrganisation: [
      async () => {
        const { at, ada } = await company()
        return of(ada, 'PUT', `${at}/suspension`, { reason: '查' })
      },
      1,
    ],
    resumeOrganisation: [
      async () => {
        const { at, ada } = await company()
        await call(ada.token, 'PUT', `${at}/suspension`, { reason: '查' })
        return of(ada, 'DELETE', `${at}/suspension`)
      },
      1,
    ],
    suspendOrganisationMember: [
      async () => {
        const { at, ada, sam } = await company()
        return of(ada, 'PUT', `${at}/members/${sam.id}/suspension`, { reason: '查' })
      },
      1,
    ],
    resumeOrganisationMember: [
      async () => {
        const { at, ada, sam } = await company()
        await call(ada.token, 'PUT', `${at}/members/${sam.id}/suspension`, { reason: '查' })
        return of(ada, 'DELETE', `${at}/members/${sam.id}/suspension`)
      },
      1,
    ],
  }
}

function policyRows({ company, drafted }: Companies): Record<string, Row> {
  return {
    draftPolicy: [
      async () => {
        const { at, ada, content } = await drafted()
        return of(ada, 'POST', `${at}/policies`, { content })
      },
      1,
    ],
    goBackToPolicy: [
      async () => {
        const { at, ada } = await company()
        return of(ada, 'POST', `${at}/policies/go-back`, { version: 0 })
      },
      1,
    ],
    changePolicyDraft: [
      async () => {
        const { ada, draft, content } = await drafted()
        return of(ada, 'PUT', draft, { content })
      },
      1,
    ],
    withdrawPolicyDraft: [
      async () => {
        const { abe, draft } = await drafted()
        return of(abe, 'DELETE', draft)
      },
      1,
    ],
    publishPolicy: [
      async () => {
        const { abe, draft } = await drafted()
        return of(abe, 'POST', `${draft}/publish`)
      },
      1,
    ],
  }
}

function wordRows({ call, waiting }: Companies): Record<string, Row> {
  return {
    approveSend: [
      async () => {
        const { ann, word } = await waiting()
        return of(ann, 'POST', `${word}/approve`, {})
      },
      1,
    ],
    approveSends: [
      async () => {
        const { ann, sendId } = await waiting()
        return of(ann, 'POST', '/v1/approvals/approve', { sendIds: [sendId] })
      },
      1,
    ],
    rejectSend: [
      async () => {
        const { ann, word } = await waiting()
        return of(ann, 'POST', `${word}/reject`, note)
      },
      1,
    ],
    askSenderOfApproval: [
      async () => {
        const { ann, word } = await waiting()
        return of(ann, 'POST', `${word}/ask`, note)
      },
      1,
    ],
    answerApprover: [
      async () => {
        const { ann, sam, word } = await waiting()
        await call(ann.token, 'POST', `${word}/ask`, note)
        return of(sam, 'POST', `${word}/answer`, note)
      },
      1,
    ],
    breakGlass: [
      async () => {
        const { abe, word } = await waiting()
        return of(abe, 'POST', `${word}/break-glass`, note)
      },
      1,
    ],
  }
}

function seatRows(stage: Stage, { call, company, waiting }: Companies): Record<string, Row> {
  const until = async () => {
    const now = await stage.service().ctx.db.transaction((tx) => tx.now())
    return new Date(now + hourMs).toISOString()
  }
  return {
    transferApprovalSeat: [
      async () => {
        const { ann, abe, word } = await waiting()
        return of(ann, 'POST', `${word}/transfer`, { toId: abe.id })
      },
      1,
    ],
    remindApprovers: [
      async () => {
        const { sam, word } = await waiting()
        return of(sam, 'POST', `${word}/remind`)
      },
      1,
    ],
    delegateApprovals: [
      async () => {
        const { at, ann, abe } = await company()
        return of(ann, 'PUT', `${at}/delegation`, { toId: abe.id, until: await until() })
      },
      1,
    ],
    endDelegation: [
      async () => {
        const { at, ann, abe } = await company()
        await call(ann.token, 'PUT', `${at}/delegation`, { toId: abe.id, until: await until() })
        return of(ann, 'DELETE', `${at}/delegation`)
      },
      1,
    ],
    recallOnBehalf: [
      async () => {
        const { id, at, ada, sam, pia } = await company()
        const body = { kind: 'direct', recipientIds: [pia.id], total: 100, count: 1, onBehalfOf: id }
        const sent = await call(sam.token, 'POST', '/v1/packets', body)
        await stage.service().forward(minuteMs)
        return of(ada, 'POST', `${at}/recalls`, { sendId: sent.body.id, ...note })
      },
      2,
    ],
  }
}

/** What a sender who has left leaves behind. */
function leaverRows({ service, operator }: Stage, { call, company }: Companies): Record<string, Row> {
  return {
    takeOverInstalments: [
      async () => {
        const { id, at, ada, sam, pia } = await company()
        const body = { payeeId: pia.id, amount: 500, delayS: 0, onBehalfOf: id }
        const about = String((await call(sam.token, 'POST', '/v1/transfers', body)).body.id)
        await service().forward(minuteMs)
        await service().sweep()
        const { now } = (await call(pia.token, 'GET', '/v1/clock')).body
        const firstOn = new Date(Date.parse(String(now)) + 5 * dayMs).toISOString().slice(0, 10)
        const plan = { about, principal: 500, plan: { count: 2, firstOn, every: 'week' } }
        const made = await call(pia.token, 'POST', '/v1/instalments', plan)
        await call(operator(), 'DELETE', `${at}/members/${sam.id}`)
        return of(ada, 'POST', `/v1/instalments/${String(made.body.id)}/take-over`)
      },
      1,
    ],
  }
}
