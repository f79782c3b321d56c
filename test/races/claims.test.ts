/**
 * Races through two server processes on one database. The counts are those of every run; `LAISEE_LONG=1` runs the
 * full ones: 3,000 claimers on 500 shares, 200 rounds of recall against claims.
 */

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freezeWallet } from '@laisee/server/wallets/freeze.ts'
import { groupOf, memberWith } from '@laisee/server/testing/service.ts'
import { faultsOf, moneyOf } from './money.ts'
import { call, startCluster, type Answer, type Cluster } from './servers.ts'

const long = process.env.LAISEE_LONG === '1'
const claimers = long ? 3_000 : 900
const shares = long ? 500 : 150
const rounds = long ? 200 : 25
const crowd = 24

let cluster: Cluster
let sql: pg.Client
let payer: string
let payerToken: string
let members: string[]
let tokens: string[]
let everyone: string
let few: string
let key = 0

beforeAll(async () => {
  cluster = await startCluster(2)
  const { ctx } = cluster.service
  payer = await memberWith(ctx, '发', 500_000_000n)
  members = []
  for (let i = 0; i < claimers; i++) members.push(await memberWith(ctx, `员${i}`, 0n))
  everyone = await groupOf(ctx, '公司', [payer, ...members])
  few = await groupOf(ctx, '小组', [payer, ...members.slice(0, crowd)])
  tokens = await cluster.tokensFor(members)
  payerToken = (await cluster.tokensFor([payer]))[0]!
  sql = new pg.Client({ connectionString: cluster.service.url })
  await sql.connect()
}, 180_000)
afterAll(async () => {
  await sql.end()
  await cluster.close()
})

const server = (i: number) => cluster.servers[i % cluster.servers.length]!.address
const post = (i: number, token: string, path: string, body: object = {}) =>
  call(server(i), token, 'POST', path, body, `key-${key++}`)
const claim = (i: number, packetId: string) =>
  call(server(i), tokens[i]!, 'POST', `/v1/packets/${packetId}/claims`, {})
const code = (answer: Answer) => (answer.status < 300 ? 'yes' : String(answer.body.code))

async function sent(body: object): Promise<string> {
  const answer = await post(0, payerToken, '/v1/packets', { kind: 'lucky', groupId: few, ...body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return String(answer.body.id)
}

/** Send a packet and let its undo window pass. */
async function delivered(body: object): Promise<string> {
  const id = await sent(body)
  await cluster.service.forward(10_001)
  return id
}

async function expectWhole(packetId: string, closed: boolean) {
  const money = await moneyOf(sql, packetId)
  expect(faultsOf(money, closed), packetId).toEqual([])
  return money
}

/** Start these at slightly different, arbitrary moments, all in flight together. */
function together<T>(starts: (() => Promise<T>)[]): Promise<T[]> {
  return Promise.all(
    starts.map(async (start) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 25))
      return start()
    }),
  )
}

const crowdClaims = (packetId: string) => Array.from({ length: crowd }, (_, i) => () => claim(i, packetId))

describe('through two servers', () => {
  it(`R22: ${claimers} claimers on ${shares} shares give exactly ${shares} credits`, async () => {
    const id = await delivered({ groupId: everyone, total: shares * 100, count: shares })
    const answers = await Promise.all(
      [...members.keys()].flatMap((i) => [claim(i, id), ...(i % 10 === 0 ? [claim(i + 1, id)] : [])]),
    )
    const codes = new Set(answers.map(code))
    expect([...codes].sort()).toEqual(['already_claimed_out', 'yes'])
    const money = await expectWhole(id, true)
    expect(money).toMatchObject({
      claims: shares,
      credits: shares,
      credited: BigInt(shares * 100),
      returned: 0n,
    })
  }, 120_000)

  it(`a recall at a random moment against claims, ${rounds} rounds: nobody twice, every fen somewhere`, async () => {
    const results = new Set<string>()
    for (let round = 0; round < rounds; round++) {
      const id = await delivered({ total: 2_000, count: crowd - 4 })
      const recall = () => post(round, payerToken, `/v1/packets/${id}/recall`)
      const answers = await together([...crowdClaims(id), recall])
      const recalled = answers.at(-1)!
      const money = await expectWhole(id, true)
      const claimedYes = answers.slice(0, -1).filter((answer) => answer.status === 200)
      expect(claimedYes).toHaveLength(money.claims)
      if (recalled.status === 200) {
        expect(recalled.body).toMatchObject({ returned: Number(money.returned) })
        expect((recalled.body.claims as unknown[]).length).toBe(money.claims)
        results.add(String(recalled.body.result))
      } else {
        expect(code(recalled)).toBe('already_claimed_out')
        results.add('already_claimed_out')
      }
    }
    expect(results.size).toBeGreaterThan(1)
  }, 600_000)

  it('expiry against claims: what was answered is paid, the rest goes back', async () => {
    for (let round = 0; round < rounds / 5; round++) {
      const id = await delivered({ total: 2_000, count: crowd, expireAfterS: 60 })
      await cluster.service.forward(49_960 - 10_001 + 9_990)
      const answers = await together([
        ...crowdClaims(id),
        async () => {
          await cluster.service.forward(60)
          return { status: await cluster.service.sweep().then(() => 200), body: {} }
        },
      ])
      await cluster.service.forward(1_000)
      await cluster.service.sweep()
      const money = await expectWhole(id, true)
      expect(answers.slice(0, -1).filter((answer) => answer.status === 200)).toHaveLength(money.claims)
      for (const answer of answers.slice(0, -1)) expect(['yes', 'already_expired']).toContain(code(answer))
    }
  }, 600_000)

  it('pause against claims: nothing is given after the pause was answered', async () => {
    for (let round = 0; round < rounds / 5; round++) {
      const id = await delivered({ total: 2_000, count: crowd })
      await together([...crowdClaims(id), () => post(round, payerToken, `/v1/packets/${id}/pause`)])
      const before = await expectWhole(id, false)
      const late = await together(crowdClaims(id))
      const after = await expectWhole(id, before.claims === crowd)
      expect(after.claims).toBe(before.claims)
      expect(late.filter((answer) => answer.status === 200)).toHaveLength(before.claims)
    }
  }, 300_000)

  it('undo against claims at the end of the undo window: one of them has the packet', async () => {
    const winners = new Set<string>()
    // How long a send takes is the machine's affair: each round starts later after an undo won, earlier after claims.
    let afterSendMs = 9_900
    for (let round = 0; round < rounds; round++) {
      const id = await sent({ total: 2_000, count: crowd })
      await cluster.service.forward(afterSendMs)
      const undo = () => post(round, payerToken, `/v1/packets/${id}/undo`)
      const answers = await together([...crowdClaims(id), undo])
      const undone = answers.at(-1)!.status === 200
      const money = await expectWhole(id, undone)
      const claimed = answers.slice(0, -1).filter((answer) => answer.status === 200).length
      expect(money.claims).toBe(claimed)
      if (undone) expect(claimed).toBe(0)
      winners.add(undone ? 'undo' : 'claims')
      afterSendMs += undone ? 40 : -40
    }
    expect([...winners].sort()).toEqual(['claims', 'undo'])
  }, 300_000)

  it('decline against the claim of the same person: one of them, never both', async () => {
    const winners = new Set<string>()
    for (let round = 0; round < rounds; round++) {
      const id = await delivered({
        kind: 'direct',
        groupId: undefined,
        recipientIds: [members[0]],
        total: 500,
        count: 1,
      })
      const [claimed, declined] = await together([
        () => claim(0, id),
        () => post(1, tokens[0]!, `/v1/packets/${id}/decline`),
      ])
      const money = await expectWhole(id, true)
      expect([claimed!.status, declined!.status].filter((status) => status === 200)).toHaveLength(1)
      expect(money.claims).toBe(claimed!.status === 200 ? 1 : 0)
      winners.add(claimed!.status === 200 ? 'claim' : 'decline')
    }
    expect(winners.size).toBe(2)
  }, 300_000)

  it('a wallet debited from both sides never passes zero', async () => {
    const poor = await memberWith(cluster.service.ctx, '贫', 1_000n)
    const [token] = await cluster.tokensFor([poor])
    const sends = Array.from(
      { length: 40 },
      (_, i) => () =>
        post(i, token!, '/v1/packets', {
          kind: 'direct',
          recipientIds: [members[i % 5]],
          total: 300,
          count: 1,
        }),
    )
    const answers = await together(sends)
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(3)
    expect(new Set(answers.map(code))).toEqual(new Set(['yes', 'balance_too_low']))
  })

  it('a wallet frozen in the middle of sends lets nothing out after the freeze was answered', async () => {
    const someone = await memberWith(cluster.service.ctx, '冻', 100_000n)
    const [token] = await cluster.tokensFor([someone])
    const send = (i: number) => () =>
      post(i, token!, '/v1/packets', { kind: 'direct', recipientIds: [members[1]], total: 100, count: 1 })
    const freeze = async (): Promise<Answer> => {
      await cluster.service.ctx.db.transaction((tx) =>
        freezeWallet(tx, { memberId: someone, keyId: 'key_test', reason: '查' }),
      )
      return { status: 299, body: {} }
    }
    const answers = await together([...Array.from({ length: 30 }, (_, i) => send(i)), freeze])
    const sentCount = answers.filter((answer) => answer.status === 201).length
    const late = await together(Array.from({ length: 10 }, (_, i) => send(i)))
    expect(new Set(late.map(code))).toEqual(new Set(['wallet_frozen']))
    const { rows } = await sql.query('select balance from account where owner_id = $1', [someone])
    expect(rows).toEqual([{ balance: String(100_000 - 100 * sentCount) }])
  })
})
