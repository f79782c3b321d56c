/**
 * The duties about money that was claimed or has arrived, each by a server that dies in the middle of it: what it had
 * written stays, what it had not is done by the others, once, with the money and the event.
 */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import { auditEverything } from '../audit/audit.ts'
import type { Db } from '../db/db.ts'
import { openHouse, type House } from '../freezes/testing/house.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { closeDisputes } from './close-disputes.ts'
import { endReturnRequests } from './end-return-requests.ts'
import { payInstalments } from './pay-instalments.ts'
import { releaseFreezes } from './release-freezes.ts'
import { dyingAfter } from './testing/die-after.ts'

const noon = Date.UTC(2026, 10, 22, 4)
const many = 4

let callers: Callers
let house: House
let ann: Person
let bob: Person
/** What each duty has to do: the sources whose events tell that it was done. */
let due: Record<'instalments' | 'freezes' | 'requests' | 'disputes', string[]>

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(noon)
  house = await openHouse(callers)
  ann = await callers.person('安', 100_000n)
  bob = await callers.person('波')
  due = {
    instalments: await each(agreed),
    freezes: await each(frozen),
    requests: await each(askedBack),
    disputes: await each(decided),
  }
  await callers.service.freeze(noon + 9 * dayMs)
})
afterAll(async () => {
  expect((await auditEverything(callers.service.ctx.db)).checks.filter(({ ok }) => !ok)).toEqual([])
  await callers.close()
})

async function each(make: () => Promise<string>): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < many; i++) ids.push(await make())
  return ids
}

async function arrived(): Promise<string> {
  const { body } = await ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 100, delayS: 0 })
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  return String(body.id)
}

/** Two parts of fifty, the first of them to be taken on the thirtieth. */
async function agreed(): Promise<string> {
  const plan = { count: 2, firstOn: '2026-11-30', every: 'month' }
  const ask = { about: await arrived(), principal: 100, plan }
  const { body } = await ann.call('POST', '/v1/instalments', ask)
  await bob.call('POST', `/v1/instalments/${String(body.id)}/accept`, { version: 1, consent: true })
  return String(body.id)
}

async function frozen(): Promise<string> {
  const { id } = await callers.person('冻', 300n)
  const why = { reason: 'suspected_fraud', note: '核查', basis: 'policy' }
  await house.ada.call('POST', '/v1/freezes', { kind: 'amount', subjectId: id, amount: 200, ...why })
  return id
}

async function askedBack(): Promise<string> {
  const source = await arrived()
  const { body } = await ann.call('POST', `/v1/transfers/${source}/return-requests`, { cause: 'DUPL' })
  return (body.requests as { id: string }[])[0]!.id
}

async function decided(): Promise<string> {
  const ask = { sourceId: await arrived(), cause: 'mistake', text: '转错了' }
  const id = String((await ann.call('POST', '/v1/disputes', ask)).body.id)
  const at = `/v1/disputes/${id}`
  await house.ada.call('POST', `${at}/assign`, {})
  await bob.call('POST', `${at}/statements`, { text: '是还款' })
  await house.ada.call('POST', `${at}/decide`, { outcome: 'refuse', reasons: '是还款。' })
  return id
}

const sum = `
  select kind, sum(balance)::int as balance from account
  where owner_id = any($1) and kind in ('wallet', 'frozen') group by kind order by kind`
const wallets = (ids: string[]) => callers.rows(sum, ids)
const free = [
  { kind: 'frozen', balance: 0 },
  { kind: 'wallet', balance: 300 * many },
]

it.each<[string, keyof typeof due, (db: Db) => Promise<number>, string, () => Promise<void>]>([
  [
    'takes instalments by consent',
    'instalments',
    payInstalments,
    'instalments.paid',
    // What arrived, less one part of each.
    async () => expect(await wallets([bob.id])).toEqual([{ kind: 'wallet', balance: many * (100 * 3 - 50) }]),
  ],
  [
    'ends freezes',
    'freezes',
    releaseFreezes,
    'wallet.amount_unfrozen',
    async () => expect(await wallets(due.freezes)).toEqual(free),
  ],
  [
    'ends requests that nobody answered',
    'requests',
    endReturnRequests,
    'return_request.unanswered',
    async () => expect(await wallets([ann.id])).toEqual([{ kind: 'wallet', balance: 100_000 - many * 250 }]),
  ],
  [
    'closes disputes',
    'disputes',
    closeDisputes,
    'dispute.closed',
    async () => expect(await wallets([ann.id])).toEqual([{ kind: 'wallet', balance: 100_000 - many * 250 }]),
  ],
])(
  'R18: a server that dies while it %s leaves the rest to the others, and each is done once',
  async (...row) => {
    const [, of, sweep, kind, lookAtMoney] = row
    const servers = [callers.service.ctx.db, callers.service.another().ctx.db] as const
    const done = async () => {
      const times: number[] = []
      for (const id of due[of])
        times.push((await callers.events(id)).filter((one) => one.kind === kind).length)
      return times
    }
    // What is due is read by itself, each row then has a transaction: one dies in its first row, one in its second.
    for (const whole of [0, 1])
      await expect(sweep(dyingAfter(servers[1], whole))).rejects.toThrow('the server died')
    expect((await done()).toSorted((a, b) => a - b)).toEqual([...Array<number>(many - 1).fill(0), 1])
    const swept = await Promise.all(servers.map((db) => sweep(db)))
    expect(swept[0]! + swept[1]!).toBe(many - 1)
    expect(await sweep(servers[0])).toBe(0)
    expect(await done()).toEqual(Array<number>(many).fill(1))
    await lookAtMoney()
  },
)
