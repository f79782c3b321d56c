/**
 * An organisation's policy through two server processes: a version is published while sends are under way, at once and
 * for a moment that comes in their midst; and what all senders together may send. Counts of every run; the long run has
 * ten times as many.
 */

import type pg from 'pg'
import { expect, it } from 'vitest'
import { defaultOrganisationPolicy } from '@laisee/core/policy.ts'
import { createOrganisation } from '@laisee/server/organisations/create-organisation.ts'
import { fundOrganisation } from '@laisee/server/organisations/fund-organisation.ts'
import { policyToContent } from '@laisee/server/policies/content.ts'
import { memberWith } from '@laisee/server/testing/service.ts'
import { call, type Answer, type Cluster } from './servers.ts'

const rounds = process.env.LAISEE_LONG === '1' ? 40 : 4
const amount = 400
const open = { share: null, send: null, day: null, month: null }
const by = { kind: 'operator', keyId: 'test' } as const
const plain = policyToContent({
  ...defaultOrganisationPolicy,
  chains: [],
  thresholds: [],
  rulesChainId: null,
})
let key = 0

interface Company {
  id: string
  friend: string
  ask(server: number, who: Who, method: string, path: string, body?: object): Promise<Answer>
}
type Who = 'ada' | 'abe' | 'sam' | 'sue'
const whos: readonly Who[] = ['ada', 'abe', 'sam', 'sue']

async function company({ service, servers, tokensFor }: Cluster): Promise<Company> {
  const { ctx } = service
  const ids: string[] = []
  for (const name of [...whos, '友']) ids.push(await memberWith(ctx, name, 0n))
  const people = whos.map((who, i) => {
    const role = who === 'ada' || who === 'abe' ? ('administrator' as const) : ('sender' as const)
    return { memberId: ids[i]!, roles: [role] }
  })
  const { id } = await ctx.db.transaction((tx) =>
    createOrganisation(tx, { name: '山海公司', timeZone: null, house: false, people, by }),
  )
  const fund = { organisationId: id, direction: 'top_up', amount: 10_000_000n, reference: null, by } as const
  await ctx.db.transaction((tx) => fundOrganisation(tx, fund))
  const tokens = await tokensFor(ids)
  return {
    id,
    friend: ids.at(-1)!,
    ask: (server, who, method, path, body = {}) =>
      call(
        servers[server % servers.length]!.address,
        tokens[whos.indexOf(who)]!,
        method,
        path,
        body,
        `p-${key++}`,
      ),
  }
}

const send = ({ id, friend, ask }: Company, i: number) =>
  ask(i, i % 4 < 2 ? 'sam' : 'sue', 'POST', '/v1/transfers', {
    payeeId: friend,
    amount,
    delayS: 3_600,
    onBehalfOf: id,
  })

async function draft({ id, ask }: Company, change: object): Promise<string> {
  const at = `/v1/organisations/${id}`
  const made = await ask(1, 'ada', 'POST', `${at}/policies`, {
    content: { ...plain, ...change },
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return String(made.body.id)
}

const publish = ({ id, ask }: Company, server: number, policyId: string, effectiveAt: string | null) =>
  ask(server, 'abe', 'POST', `/v1/organisations/${id}/policies/${policyId}/publish`, { effectiveAt })

/** Publish while a dozen sends are under way. */
async function atOnce(under: Company, round: number, policyId: string): Promise<Answer[]> {
  const [published, ...sends] = await Promise.all([
    publish(under, round, policyId, null),
    ...Array.from({ length: 12 }, (_, i) => send(under, i)),
  ])
  expect(published.status, JSON.stringify(published.body)).toBe(200)
  return sends
}

/** Publish for a moment soon, and send until it is past. */
async function ahead({ service }: Cluster, under: Company, policyId: string): Promise<Answer[]> {
  const now = () => service.ctx.db.transaction((tx) => tx.now())
  const effectiveAt = (await now()) + 600
  const published = await publish(under, 1, policyId, new Date(effectiveAt).toISOString())
  expect(published.status, JSON.stringify(published.body)).toBe(200)
  const sends: Answer[] = []
  for (let i = 0; (await now()) <= effectiveAt; i += 4)
    sends.push(...(await Promise.all([0, 1, 2, 3].map((more) => send(under, i + more)))))
  return sends
}

/** Each send with the version that judged it, and the one that was in force at its moment by the rows themselves. */
const judgedBy = `
  select s.policy_version as judged, s.amount::int as amount, v.version as in_force, (v.content->'limits'->>'send')::int as most
  from organisation_send s
  cross join lateral (
    select p.version, p.content from organisation_policy p
    where p.organisation_id = s.organisation_id and p.state = 'published' and coalesce(p.effective_at, p.decided_at) <= s.at
    order by p.version desc limit 1
  ) v
  where s.organisation_id = $1`

/** The races of a policy, on the cluster of the file that calls it. */
export function racePolicies(on: () => { cluster: Cluster; sql: pg.Client }): void {
  it('a policy that is published while sends go out: each is judged by the version in force at its moment', async () => {
    const { cluster, sql } = on()
    const under = await company(cluster)
    await publish(under, 0, await draft(under, { limits: open }), null)
    const refused: Answer[] = []
    for (let round = 0; round < rounds; round++) {
      const most = round % 2 === 0 ? amount - 1 : null
      const policyId = await draft(under, { limits: { ...open, send: most } })
      const sends =
        round % 4 < 2 ? await atOnce(under, round, policyId) : await ahead(cluster, under, policyId)
      const after = await send(under, round)
      expect(after.status).toBe(most === null ? 201 : 422)
      refused.push(...[...sends, after].filter(({ status }) => status !== 201))
    }
    const { rows } = await sql.query<
      Record<'judged' | 'in_force' | 'amount', number> & { most: number | null }
    >(judgedBy, [under.id])
    expect(rows.length).toBeGreaterThan(rounds)
    for (const { judged, in_force, amount: sent, most } of rows)
      expect([judged, most === null || sent <= most]).toEqual([in_force, true])
    const limits = await sql.query<{ version: number; most: number | null }>(
      `select version, (content->'limits'->>'send')::int as most from organisation_policy where organisation_id = $1`,
      [under.id],
    )
    const mostOf = new Map(limits.rows.map(({ version, most }) => [version, most]))
    expect(refused.length).toBeGreaterThan(0)
    for (const { body } of refused) {
      expect(body).toMatchObject({ code: 'limit_send', layer: 'organisation' })
      expect(mostOf.get(Number(body.policyVersion))).toBe(amount - 1)
    }
  }, 120_000)

  it('what all senders of an organisation together may send in a day goes out as often as it allows', async () => {
    const { cluster, sql } = on()
    const together = await company(cluster)
    const totalLimits = { day: 10 * amount + amount - 1, month: null }
    await publish(together, 0, await draft(together, { limits: open, totalLimits }), null)
    const answers = await Promise.all(Array.from({ length: 10 * rounds }, (_, i) => send(together, i)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10)
    for (const { body } of answers.filter(({ status }) => status !== 201))
      expect(body).toMatchObject({ code: 'limit_day', layer: 'total' })
    const { rows } = await sql.query<{ sum: number; balance: number }>(
      `select (select sum(amount)::int from organisation_send where organisation_id = $1) as sum,
        (select balance::int from account where owner_id = $1) as balance`,
      [together.id],
    )
    expect(rows).toEqual([{ sum: 10 * amount, balance: 10_000_000 - 10 * amount }])
  }, 120_000)
}
