/** R7: every verb on what has ended is refused by name, and nothing changes. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import { handInDocument } from '../documents/hand-in.ts'
import { openHouse, type House } from '../freezes/testing/house.ts'
import { openCallers, type Callers, type Method, type Person } from '../testing/callers.ts'

const noon = Date.UTC(2026, 10, 22, 4)

let callers: Callers
let house: House
let ann: Person
let bob: Person
let documentId: string
const sources: string[] = []

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(noon)
  house = await openHouse(callers)
  ann = await callers.person('安', 100_000n)
  bob = await callers.person('波', 10_000n)
  const bytes = Buffer.from('%PDF-1.4\n% an order\n%%EOF\n')
  const ask = { ownerId: ann.id, kind: 'order', said: 'application/pdf', bytes } as const
  documentId = (await handInDocument(callers.service.ctx, ask)).id
  for (let no = 0; no < 10; no++) {
    const { body } = await ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 100, delayS: 0 })
    sources.push(String(body.id))
  }
  await pass(minuteMs)
})
afterAll(() => callers.close())

async function pass(ms: number): Promise<void> {
  await callers.service.forward(ms)
  await callers.service.sweep()
}
/** A transfer that has arrived, about which nothing was said yet. */
const arrived = () => sources.pop()!

const at = (id: string, verb: string) => `/v1/instalments/${id}/${verb}`
async function proposed(): Promise<{ id: string; about: string }> {
  const about = arrived()
  const today = new Date(noon + 20 * dayMs).toISOString().slice(0, 10)
  const body = { about, principal: 100, plan: { count: 1, firstOn: today, every: 'week' } }
  return { id: String((await bob.call('POST', '/v1/instalments', body)).body.id), about }
}
async function agreed(): Promise<{ id: string; about: string }> {
  const made = await proposed()
  await ann.call('POST', at(made.id, 'accept'), { version: 1 })
  return made
}

const dispute = (id: string, verb: string) => `/v1/disputes/${id}/${verb}`
async function disputed(sourceId: string): Promise<string> {
  const { body } = await ann.call('POST', '/v1/disputes', { sourceId, cause: 'fraud', text: '被骗了' })
  const id = String(body.id)
  await house.ada.call('POST', dispute(id, 'assign'), {})
  await bob.call('POST', dispute(id, 'statements'), { text: '是还款' })
  return id
}
const decide = (id: string, body: object, by: Person = house.ada) =>
  by.call('POST', dispute(id, 'decide'), { reasons: '看过了。', ...body })

const order = { basis: 'court', reference: '(2026)沪01执1号' }
async function frozen(change: object = {}): Promise<string> {
  const body = {
    kind: 'amount',
    subjectId: bob.id,
    amount: 100,
    reason: 'order',
    note: '冻结',
    ...order,
    documentId,
  }
  return String((await house.ada.call('POST', '/v1/freezes', { ...body, ...change })).body.id)
}

/** By decision, out of a freeze: of what was agreed, of the freeze, and of the dispute. */
async function paidBack(): Promise<{ instalments: string; freeze: string }> {
  const { id: instalments, about } = await agreed()
  const freeze = await frozen({ aboutId: about })
  const paid = await decide(await disputed(about), {
    ...{ outcome: 'return', freezeId: freeze },
    order: { reference: '扣划1号', documentId },
  })
  expect(paid.body.state).toBe('decided')
  return { instalments, freeze }
}

const ended: Record<string, Record<string, () => Promise<string>>> = {
  instalments: {
    paid: async () => {
      const { id } = await agreed()
      await bob.call('POST', at(id, 'pay'), {})
      return id
    },
    released: async () => {
      const { id } = await agreed()
      await ann.call('POST', at(id, 'release'))
      return id
    },
    settled: async () => (await paidBack()).instalments,
    declined: async () => {
      const { id } = await proposed()
      await ann.call('POST', at(id, 'drop'))
      return id
    },
    withdrawn: async () => {
      const { id } = await proposed()
      await bob.call('POST', at(id, 'drop'))
      return id
    },
  },
  freezes: {
    released: async () => {
      const id = await frozen()
      await house.ada.call('POST', `/v1/freezes/${id}/release`, { reason: 'order_lifted' })
      return id
    },
    'paid back whole': async () => (await paidBack()).freeze,
    'over by the clock': async () => {
      const id = await frozen({ basis: 'policy', reference: null, documentId: null })
      await pass(7 * dayMs)
      return id
    },
  },
  disputes: {
    withdrawn: async () => {
      const id = await disputed(arrived())
      await ann.call('POST', dispute(id, 'withdraw'))
      return id
    },
    'closed by the clock': async () => {
      const id = await disputed(arrived())
      await decide(id, { outcome: 'refuse' })
      await pass(7 * dayMs)
      return id
    },
    'closed by the appeal': async () => {
      const id = await disputed(arrived())
      await decide(id, { outcome: 'refuse' })
      await ann.call('POST', dispute(id, 'appeal'), { text: '不服' })
      await house.abe.call('POST', dispute(id, 'assign'), {})
      await bob.call('POST', dispute(id, 'statements'), { text: '是还款' })
      await decide(id, { outcome: 'refuse' }, house.abe)
      return id
    },
  },
}

type Try = [verb: string, who: () => Person, body?: object, method?: Method]
const verbs: Record<string, { code: string; tries: readonly Try[] }> = {
  instalments: {
    code: 'instalments_over',
    tries: [
      ['accept', () => ann, { version: 1 }],
      ['drop', () => ann],
      ['drop', () => bob],
      ['pay', () => bob, {}],
      ['consent', () => bob, { consent: true }, 'PUT'],
      ['release', () => ann],
    ],
  },
  freezes: {
    code: 'freeze_ended',
    tries: [
      ['release', () => house.ada, { reason: 'entered_wrongly' }],
      ['appeal', () => bob, { text: '这是工资' }],
      ['appeal/answer', () => house.abe, { outcome: 'upheld', answer: '对' }],
    ],
  },
  disputes: {
    code: 'dispute_over',
    tries: [
      ['statements', () => bob, { text: '还有' }],
      ['documents', () => ann, undefined],
      ['withdraw', () => ann],
      ['appeal', () => ann, { text: '不服' }],
      ['assign', () => house.abe, {}],
      ['notes', () => house.abe, { text: '看过' }],
      ['ask', () => house.abe, undefined],
      ['decide', () => house.abe, { outcome: 'refuse', reasons: '看过了。' }],
      ['decide', () => house.abe, { outcome: 'freeze', reasons: '看过了。' }],
    ],
  },
}
/** Bodies that are only known once there are people. */
const bodyOf = (verb: string, given: object | undefined) =>
  verb === 'documents' ? { documentId } : verb === 'ask' ? { toId: bob.id, text: '请补充' } : given

const standing = async (toldOf: string) => ({
  events: await callers.events(toldOf),
  wallets: await callers.rows('select * from account order by owner_id, kind'),
})

it.each(
  Object.entries(ended).flatMap(([what, ways]) => Object.keys(ways).map((way) => [what, way] as const)),
)('R7: %s that are %s take no verb any more', async (what, way) => {
  const id = await ended[what]![way]!()
  const toldOf = what === 'freezes' ? bob.id : id
  const before = await standing(toldOf)
  const { code, tries } = verbs[what]!
  for (const [verb, who, body, method = 'POST'] of tries) {
    const { body: reply } = await who().call(method, `/v1/${what}/${id}/${verb}`, bodyOf(verb, body))
    const isSecond = verb === 'appeal' && way === 'closed by the appeal'
    expect([verb, reply.code]).toEqual([verb, isSecond ? 'already_appealed' : code])
  }
  expect(await standing(toldOf)).toEqual(before)
})
