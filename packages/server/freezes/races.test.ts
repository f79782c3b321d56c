/** Freezes against whatever would take the money out, at once, on the real database: a freeze never loses. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { minuteMs } from '@laisee/core/instant.ts'
import { auditEverything } from '../audit/audit.ts'
import { openCallers, type Callers, type Person, type Reply } from '../testing/callers.ts'
import { openHouse, type House } from './testing/house.ts'

let callers: Callers
let house: House

beforeAll(async () => {
  callers = await openCallers()
  house = await openHouse(callers)
})
afterAll(async () => {
  const report = await auditEverything(callers.service.ctx.db)
  await callers.close()
  expect(report.checks.filter((check) => !check.ok)).toEqual([])
})

const rounds = 4
const ask = (subjectId: string, change: object) => ({
  ...{ subjectId, reason: 'suspected_fraud', note: '核查', basis: 'policy', amount: null },
  ...change,
})
const freeze = (body: object, by: Person = house.ada) => by.call('POST', '/v1/freezes', body)
const wallet = async (who: Person) =>
  (await who.call('GET', '/v1/wallet')).body as { balance: number; frozenAmount: number }
const codeOf = ({ status, body }: Reply) => (status < 300 ? 'yes' : body.code)

it('an amount against withdrawals: what is frozen stays, no more than there was leaves, and its owner hears of each', async () => {
  for (let round = 0; round < rounds; round++) {
    const ann = await callers.person('安', 1_000n)
    const withdraw = () => callers.operator.call('POST', '/v1/withdrawals', { memberId: ann.id, amount: 150 })
    const work = [...Array.from({ length: 8 }, () => withdraw())]
    const [frozen, ...left] = await Promise.all([
      freeze(ask(ann.id, { kind: 'amount', amount: 700 })),
      ...work,
    ])
    const went = left.filter(({ status }) => status === 201).length
    const out = went * 150
    const kept = Number(frozen!.body.amount)
    expect(kept + Number(frozen!.body.shortfall)).toBe(700)
    expect(await wallet(ann)).toMatchObject({ balance: 1_000 - out - kept, frozenAmount: kept })
    const told = await callers.events(ann.id)
    const heard = (kind: string) => told.filter((one) => one.kind === kind && one.audience.includes(ann.id))
    expect(heard('wallet.amount_frozen')).toMatchObject([
      { data: { freezeId: frozen!.body.id, amount: kept, askedAmount: 700 } },
    ])
    expect(heard('wallet.withdrawn')).toHaveLength(went)
    expect(
      left.filter(({ status }) => status !== 201).every((reply) => codeOf(reply) === 'balance_too_low'),
    ).toBe(true)
    expect(
      codeOf(
        await callers.operator.call('POST', '/v1/withdrawals', {
          memberId: ann.id,
          amount: 1_001 - out - kept,
        }),
      ),
    ).toBe('balance_too_low')
  }
})

it('a wallet against sends: nothing leaves after the freeze was answered', async () => {
  for (let round = 0; round < rounds; round++) {
    const [ann, bob] = [await callers.person('安', 1_000n), await callers.person('波')]
    const send = () => ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 10, delayS: 0 })
    const before = Array.from({ length: 6 }, () => send())
    const [frozen, ...late] = await Promise.all([
      freeze(ask(ann.id, { kind: 'wallet' })).then(async (reply) => {
        const after = await Promise.all(Array.from({ length: 4 }, () => send()))
        expect(new Set(after.map(codeOf))).toEqual(new Set(['wallet_frozen']))
        return reply
      }),
      ...before,
    ])
    expect(frozen.status).toBe(201)
    const sent = late.filter(({ status }) => status === 201).length
    expect(await wallet(ann)).toMatchObject({ balance: 1_000 - 10 * sent })
  }
})

it('a packet against claims: the claim or the freeze has the share, never both, and both are told', async () => {
  for (let round = 0; round < rounds; round++) {
    const [ann, bob] = [await callers.person('安', 1_000n), await callers.person('波')]
    const body = { kind: 'direct', recipientIds: [bob.id], total: 600, count: 1 }
    const { body: sent } = await ann.call('POST', '/v1/packets', body)
    await callers.service.forward(minuteMs)
    const id = String(sent.id)
    const claim = () => bob.call('POST', `/v1/packets/${id}/claims`)
    const racers = [() => freeze(ask(id, { kind: 'packet' })), claim]
    const order = round % 2 === 0 ? racers : racers.toReversed()
    const answers = await Promise.all(order.map((race) => race()))
    const [frozen, claimed] = round % 2 === 0 ? answers : answers.toReversed()
    expect([codeOf(frozen!), codeOf(claimed!)]).toEqual(
      claimed!.status === 200 ? ['already_claimed_out', 'yes'] : ['yes', 'packet_frozen'],
    )
    const told = (await callers.events(id)).map(({ kind }) => kind)
    expect(told.includes('packet.frozen')).toBe(!told.includes('packet.claimed'))
    expect((await wallet(bob)).balance).toBe(claimed!.status === 200 ? 600 : 0)
  }
})

it('two freezes of an amount take together what there is, each what was left to it', async () => {
  for (let round = 0; round < rounds; round++) {
    const ann = await callers.person('安', 1_000n)
    const of = (amount: number) => ask(ann.id, { kind: 'amount', amount })
    const answers = await Promise.all([freeze(of(700)), freeze(of(600), house.abe)])
    const kept = answers.map(({ body }) => Number(body.amount)).toSorted((a, b) => a - b)
    expect(kept.reduce((sum, amount) => sum + amount, 0)).toBe(1_000)
    expect(await wallet(ann)).toMatchObject({ balance: 0, frozenAmount: 1_000 })
    const ends = answers.map(({ body }) =>
      Array.from({ length: 3 }, (_, i) =>
        house.ada.call(
          'POST',
          `/v1/freezes/${String(body.id)}/release`,
          { reason: 'cleared' },
          `end-${i}-${String(body.id)}`,
        ),
      ),
    )
    const ended = await Promise.all(ends.flat())
    expect(ended.map((reply) => String(codeOf(reply))).sort()).toEqual([
      ...Array<string>(4).fill('freeze_ended'),
      'yes',
      'yes',
    ])
    expect(await wallet(ann)).toMatchObject({ balance: 1_000, frozenAmount: 0 })
  }
})

it('R16: a freeze whose time is over against its release by hand ends once', async () => {
  for (let round = 0; round < rounds; round++) {
    const ann = await callers.person('安', 1_000n)
    const { body } = await freeze(ask(ann.id, { kind: 'amount', amount: 400 }))
    await callers.service.forward(7 * 86_400_000)
    const byHand = house.ada.call('POST', `/v1/freezes/${String(body.id)}/release`, { reason: 'cleared' })
    const [reply] = await Promise.all([byHand, callers.service.sweep(), callers.service.sweep()])
    expect(codeOf(reply)).toBe('freeze_ended')
    await callers.service.sweep()
    expect(await wallet(ann)).toMatchObject({ balance: 1_000, frozenAmount: 0 })
    const told = (await callers.events(ann.id)).filter(({ kind }) => kind === 'wallet.amount_unfrozen')
    expect(told).toHaveLength(1)
  }
})
