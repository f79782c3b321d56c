import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { topUpBalanceMax } from '@laisee/core/account.ts'
import { post, settlementOf } from '../ledger/ledger.ts'
import { pageOfEntries } from '../ledger/entries.ts'
import { auditLedger } from '../ledger/audit.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { topUp, withdraw } from './funding.ts'

let callers: Callers
let ann: Person

beforeAll(async () => {
  callers = await openCallers()
})
beforeEach(async () => {
  ann = await callers.person('安')
})
afterAll(async () => {
  const report = await auditLedger(callers.service.ctx.db)
  expect(report.checks.filter((check) => !check.ok)).toEqual([])
  await callers.close()
})

type Entry = { entryNo: number; amount: number; balance: number; reason: string; sourceId: string }

const db = () => callers.service.ctx.db
const fill = (amount: unknown, more: object = {}) =>
  callers.operator.call('POST', '/v1/top-ups', { memberId: ann.id, amount, ...more })
const empty = (amount: unknown, more: object = {}) =>
  callers.operator.call('POST', '/v1/withdrawals', { memberId: ann.id, amount, ...more })
const wallet = async (person: Person) => (await person.call('GET', '/v1/wallet')).body
const entries = async (person: Person, query = '') =>
  (await person.call('GET', `/v1/wallet/entries${query}`)).body
const lastEvent = async () => (await callers.events(ann.id)).at(-1)!
const world = () =>
  callers.rows(
    `select (select sum(balance)::text from account where kind = 'wallet') as wallets,
       (select count(*) from posting) as postings, (select count(*) from entry) as entries,
       (select count(*) from funding) as fundings, (select count(*) from event) as events`,
  )

describe('a top-up', () => {
  it('credits the wallet from settlement, is a line of the statement, and is told', async () => {
    const reply = await fill(12_345, { reference: ' 银行转账  88 ' })
    expect(reply).toMatchObject({
      status: 201,
      body: {
        memberId: ann.id,
        direction: 'top_up',
        currency: 'CNY',
        amount: 12_345,
        balance: 12_345,
        reference: '银行转账 88',
      },
    })
    const id = reply.body.id as string
    expect(await wallet(ann)).toEqual({
      memberId: ann.id,
      currency: 'CNY',
      balance: 12_345,
      state: 'open',
      frozenAmount: 0,
      frozen: null,
    })
    expect((await entries(ann)).items).toMatchObject([
      { entryNo: 1, amount: 12_345, balance: 12_345, reason: 'top_up', sourceId: id },
    ])
    expect(
      await callers.rows('select from_kind, to_owner_id, amount::int from posting where source_id = $1', id),
    ).toEqual([{ from_kind: 'settlement', to_owner_id: ann.id, amount: 12_345 }])
    expect(await lastEvent()).toMatchObject({
      seq: 2,
      kind: 'wallet.topped_up',
      data: {
        fundingId: id,
        memberId: ann.id,
        currency: 'CNY',
        amount: 12_345,
        balance: 12_345,
        reference: '银行转账 88',
      },
      audience: [ann.id],
    })
  })

  it('asked for again with its key is one top-up', async () => {
    const again = () =>
      callers.operator.call('POST', '/v1/top-ups', { memberId: ann.id, amount: 7 }, `key-of-${ann.id}`)
    const answers = await Promise.all(Array.from({ length: 10 }, again))
    expect([...new Set(answers.map((answer) => JSON.stringify(answer)))]).toHaveLength(1)
    expect(await wallet(ann)).toMatchObject({ balance: 7 })
  })

  it('fills a wallet to half of what the API can say, so that what comes back always has room', async () => {
    const max = Number(topUpBalanceMax)
    expect(await fill(max)).toMatchObject({ status: 201 })
    const before = await world()
    expect(await fill(1)).toMatchObject({ status: 422, body: { code: 'balance_above_max', field: 'amount' } })
    expect(await world()).toEqual(before)
    expect(await wallet(ann)).toMatchObject({ balance: max })
    expect(await empty(max)).toMatchObject({ status: 201, body: { balance: 0 } })
  })
})

describe('a withdrawal', () => {
  it('pays out of the wallet to settlement, to the last fen', async () => {
    await fill(100)
    const reply = await empty(100, { reference: '取现' })
    expect(reply).toMatchObject({
      status: 201,
      body: { direction: 'withdrawal', amount: 100, balance: 0, reference: '取现' },
    })
    expect((await entries(ann)).items).toMatchObject([
      { entryNo: 2, amount: -100, balance: 0, reason: 'withdrawal' },
      { entryNo: 1, amount: 100, balance: 100, reason: 'top_up' },
    ])
    expect(await lastEvent()).toMatchObject({ kind: 'wallet.withdrawn', data: { amount: 100, balance: 0 } })
  })

  it('of more than is there is refused with what there is', async () => {
    await fill(100)
    const before = await world()
    expect(await empty(101)).toMatchObject({
      status: 422,
      body: { code: 'balance_too_low', balance: 100, needed: 101 },
    })
    expect(await world()).toEqual(before)
  })

  it('R12: by fifty at once takes what is there and not a fen more', async () => {
    await fill(100)
    const answers = await Promise.all(Array.from({ length: 50 }, () => empty(10)))
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(10)
    expect(answers.filter((answer) => answer.body.code === 'balance_too_low')).toHaveLength(40)
    expect(await wallet(ann)).toMatchObject({ balance: 0 })
    const seqs = (await callers.events(ann.id)).map((event) => event.seq)
    expect(seqs).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  })

  it('and top-ups of one wallet from both sides at once come to the right sum', async () => {
    await fill(1_000)
    const verbs = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? topUp : withdraw))
    await Promise.all(
      verbs.map((verb) =>
        db().transaction((tx) => verb(tx, { memberId: ann.id, amount: 3n, reference: null })),
      ),
    )
    expect(await wallet(ann)).toMatchObject({ balance: 1_000 })
  })
})

describe('money that cannot be read is refused with its field named, and nothing moves', () => {
  const spoiled: [string, string, object][] = [
    ...(
      [
        ['zero', 0],
        ['negative', -5],
        ['fractional', 0.5],
        ['beyond 2^53 - 1', 9_007_199_254_740_992],
        ['huge', 1e300],
        ['text', '100'],
        ['null', null],
        ['missing', undefined],
        ['a list', [1]],
      ] as const
    ).map(([how, amount]): [string, string, object] => [`amount: ${how}`, 'amount', { amount }]),
    ['reference: empty', 'reference', { amount: 1, reference: '' }],
    ['reference: a direction override', 'reference', { amount: 1, reference: 'a\u202eb' }],
    ['reference: a line break', 'reference', { amount: 1, reference: 'a\nb' }],
    ['reference: a NUL', 'reference', { amount: 1, reference: 'a\0' }],
    ['reference: 129 characters', 'reference', { amount: 1, reference: 'x'.repeat(129) }],
    ['reference: a number', 'reference', { amount: 1, reference: 5 }],
    ['member: an id of another kind', 'memberId', { amount: 1, memberId: 'grp_01m80erp8fenkrcsmy9azvwdy8' }],
    ['currency: not asked for', 'currency', { amount: 1, currency: 'USD' }],
  ]
  it.each(spoiled)('%s', async (_, field, body) => {
    await fill(50)
    const before = await world()
    for (const url of ['/v1/top-ups', '/v1/withdrawals']) {
      const reply = await callers.operator.call('POST', url, { memberId: ann.id, ...body })
      expect(reply).toMatchObject({ status: 400, body: { code: 'invalid_request', errors: [{ field }] } })
    }
    expect(await world()).toEqual(before)
  })

  it('a member nobody knows', async () => {
    const body = { memberId: ann.id.slice(0, -4) + '0000', amount: 1 }
    for (const url of ['/v1/top-ups', '/v1/withdrawals']) {
      expect(await callers.operator.call('POST', url, body)).toMatchObject({
        status: 422,
        body: { code: 'member_unknown', field: 'memberId' },
      })
    }
  })
})

describe('a frozen wallet', () => {
  const freeze = (reason: unknown) => callers.operator.call('PUT', `/v1/members/${ann.id}/freeze`, { reason })
  const unfreeze = () => callers.operator.call('DELETE', `/v1/members/${ann.id}/freeze`)

  it('refuses debits, takes credits, and says why', async () => {
    await fill(100)
    const reply = await freeze('盗号调查')
    expect(reply).toMatchObject({
      status: 200,
      body: { state: 'frozen', balance: 100, frozen: { reason: '盗号调查' } },
    })
    expect(await lastEvent()).toMatchObject({
      kind: 'wallet.frozen',
      data: { memberId: ann.id, currency: 'CNY', reason: '盗号调查' },
      audience: [ann.id],
    })
    expect(await empty(1)).toMatchObject({ status: 403, body: { code: 'wallet_frozen' } })
    expect(await fill(5)).toMatchObject({ status: 201, body: { balance: 105 } })
    expect(await wallet(ann)).toMatchObject({ state: 'frozen', balance: 105, frozen: { reason: '盗号调查' } })
  })

  it('lets money out again once the freeze is lifted, and keeps who did both', async () => {
    await fill(100)
    await freeze('查')
    expect(await unfreeze()).toMatchObject({ status: 200, body: { state: 'open', frozen: null } })
    expect(await lastEvent()).toMatchObject({
      kind: 'wallet.unfrozen',
      data: { memberId: ann.id },
      audience: [ann.id],
    })
    expect(await empty(100)).toMatchObject({ status: 201 })
    expect(
      await callers.rows(
        'select note, frozen_by = released_by as by_one, frozen_by like $2 as by_key from money_freeze where subject_id = $1',
        ann.id,
        'key_%',
      ),
    ).toEqual([{ note: '查', by_one: true, by_key: true }])
  })

  it('is frozen once and opened once: the first reason stands', async () => {
    expect(await unfreeze()).toMatchObject({ status: 409, body: { code: 'not_frozen' } })
    await freeze('第一')
    expect(await freeze('第二')).toMatchObject({ status: 409, body: { code: 'already_frozen' } })
    expect(await wallet(ann)).toMatchObject({ frozen: { reason: '第一' } })
    await unfreeze()
    expect(await unfreeze()).toMatchObject({ status: 409, body: { code: 'not_frozen' } })
    expect(await freeze('第三')).toMatchObject({ status: 200, body: { frozen: { reason: '第三' } } })
    expect(
      await callers.rows(
        'select note, basis from money_freeze where subject_id = $1 order by since, id',
        ann.id,
      ),
    ).toEqual([
      { note: '第一', basis: 'policy' },
      { note: '第三', basis: 'policy' },
    ])
  })

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['blank', '   '],
    ['201 characters', 'x'.repeat(201)],
    ['a zero-width space', 'a\u200bb'],
    ['a number', 3],
  ])('needs a reason that can be read: %s', async (_, reason) => {
    expect(await freeze(reason)).toMatchObject({ status: 400, body: { errors: [{ field: 'reason' }] } })
    expect(await wallet(ann)).toMatchObject({ state: 'open' })
  })

  it('of nobody is not found', async () => {
    const url = `/v1/members/${ann.id.slice(0, -4)}0000`
    expect(await callers.operator.call('PUT', `${url}/freeze`, { reason: 'x' })).toMatchObject({
      status: 404,
    })
    expect(await callers.operator.call('DELETE', `${url}/freeze`)).toMatchObject({ status: 404 })
    expect(await callers.operator.call('GET', `${url}/wallet`)).toMatchObject({ status: 404 })
  })

  it('against withdrawals at once: nothing leaves after the freeze was answered', async () => {
    await fill(1_000)
    let frozenAt = Infinity
    const work = Array.from({ length: 30 }, async (_, i) => {
      if (i === 10) {
        await freeze('急')
        frozenAt = Date.now()
        return
      }
      const begun = Date.now()
      const reply = await empty(1)
      if (reply.status === 201) expect(begun).toBeLessThanOrEqual(frozenAt)
    })
    await Promise.all(work)
    const left = (await wallet(ann)).balance
    expect(await empty(1)).toMatchObject({ status: 403 })
    expect((await wallet(ann)).balance).toBe(left)
  })
})

describe('a statement', () => {
  it('is read newest first, page by page, every line once, each balance following from the one before', async () => {
    for (let i = 1; i <= 7; i++) await fill(i)
    await empty(4)
    const lines: Entry[] = []
    let cursor: string | null = ''
    do {
      const page = await entries(ann, `?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`)
      lines.push(...(page.items as Entry[]))
      cursor = page.nextCursor as string | null
    } while (cursor !== null)
    expect(lines.map((line) => line.entryNo)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
    for (const [i, line] of lines.entries())
      expect(line.balance).toBe((lines[i + 1]?.balance ?? 0) + line.amount)
  })

  it('never skips a line that commits late: the wallet’s lock numbers them', async () => {
    await fill(1_000)
    const held = Promise.withResolvers<void>()
    const written = Promise.withResolvers<void>()
    const late = db().transaction(async (tx) => {
      await topUp(tx, { memberId: ann.id, amount: 1n, reference: '晚' })
      written.resolve()
      await held.promise
    })
    await written.promise
    const next = fill(2)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const meanwhile = await entries(ann)
    held.resolve()
    await Promise.all([late, next])
    expect(meanwhile.items).toMatchObject([{ entryNo: 1 }])
    const after = (await entries(ann)).items as Entry[]
    expect(after.map((line) => [line.entryNo, line.balance])).toEqual([
      [3, 1_003],
      [2, 1_001],
      [1, 1_000],
    ])
  })

  it('is one’s own: nobody else’s lines, and no operator without a member', async () => {
    await fill(5)
    const bob = await callers.person('波')
    expect(await entries(bob)).toEqual({ items: [], nextCursor: null })
    expect((await callers.operator.call('GET', '/v1/wallet/entries')).status).toBe(403)
    expect((await callers.operator.call('GET', '/v1/wallet')).status).toBe(403)
    expect((await ann.call('GET', `/v1/members/${ann.id}/wallet`)).status).toBe(403)
    expect((await callers.operator.call('GET', `/v1/members/${ann.id}/wallet`)).body).toEqual(
      await wallet(ann),
    )
  })

  it.each([
    ['x'],
    [Buffer.from('["1"]').toString('base64url')],
    [Buffer.from('[-1]').toString('base64url')],
    [Buffer.from('[1e300]').toString('base64url')],
    [Buffer.from('[1.5]').toString('base64url')],
  ])('refuses a cursor that was made up: %s', async (cursor) => {
    const reply = await ann.call('GET', `/v1/wallet/entries?cursor=${cursor}`)
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ field: 'cursor' }] } })
  })

  it.each(['0', '201', '1.5', 'x', '-1'])('refuses a page of %s lines', async (limit) => {
    expect((await ann.call('GET', `/v1/wallet/entries?limit=${limit}`)).status).toBe(400)
  })
})

describe('the laws the database keeps', () => {
  it('R15: a wallet is never negative, whatever asks', async () => {
    const at = await db().transaction((tx) => tx.now())
    const overdraw = db().transaction((tx) =>
      post(tx, {
        sourceId: 'fund_none',
        postingNo: 1n,
        from: { ownerId: ann.id, kind: 'wallet' },
        to: settlementOf(ann.id),
        currency: 'CNY',
        amount: 1n,
        reason: 'withdrawal',
        at,
      }),
    )
    await expect(overdraw).rejects.toMatchObject({
      constraint: expect.stringMatching(/never_negative/) as unknown,
    })
    expect(await wallet(ann)).toMatchObject({ balance: 0 })
    expect(await db().snapshot((tx) => pageOfEntries(tx, ann.id, undefined, 10))).toEqual([])
  })

  it.each(['posting', 'entry', 'funding'])('%s is append-only', async (table) => {
    await fill(1)
    await expect(callers.rows(`update ${table} set amount = amount + 1`)).rejects.toThrow('append-only')
    await expect(callers.rows(`delete from ${table}`)).rejects.toThrow('append-only')
  })
})
