import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { minuteMs } from '@laisee/core/instant.ts'
import {
  ada,
  ann,
  balance,
  bob,
  callers,
  codeOf,
  eve,
  org,
  packet,
  pia,
  publish,
  sam,
  say,
  transfer,
  useCompany,
} from '../approvals/testing/company.ts'
import { pageOfSender, pageOfSends } from './sends.sql.ts'

// Everything is judged and nothing asked: what its sender saw is kept all the same.
useCompany({ ...defaultPolicy, rules: [] })

type Body = Record<string, unknown>
interface Row extends Body {
  id: string
  state: string
  may: string[]
}

const at = () => `/v1/organisations/${org}/sends`
async function list(who: typeof sam, query = ''): Promise<{ items: Row[]; nextCursor: string | null }> {
  const { status, body } = await who.call('GET', `${at()}${encodeURI(query)}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as unknown as { items: Row[]; nextCursor: string | null }
}
const idsOf = async (who: typeof sam, query = '') => (await list(who, query)).items.map(({ id }) => id)
const full = async (who: typeof sam, id: string) => (await who.call('GET', `${at()}/${id}`)).body
const deliver = async () => {
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
}

describe('what an organisation sent', () => {
  it('is found by whoever answers for it, newest first and page by page; a sender finds their own', async () => {
    const sent = [await packet({ greeting: '新年快乐' }), await transfer({ amount: 20_000, note: '差旅' })]
    const his = await packet({ total: 9_900 }, bob)
    const all = [his, ...sent.toReversed()]
    for (const who of [ada, eve]) expect(await idsOf(who)).toEqual(all)
    expect(await idsOf(sam)).toEqual(sent.toReversed())
    expect(await idsOf(sam, `?senderId=${bob.id}`)).toEqual(sent.toReversed())
    expect(await idsOf(ann)).toEqual([])
    expect(await codeOf(pia.call('GET', at()))).toBe('not_found')
    expect(await codeOf(pia.call('GET', `${at()}/${his}`))).toBe('not_found')
    expect(await codeOf(sam.call('GET', `${at()}/${his}`))).toBe('not_found')
    expect(await codeOf(eve.call('GET', `${at()}/${his}`))).toBe('yes')
    const first = await list(eve, '?limit=2')
    const rest = await list(eve, `?limit=2&cursor=${first.nextCursor}`)
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all)
    expect(rest.nextCursor).toBeNull()
  })

  it('is searched by sender, kind, sum, time, state, id, words, and the name of whom it is for', async () => {
    const quin = await callers.person('秦欢')
    const asked = await transfer({ payeeId: quin.id, amount: 700_000, note: '设备款' })
    const held = await packet({ recipientIds: [quin.id], greeting: '辛苦了' }, bob)
    const found = async (query: string) =>
      (await idsOf(eve, query)).filter((id) => [asked, held].includes(id))
    expect(await found(`?senderId=${bob.id}`)).toEqual([held])
    expect(await found('?kind=transfer')).toEqual([asked])
    expect(await found('?amountMin=700000&amountMax=700000')).toEqual([asked])
    expect(await found('?state=approving')).toEqual([asked])
    expect(await found(`?text=${asked.slice(-8)}`)).toEqual([asked])
    expect(await found('?text=辛苦')).toEqual([held])
    expect(await idsOf(eve, '?text=秦欢')).toEqual([held, asked])
    expect(await idsOf(eve, '?text=秦欢&state=approving')).toEqual([asked])
    expect(await idsOf(eve, '?text=没有这个人')).toEqual([])
    const { sentAt } = (await list(eve, `?text=${held}`)).items[0]!
    expect(await found(`?from=${String(sentAt)}`)).toEqual([held])
    expect(await found(`?until=${String(sentAt)}`)).toEqual([asked])
    await sam.call('POST', `/v1/transfers/${asked}/undo`)
  })

  it('says whom it is for: a group with how many were in it then, several by number, a link', async () => {
    const group = await sam.call('POST', '/v1/groups', { name: '项目组', memberIds: [pia.id, ann.id] })
    const toGroup = { kind: 'equal', recipientIds: undefined, groupId: group.body.id, total: 600, count: 3 }
    const several = { kind: 'equal', recipientIds: [pia.id, ann.id, bob.id, eve.id], total: 400, count: 4 }
    await packet(toGroup)
    await sam.call('DELETE', `/v1/groups/${String(group.body.id)}/members/${ann.id}`)
    await packet(several)
    await packet({ kind: 'equal', recipientIds: undefined, link: true, total: 200, count: 2 })
    const [link, named, grouped] = (await list(eve, '?limit=3')).items
    expect(link).toMatchObject({ to: { audience: 'link', memberCount: 0, group: null } })
    expect(named).toMatchObject({ to: { audience: 'members', memberCount: 4, group: null } })
    expect((named!.to as { memberIds: string[] }).memberIds).toHaveLength(3)
    expect(grouped).toMatchObject({ to: { group: { name: '项目组', members: 3 } } })
    expect((await full(eve, named!.id)).to).toMatchObject({ memberIds: expect.any(Array) as unknown })
    expect(((await full(eve, named!.id)).to as { memberIds: string[] }).memberIds).toHaveLength(4)
  })
})

describe('one send in full', () => {
  it('has what its sender saw, who approved, every event, and postings that add up', async () => {
    const id = await transfer({ amount: 800_000, note: '货款' })
    expect(await full(eve, id)).toMatchObject({
      state: 'approving',
      policyVersion: 0,
      verdict: { outcome: 'allow', confirmed: false, shown: { amount: 800_000, payerId: sam.id } },
      approval: { outcome: null, bulkMax: 500_000, shown: { amount: 800_000 } },
      sums: { paid: 800_000, claimed: 0, returned: 0, left: 800_000 },
    })
    await say(ann, id, 'approve', { note: '同意' })
    await deliver()
    const seen = await full(eve, id)
    expect(seen).toMatchObject({
      state: 'arrived',
      approval: { outcome: 'approved', acts: [{ kind: 'approved', note: '同意' }] },
      sums: { paid: 800_000, claimed: 800_000, returned: 0, left: 0 },
      may: [],
      moreEvents: false,
      names: { [ann.id]: '安', [pia.id]: '皮' },
    })
    expect((seen.events as Body[]).map(({ kind }) => kind)).toEqual([
      'transfer.sent',
      'approval.submitted',
      'approval.granted',
      'transfer.delivered',
      'transfer.arrived',
    ])
  })

  it('says what a recall would bring back and whose right it is, as the recall then does', async () => {
    const id = await packet({ kind: 'equal', recipientIds: [pia.id, ann.id], total: 600, count: 2 })
    const chanceOf = async (who: typeof sam) => {
      const { recall, may } = await full(who, id)
      return [may, recall]
    }
    const undone = { code: 'not_delivered_yet' }
    expect(await chanceOf(ada)).toMatchObject([[], { returns: 0, hasRight: true, refusal: undone }])
    await deliver()
    await pia.call('POST', `/v1/packets/${id}/claims`)
    const right = { until: null, hasRight: true, reasonNeeded: true, returns: 300, refusal: null }
    expect(await chanceOf(ada)).toEqual([['recall'], right])
    const missing = { code: 'recall_right_missing' }
    expect(await chanceOf(eve)).toMatchObject([[], { returns: 0, hasRight: false, refusal: missing }])
    const before = await balance()
    const recalled = await ada.call('POST', `/v1/organisations/${org}/recalls`, {
      sendId: id,
      note: '发错了',
    })
    expect(recalled.body).toMatchObject({ result: 'PECR', returned: 300 })
    expect(await balance()).toBe(before + 300)
    const seen = await full(ada, id)
    expect(seen).toMatchObject({ state: 'recalled', claimed: 300, returned: 300, may: [] })
    expect(seen).toMatchObject({ sums: { paid: 600, claimed: 300, returned: 300, left: 0 } })
    expect((seen.events as Body[]).at(-1)).toMatchObject({
      kind: 'packet.recalled',
      data: { recalledBy: ada.id, note: '发错了' },
    })
  })

  it('tells until when a sender may take back their own, by the policy that holds', async () => {
    const own = { role: 'sender', whose: 'own', withinS: 3_600, reasonNeeded: false, onlyMemberIds: null }
    await publish({ recallRights: [own] })
    const id = await packet()
    await deliver()
    const { recall, deliverAt, policyVersion } = await full(sam, id)
    const until = new Date(Date.parse(String(deliverAt)) + 3_600_000).toISOString()
    expect([recall, policyVersion]).toMatchObject([{ until, reasonNeeded: false, returns: 15_000 }, 1])
    expect((await full(ada, id)).recall).toMatchObject({ hasRight: false })
  })
})

it('a queue is of one organisation where one is named, and knows the group and everybody a packet is for', async () => {
  await publish({ thresholds: [{ amount: 600, chainId: 'second-person' }] })
  const id = await packet({ kind: 'equal', recipientIds: [pia.id, bob.id], total: 600, count: 2 })
  const queue = async (organisationId: string) =>
    (await ann.call('GET', `/v1/approvals?box=waiting&organisationId=${organisationId}`)).body[
      'items'
    ] as Body[]
  const other = await callers.operator.call('POST', '/v1/organisations', {
    name: '别的公司',
    people: [{ memberId: ada.id, roles: ['administrator'] }],
  })
  expect(await queue(String(other.body.id))).toEqual([])
  const [waiting] = await queue(org)
  expect(waiting).toMatchObject({ sendId: id, send: { audience: 'members', group: null } })
  expect((waiting!.send as { recipientIds: string[] }).recipientIds.sort()).toEqual([pia.id, bob.id].sort())
  for (const box of ['sent', 'seen']) {
    const who = box === 'sent' ? sam : eve
    const { body } = await who.call('GET', `/v1/approvals?box=${box}&organisationId=${String(other.body.id)}`)
    expect(body.items).toEqual([])
  }
})

it('ten thousand sends are read by the index of their order, whatever is asked for', async () => {
  await callers.rows(
    `insert into organisation_send (organisation_id, send_id, payer_id, at, kind, amount, share_count, policy_version, facts)
    select $1, 'tr_' || lpad(n::text, 26, '0'), $2, timestamptz '2020-01-01' + n * interval '1 minute', 'transfer', 100, 1, 0, '{}'
    from generate_series(1, 10000) as n`,
    org,
    pia.id,
  )
  await callers.rows('analyze organisation_send')
  const kinds = ['direct', 'equal', 'lucky', 'exclusive', 'transfer']
  const filters = ['-infinity', 'infinity', '', kinds, 0, 1_000_000_000, 51]
  const plan = async ({ text }: { text: string }, ...who: string[]) => {
    const asked = `explain (analyze, costs off, timing off, summary off, buffers off) ${text}`
    return JSON.stringify(await callers.rows(asked, org, ...who, ...filters))
  }
  expect(await plan(pageOfSends)).toMatch(/Index Scan Backward using organisation_send_in_order .*rows=51/)
  expect(await plan(pageOfSender, sam.id)).toMatch(/using organisation_send_of_payer/)
})
