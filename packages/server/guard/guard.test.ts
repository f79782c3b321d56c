import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { shownHash, type Shown } from '@laisee/core/guard/shown.ts'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { dayMs, fromIso, hourMs, minuteMs, secondMs, toIso } from '@laisee/core/instant.ts'
import { openCallers, type Callers, type Person, type Reply } from '../testing/callers.ts'

let callers: Callers
let ann: Person
let meant: Person
let wrong: Person

/** Four in the afternoon in Shanghai. */
const start = fromIso('2026-10-12T08:00:00Z')!

beforeAll(async () => {
  callers = await openCallers(defaultPolicy)
})
beforeEach(async () => {
  await callers.service.freeze(start)
  ann = await callers.person('安', 10_000_000n)
  meant = await callers.person('彩虹')
  wrong = await callers.person('彩虹')
})
afterAll(() => callers.close())

const transfer = (from: Person, to: Person, amount: number, more: object = {}) =>
  from.call('POST', '/v1/transfers', { payeeId: to.id, amount, delayS: 0, ...more })

/** Three transfers in as many weeks, so that there is a usual; the clock is an hour after the last. */
async function habit(from: Person, to: Person, amount: number): Promise<void> {
  for (let week = 0; week < 3; week++) {
    expect((await transfer(from, to, amount)).status).toBe(201)
    await callers.service.forward(7 * dayMs)
  }
  await callers.service.sweep()
}

const balanceOf = async (who: Person) =>
  (await callers.rows(`select balance from account where owner_id = $1 and kind = 'wallet'`, who.id))[0]
    ?.balance
const sentBy = (who: Person) =>
  callers.rows('select send_id, amount, taken_back_at from sent where payer_id = $1 order by at', who.id)
const confirmed = (asked: Reply) => ({ confirmation: { shownHash: asked.body.shownHash } })
const codesOf = (reply: Reply) => (reply.body.reasons as { code: string }[]).map(({ code }) => code)

describe('a send that looks like a mistake', () => {
  it('is asked about before any money moves, and sent once it is confirmed as shown', async () => {
    await habit(ann, meant, 20_000)
    const before = await balanceOf(ann)
    const asked = await transfer(ann, wrong, 20_000)
    expect(asked).toMatchObject({ status: 409, body: { code: 'confirmation_needed' } })
    expect(codesOf(asked)).toEqual(
      ['same_name', 'amount_of_other', 'turn_of_other', 'first_payee'].filter((code) =>
        codesOf(asked).includes(code),
      ),
    )
    expect(codesOf(asked)[0]).toBe('same_name')
    const [shown] = asked.body.shown as [Shown]
    expect(shownHash(shown)).toBe(asked.body.shownHash)
    expect(await balanceOf(ann)).toBe(before)
    expect(await callers.rows('select 1 from transfer where payee_id = $1', wrong.id)).toEqual([])

    const sent = await transfer(ann, wrong, 20_000, confirmed(asked))
    expect(sent).toMatchObject({ status: 201, body: { state: 'undo' } })
    expect(await balanceOf(ann)).toBe(String(BigInt(String(before)) - 20_000n))
    const events = await callers.events(String(sent.body.id))
    expect(events.map(({ kind, audience }) => [kind, audience])).toEqual([['transfer.sent', [ann.id]]])
  })

  it('is asked anew where the name, the amount or the payee changed after it was confirmed', async () => {
    await habit(ann, meant, 20_000)
    const asked = await transfer(ann, wrong, 20_000)
    const yes = confirmed(asked)
    const otherAmount = await transfer(ann, wrong, 20_100, yes)
    expect(otherAmount).toMatchObject({ status: 409, body: { code: 'confirmation_stale' } })
    await callers.operator.call('PATCH', `/v1/members/${wrong.id}`, { name: '采虹' })
    const otherName = await transfer(ann, wrong, 20_000, yes)
    expect(otherName).toMatchObject({ status: 409, body: { code: 'confirmation_stale' } })
    expect(codesOf(otherName)[0]).toBe('name_sounds_alike')
    expect(await sentBy(ann)).toHaveLength(3)
    expect(await transfer(ann, wrong, 20_000, confirmed(otherName))).toMatchObject({ status: 201 })
    const third = await callers.person('彩虹')
    await ann.call('PUT', `/v1/contacts/${third.id}`, {})
    expect(await transfer(ann, third, 20_000, yes)).toMatchObject({
      status: 409,
      body: { code: 'confirmation_stale' },
    })
  })

  it('cannot be sent twice on one confirmation: the second is a repeat, and asked about as that', async () => {
    await habit(ann, meant, 20_000)
    const yes = confirmed(await transfer(ann, wrong, 20_000))
    expect((await transfer(ann, wrong, 20_000, yes)).status).toBe(201)
    const again = await transfer(ann, wrong, 20_000, yes)
    expect(again).toMatchObject({ status: 409, body: { code: 'confirmation_stale' } })
    expect(codesOf(again)).toContain('duplicate')
  })

  it('an extra zero is asked about for a packet as for a transfer', async () => {
    await habit(ann, meant, 1_100)
    const packet = { kind: 'direct', total: 11_000, count: 1, recipientIds: [meant.id] }
    const asked = await ann.call('POST', '/v1/packets', packet)
    expect(asked).toMatchObject({ status: 409, body: { code: 'confirmation_needed' } })
    expect(codesOf(asked)).toEqual(['extra_zero'])
    const sent = await ann.call('POST', '/v1/packets', { ...packet, ...confirmed(asked) })
    expect(sent.status).toBe(201)
    expect((await callers.events(String(sent.body.id))).map(({ kind }) => kind)).toEqual(['packet.sent'])
  })

  it('into a group is asked anew when somebody has come meanwhile', async () => {
    const many = await Promise.all(Array.from({ length: 11 }, (_, i) => callers.person(`人${i}`)))
    const group = async (name: string, members: Person[]) =>
      String(
        (
          await callers.operator.call('POST', '/v1/groups', {
            name,
            memberIds: [ann, ...members].map(({ id }) => id),
          })
        ).body.id,
      )
    const family = await group('周家大院', many.slice(0, 4))
    const other = await group('周家大园', many)
    const packet = (groupId: string) => ({ kind: 'lucky', total: 2_000, count: 4, groupId })
    expect((await ann.call('POST', '/v1/packets', packet(family))).status).toBe(201)
    await callers.service.forward(dayMs)
    const asked = await ann.call('POST', '/v1/packets', packet(other))
    expect(codesOf(asked)).toContain('group_looks_alike')
    const newcomer = await callers.person('新来的')
    await callers.operator.call('POST', `/v1/groups/${other}/members`, { memberIds: [newcomer.id] })
    const stale = await ann.call('POST', '/v1/packets', { ...packet(other), ...confirmed(asked) })
    expect(stale).toMatchObject({ status: 409, body: { code: 'confirmation_stale' } })
    expect((stale.body.shown as [Shown])[0].group).toMatchObject({ members: 13 })
  })

  it('an ordinary send to the one who is always paid is not asked about', async () => {
    await habit(ann, meant, 20_000)
    expect((await transfer(ann, meant, 18_800)).status).toBe(201)
  })

  it('what was undone is no habit', async () => {
    for (let i = 0; i < 3; i++) {
      const { body } = await transfer(ann, wrong, 500 + i)
      await ann.call('POST', `/v1/transfers/${String(body.id)}/undo`)
    }
    const packet = await ann.call('POST', '/v1/packets', {
      kind: 'direct',
      total: 700,
      count: 1,
      recipientIds: [wrong.id],
    })
    await callers.service.forward(11 * secondMs)
    await ann.call('POST', `/v1/packets/${String(packet.body.id)}/recall`, {})
    expect((await sentBy(ann)).every(({ taken_back_at }) => taken_back_at !== null)).toBe(true)
  })
})

describe('a send that should wait', () => {
  it('is sent and held, with its reason, and may be let go from the start where the hand hesitated', async () => {
    const screen = { amountEdits: 4, recipientChanges: 3, backAndForth: 2, dwellMs: 9_000 }
    const sent = await transfer(ann, meant, 24_000, { screen })
    expect(sent).toMatchObject({
      status: 201,
      body: {
        state: 'held',
        heldReasons: ['first_payee', 'hesitation'],
        heldUntil: toIso(start + 10 * minuteMs),
      },
    })
    expect(await callers.rows('select balance from account where owner_id = $1', sent.body.id)).toMatchObject(
      [{ balance: '24000' }],
    )
    const ended = await ann.call('POST', `/v1/transfers/${String(sent.body.id)}/end-hold`)
    expect(ended).toMatchObject({ status: 200, body: { state: 'undo' } })
    expect((await callers.events(String(sent.body.id))).map(({ kind }) => kind)).toEqual([
      'transfer.sent',
      'transfer.hold_ended',
    ])
  })

  it('money “returned” to somebody it did not come from is asked about, waits two hours, and comes back freely', async () => {
    const eve = await callers.person('陌生人', 100_000n)
    expect((await transfer(eve, ann, 50_000)).status).toBe(201)
    await callers.service.forward(minuteMs)
    await callers.service.sweep()
    const accomplice = await callers.person('收款人')
    const note = '转错了，退给你'
    const body = { payeeId: accomplice.id, amount: 50_000, delayS: 0, note }
    const preview = await ann.call('POST', '/v1/transfers/preview', body)
    const asked = await transfer(ann, accomplice, 50_000, { note })
    const reasons = ['return_to_other', 'first_payee', 'speaks_of_return']
    expect(asked).toMatchObject({ status: 409, body: { shownHash: preview.body.shownHash } })
    expect([codesOf(preview), codesOf(asked)]).toEqual([reasons, reasons])
    expect(asked.body.reasons).toMatchObject([{ data: { fromId: eve.id, amount: 50_000 } }, {}, {}])
    expect([await balanceOf(ann), await sentBy(ann)]).toEqual(['10050000', []])
    const back = await transfer(ann, accomplice, 50_000, { note, ...confirmed(preview) })
    expect(back).toMatchObject({ status: 201, body: { state: 'held', heldReasons: reasons } })
    const events = await callers.events(String(back.body.id))
    expect(events.map(({ kind }) => kind)).toEqual(['transfer.sent'])
    const undone = await ann.call('POST', `/v1/transfers/${String(back.body.id)}/undo`)
    expect(undone).toMatchObject({ status: 200, body: { state: 'undone' } })
    expect(await balanceOf(ann)).toBe('10050000')
    expect((await transfer(ann, eve, 50_000, { note: '转错了，退给你' })).body).toMatchObject({
      state: 'undo',
    })
  })
})

it('a yes to a transfer that arrives later is none to one that arrives at once', async () => {
  await habit(ann, meant, 20_000)
  const later = await transfer(ann, wrong, 20_000, { delayS: 7_200 })
  expect(later).toMatchObject({
    status: 409,
    body: { code: 'confirmation_needed', shown: [{ delayS: 7_200 }] },
  })
  expect(await transfer(ann, wrong, 20_000, confirmed(later))).toMatchObject({ status: 409 })
  const sent = await transfer(ann, wrong, 20_000, { delayS: 7_200, ...confirmed(later) })
  expect(sent).toMatchObject({ status: 201, body: { delayS: 7_200 } })
})

describe('money that came from a stranger', () => {
  it('and is passed on without a word is asked about, of a preview and of the send; given back it is not', async () => {
    const eve = await callers.person('陌生人', 100_000n)
    const accomplice = await callers.person('收款人')
    const gift = { kind: 'direct', total: 15_600, count: 1, recipientIds: [ann.id] }
    const { status, body } = await eve.call('POST', '/v1/packets', gift)
    expect(status).toBe(201)
    await callers.service.forward(minuteMs)
    expect((await ann.call('POST', `/v1/packets/${String(body.id)}/claims`, {})).status).toBe(200)
    await callers.service.forward(2 * hourMs)
    const packet = (to: Person) => ({ kind: 'direct', total: 15_600, count: 1, recipientIds: [to.id] })
    const preview = await ann.call('POST', '/v1/packets/preview', packet(accomplice))
    const asked = await ann.call('POST', '/v1/packets', packet(accomplice))
    expect(preview.body).toMatchObject({ outcome: 'confirm', asks: true })
    expect(asked).toMatchObject({ status: 409, body: { shownHash: preview.body.shownHash } })
    expect(asked.body.reasons).toMatchObject([
      { code: 'passes_on', data: { fromId: eve.id, receivedAt: toIso(start + minuteMs) } },
      { code: 'first_payee' },
    ])
    expect([await balanceOf(ann), await sentBy(ann)]).toEqual(['10015600', []])
    const sent = await ann.call('POST', '/v1/packets', packet(eve))
    expect(sent.status).toBe(201)
    expect((await callers.events(String(sent.body.id))).map(({ kind }) => kind)).toEqual(['packet.sent'])
    expect(await balanceOf(ann)).toBe('10000000')
  })

  it('may be refunded in part, to whom it came from, without a question', async () => {
    const [buyer, nobody] = [await callers.person('买家', 200_000n), await callers.person('没付过')]
    expect((await transfer(buyer, ann, 100_000)).status).toBe(201)
    await callers.service.forward(26 * hourMs)
    await callers.service.sweep()
    const refund = (to: Person) => transfer(ann, to, 20_000, { note: '退款' })
    expect(codesOf(await refund(nobody))).toContain('speaks_of_return')
    expect((await refund(buyer)).status).toBe(201)
  })
})

describe('a send that cannot go well', () => {
  it('is told to those who look after the sender, gravely, without the amount', async () => {
    const child = await callers.person('女儿')
    const link = await child.call('POST', '/v1/guardians', { memberId: ann.id, as: 'guardian' })
    const linkId = String(link.body.id)
    await ann.call('POST', `/v1/guardians/${linkId}/accept`)
    await callers.operator.call('PUT', `/v1/members/${meant.id}/freeze`, { reason: '查' })
    expect((await transfer(ann, meant, 6_500)).body.code).toBe('guard_refused')
    const alerts = (await callers.events(linkId)).filter(({ kind }) => kind === 'guardian.alerted')
    const data = { linkId, guardianId: child.id, protectedId: ann.id, what: 'refused', risk: 'high' }
    expect(alerts.map((alert) => alert.data)).toEqual([data])
    expect(await balanceOf(ann)).toBe('10000000')
  })

  it('to a frozen wallet is refused, confirmed or not, and nothing moves', async () => {
    await callers.operator.call('PUT', `/v1/members/${meant.id}/freeze`, { reason: '查' })
    const refused = await transfer(ann, meant, 6_500)
    expect(refused).toMatchObject({ status: 422, body: { code: 'guard_refused' } })
    expect(codesOf(refused)).toEqual(['payee_frozen'])
    const preview = await ann.call('POST', '/v1/transfers/preview', { payeeId: meant.id, amount: 6_500 })
    expect(preview).toMatchObject({ status: 200, body: { outcome: 'refuse' } })
    const insisted = await transfer(ann, meant, 6_500, confirmed(preview))
    expect(insisted).toMatchObject({ status: 422, body: { code: 'guard_refused' } })
    expect(await balanceOf(ann)).toBe('10000000')
    expect(await sentBy(ann)).toEqual([])
  })
})

describe('a preview', () => {
  it('says what the send would be asked, and its hash confirms the send', async () => {
    await habit(ann, meant, 20_000)
    const body = { payeeId: wrong.id, amount: 20_000, delayS: 0, payeeName: '彩虹' }
    const before = await callers.rows(
      'select (select count(*) from posting) as postings, (select count(*) from event) as events, (select count(*) from sent) as sent, (select count(*) from verdict) as verdicts',
    )
    const preview = await ann.call('POST', '/v1/transfers/preview', body)
    expect(preview).toMatchObject({
      status: 200,
      body: {
        outcome: 'confirm',
        payeeCheck: { answer: 'MTCH', typed: '彩虹' },
        rules: { name: 'laisee', version: 1 },
        stepUp: null,
        heldUntil: null,
      },
    })
    expect(codesOf(preview)[0]).toBe('same_name')
    expect(shownHash(preview.body.shown as unknown as Shown)).toBe(preview.body.shownHash)
    expect(
      await callers.rows(
        'select (select count(*) from posting) as postings, (select count(*) from event) as events, (select count(*) from sent) as sent, (select count(*) from verdict) as verdicts',
      ),
    ).toEqual(before)
    expect(await balanceOf(ann)).toBe('9940000')
    await callers.service.forward(hourMs / 60)
    expect((await ann.call('POST', '/v1/transfers', { ...body, ...confirmed(preview) })).status).toBe(201)
  })

  it('of a packet says when it would be delivered, and refuses what the send would', async () => {
    const packet = { kind: 'direct', total: 6_500, count: 1, recipientIds: [meant.id] }
    expect(await ann.call('POST', '/v1/packets/preview', packet)).toMatchObject({
      status: 200,
      body: { outcome: 'allow', reasons: [], deliverAt: toIso(start + 10 * secondMs) },
    })
    const poor = await callers.person('穷')
    expect(await poor.call('POST', '/v1/packets/preview', packet)).toMatchObject({
      status: 422,
      body: { code: 'balance_too_low' },
    })
    expect(await callers.rows('select 1 from packet where payer_id = $1', ann.id)).toEqual([])
  })
})

describe('the verdict', () => {
  it('is kept with the send: reasons, signals, rules, what was shown and that it was confirmed', async () => {
    await habit(ann, meant, 20_000)
    const asked = await transfer(ann, wrong, 20_000, { payeeName: '彩红' })
    const sent = await transfer(ann, wrong, 20_000, { payeeName: '彩红', ...confirmed(asked) })
    const url = `/v1/transfers/${String(sent.body.id)}/verdict`
    const verdict = await ann.call('GET', url)
    expect(verdict).toMatchObject({
      status: 200,
      body: {
        sendId: sent.body.id,
        outcome: 'confirm',
        confirmed: true,
        shownHash: asked.body.shownHash,
        rules: { name: 'laisee', version: 1 },
        payeeCheck: { answer: 'CMTC', typed: '彩红', name: '彩虹' },
        failedRules: [],
      },
    })
    expect(verdict.body.heldRules).toContain('namesake-first-payment')
    expect(await callers.operator.call('GET', url)).toEqual(verdict)
    expect(await wrong.call('GET', url)).toMatchObject({ status: 404 })
    expect(await meant.call('GET', url)).toMatchObject({ status: 404 })
  })

  it('of an allowed packet is kept as well', async () => {
    const packet = { kind: 'direct', total: 6_500, count: 1, recipientIds: [meant.id] }
    const { body } = await ann.call('POST', '/v1/packets', packet)
    expect(await ann.call('GET', `/v1/packets/${String(body.id)}/verdict`)).toMatchObject({
      status: 200,
      body: { outcome: 'allow', reasons: [], confirmed: false },
    })
  })
})
