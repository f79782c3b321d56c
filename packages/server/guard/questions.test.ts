/** What the guard asks, whatever else it wants; that a yes is good for one send; and that what it cannot judge it asks about. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { compilePolicy, type CompiledPolicy } from '@laisee/core/guard/compile.ts'
import type { GuardPolicy } from '@laisee/core/guard/rule.ts'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { dayMs, fromIso, hourMs, minuteMs } from '@laisee/core/instant.ts'
import { openCallers, type Callers, type Person, type Reply } from '../testing/callers.ts'
import { patient } from '../testing/patient.ts'

let callers: Callers
let usual: CompiledPolicy | null
let ann: Person
let meant: Person
let wrong: Person

beforeAll(async () => {
  callers = await openCallers(defaultPolicy)
  usual = callers.service.ctx.guard
})
beforeEach(async () => {
  callers.service.ctx.guard = usual
  // Four in the afternoon in Shanghai.
  await callers.service.freeze(fromIso('2026-10-12T08:00:00Z')!)
  ann = await callers.person('安', 10_000_000n)
  meant = await callers.person('彩虹')
  wrong = await callers.person('彩虹')
})
afterAll(() => callers.close())

const transfer = (to: Person, amount: number, more: object = {}) =>
  ann.call('POST', '/v1/transfers', { payeeId: to.id, amount, delayS: 0, ...more })

async function habit(to: Person, amount: number): Promise<void> {
  for (let week = 0; week < 3; week++) {
    expect((await transfer(to, amount)).status).toBe(201)
    await callers.service.forward(7 * dayMs)
  }
  await callers.service.sweep()
}

const confirmed = (asked: Reply) => ({ confirmation: { shownHash: asked.body.shownHash } })
const codesOf = (reply: Reply) => (reply.body.reasons as { code: string }[]).map(({ code }) => code)
const told = ({ status, body }: Reply) => [status, body.code]
const needed = [409, 'confirmation_needed']
const stale = [409, 'confirmation_stale']
const sentCount = async () => (await callers.rows('select 1 from sent where payer_id = $1', ann.id)).length
const balance = async () => (await ann.call('GET', '/v1/wallet')).body.balance

describe('a question', () => {
  const hand = { amountEdits: 4, recipientChanges: 3, backAndForth: 2, dwellMs: 9_000 }

  it('is asked although the send would wait as well, and what waits tells every reason', async () => {
    await habit(meant, 11_000)
    const before = await balance()
    const asked = await transfer(meant, 110_000, { screen: hand })
    expect(told(asked)).toEqual(needed)
    expect(codesOf(asked)).toEqual(['extra_zero', 'hesitation'])
    expect([await sentCount(), await balance()]).toEqual([3, before])
    const sent = await transfer(meant, 110_000, { screen: hand, ...confirmed(asked) })
    expect(sent).toMatchObject({
      status: 201,
      body: { state: 'held', heldReasons: ['extra_zero', 'hesitation'] },
    })
    const verdict = await ann.call('GET', `/v1/transfers/${String(sent.body.id)}/verdict`)
    expect(verdict.body).toMatchObject({ outcome: 'hold', asks: true, confirmed: true })
    const events = await callers.events(String(sent.body.id))
    expect(events.map(({ kind }) => kind)).toEqual(['transfer.sent'])
  })

  it('is kept by the database with a yes, whatever the outcome', async () => {
    const { body } = await transfer(meant, 6_500, { screen: hand })
    const asks = callers.rows('update verdict set asks = true where send_id = $1', body.id)
    await expect(asks).rejects.toThrow('asked_means_confirmed')
  })

  it('is asked of the wrong one among several who are named', async () => {
    await habit(meant, 6_600)
    const [lili, fang] = [await callers.person('李丽'), await callers.person('王芳')]
    const packet = { kind: 'equal', total: 3_000, count: 3 }
    const ids = (one: Person) => ({ recipientIds: [lili.id, one.id, fang.id] })
    const asked = await ann.call('POST', '/v1/packets', { ...packet, ...ids(wrong) })
    expect(told(asked)).toEqual(needed)
    expect(asked.body.reasons).toMatchObject([
      { code: 'same_name', data: { memberId: wrong.id, otherId: meant.id } },
      { code: 'first_payee' },
    ])
    expect(await sentCount()).toBe(3)
    expect((await ann.call('POST', '/v1/packets', { ...packet, ...ids(meant) })).status).toBe(201)
  })

  it('华商报: ¥5,300 to the wrong friend of the last chats is asked about, and the right one is not', async () => {
    const [liu, gao] = [await callers.person('刘哥'), await callers.person('小高')]
    await ann.call('PUT', `/v1/contacts/${liu.id}`, {})
    await habit(liu, 530_000)
    const screen = { chosenFrom: 'recent', dwellMs: 6_000 }
    const asked = await transfer(gao, 530_000, { screen, note: '货款' })
    expect(told(asked)).toEqual(needed)
    expect(asked.body.reasons).toMatchObject([
      { code: 'amount_of_other', data: { otherName: '刘哥', name: '小高', times: 3 } },
      { code: 'turn_of_other', data: { otherName: '刘哥' } },
      { code: 'chosen_from_recent' },
      { code: 'first_payee' },
    ])
    expect([await sentCount(), await balance()]).toEqual([3, 10_000_000 - 3 * 530_000])
    expect((await transfer(liu, 530_000, { screen })).status).toBe(201)
  })
})

describe('a yes is good for one send', () => {
  it('and for none like it later, however late', async () => {
    await habit(meant, 20_000)
    const yes = confirmed(await transfer(wrong, 20_000))
    expect((await transfer(wrong, 20_000, yes)).status).toBe(201)
    for (const ms of [hourMs, dayMs]) {
      await callers.service.forward(ms)
      expect(told(await transfer(wrong, 20_000, yes))).toEqual(stale)
    }
    expect(await sentCount()).toBe(4)
  })

  it('not even where nothing is left in the past that the guard looks at', async () => {
    for (const one of [meant, wrong]) await ann.call('PUT', `/v1/contacts/${one.id}`, {})
    const yes = confirmed(await transfer(wrong, 500_000))
    expect((await transfer(wrong, 500_000, yes)).status).toBe(201)
    await callers.service.forward(500 * dayMs)
    ann = await callers.signedIn(ann.id)
    const again = await transfer(wrong, 500_000, yes)
    expect(told(again)).toEqual(stale)
    expect(codesOf(again)).toEqual(['same_name', 'first_payee'])
    expect(await sentCount()).toBe(1)
  })

  it('nor once that send was undone, or was refused in between and then sent', async () => {
    await habit(meant, 20_000)
    const yes = confirmed(await transfer(wrong, 20_000))
    await callers.operator.call('PUT', `/v1/members/${ann.id}/freeze`, { reason: '查' })
    expect(told(await transfer(wrong, 20_000, yes))).toEqual([403, 'wallet_frozen'])
    await callers.operator.call('DELETE', `/v1/members/${ann.id}/freeze`)
    const sent = await transfer(wrong, 20_000, yes)
    expect(sent.status).toBe(201)
    await ann.call('POST', `/v1/transfers/${String(sent.body.id)}/undo`)
    await callers.service.forward(hourMs)
    expect(told(await transfer(wrong, 20_000, yes))).toEqual(stale)
    expect(await sentCount()).toBe(4)
  })

  it('nor for the like in a group, or by a link, where the same again is no question by itself', async () => {
    callers.service.ctx.guard = compiled({
      ...defaultPolicy,
      rules: [{ ...asksRule('asks'), when: 'to == "group" || to == "link"' }],
    })
    const members = await Promise.all(['甲', '乙', '丙'].map((name) => callers.person(name)))
    const memberIds = [ann, ...members].map(({ id }) => id)
    const group = await callers.operator.call('POST', '/v1/groups', { name: '群', memberIds })
    for (const to of [{ groupId: group.body.id }, { link: true }]) {
      const packet = { kind: 'lucky', total: 2_000, count: 3, ...to }
      const yes = confirmed(await ann.call('POST', '/v1/packets', packet))
      expect((await ann.call('POST', '/v1/packets', { ...packet, ...yes })).status).toBe(201)
      await callers.service.forward(10 * minuteMs)
      expect(told(await ann.call('POST', '/v1/packets', { ...packet, ...yes }))).toEqual(stale)
    }
    expect(await sentCount()).toBe(2)
  })

  it('asked for twice at once, once', async () => {
    await habit(meant, 20_000)
    const yes = confirmed(await transfer(wrong, 20_000))
    const replies = await Promise.all([1, 2, 3].map(() => transfer(wrong, 20_000, yes)))
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(replies.map(told)).toContainEqual(stale)
    expect(await sentCount()).toBe(4)
  })
})

describe('what cannot be judged', () => {
  const overflows = { ...asksRule('overflows'), when: 'amount * 9223372036854775807 > 4' }

  it.each([
    ['R31: because a rule fails', { ...defaultPolicy, rules: [overflows] }],
    [
      'R31: because it takes too long, the reading of its facts included',
      { ...defaultPolicy, judgeMsMax: 0 },
    ],
  ])('%s, is asked about, held from an amount on, and never let through', async (_, policy) => {
    callers.service.ctx.guard = compiled(policy)
    const small = await transfer(meant, 99_999)
    expect(told(small)).toEqual(needed)
    expect(codesOf(small)).toEqual(['guard_unsure'])
    const large = await transfer(meant, 100_000)
    expect(told(large)).toEqual(needed)
    expect([await sentCount(), await balance()]).toEqual([0, 10_000_000])
    const sent = await transfer(meant, 100_000, confirmed(large))
    expect(sent.body).toMatchObject({ state: 'held', heldReasons: ['guard_unsure'] })
    const { body } = await ann.call('GET', `/v1/transfers/${String(sent.body.id)}/verdict`)
    expect(body.failedRules).toEqual(policy.rules.map(({ id }) => id))
  })
})

function asksRule(id: string) {
  return { id, when: 'amount > 0', outcome: 'confirm', tells: [], says: { zh: '问', en: 'asks' } } as const
}

function compiled(policy: GuardPolicy): CompiledPolicy {
  const made = compilePolicy(patient(policy))
  if ('problems' in made) throw new Error(JSON.stringify(made.problems))
  return made
}
