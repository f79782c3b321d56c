import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

let callers: Callers
let ann: Person
let ada: Person
let bob: Person
let eve: Person
let org: string

beforeAll(async () => {
  callers = await openCallers()
  ann = await callers.person('安')
  ada = await callers.person('达')
  bob = await callers.person('波')
  eve = await callers.person('伊')
  const people = [
    { memberId: ann.id, roles: ['administrator'] },
    { memberId: ada.id, roles: ['administrator'] },
    { memberId: bob.id, roles: ['sender', 'approver'] },
    { memberId: eve.id, roles: ['auditor'] },
  ]
  const made = await callers.operator.call('POST', '/v1/organisations', { name: '山海公司', people })
  org = String(made.body.id)
})
afterAll(() => callers.close())

const at = (rest: string) => `/v1/organisations/${org}${rest}`
const codeOf = async (reply: Promise<{ body: Record<string, unknown> }>) => (await reply).body.code ?? 'yes'
type Content = Record<string, unknown> & { rules: object[] }
const contentNow = async () => (await bob.call('GET', at('/policy'))).body.content as Content
async function draft(change: object, who = ann): Promise<string> {
  const reply = await who.call('POST', at('/policies'), { content: { ...(await contentNow()), ...change } })
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return String(reply.body.id)
}
const publish = (id: string, who = ada) => who.call('POST', at(`/policies/${id}/publish`))
const rule = (when: string) => ({
  id: 'large',
  when,
  outcome: 'approve',
  tells: [],
  says: { zh: '大额要审批', en: 'large sums are approved' },
})

describe('a policy', () => {
  it('is the default until one is published, and everybody it binds may read it', async () => {
    expect((await bob.call('GET', at('/policy'))).body).toMatchObject({
      id: null,
      version: 0,
      holds: true,
      problems: [{ code: 'only_the_sender', at: 'chains.second-person.steps.0', about: bob.id }],
    })
    expect(await codeOf(bob.call('GET', at('/policies')))).toBe('role_missing')
    const stranger = await callers.person('陌')
    expect(await codeOf(stranger.call('GET', at('/policy')))).toBe('not_found')
  })

  it('is written by administrators of its own', async () => {
    const content = await contentNow()
    for (const who of [bob, eve])
      expect(await codeOf(who.call('POST', at('/policies'), { content }))).toBe('role_missing')
    expect(await codeOf(callers.operator.call('POST', at('/policies'), { content }))).toBe('forbidden')
  })

  it('with a fault may be drafted, is told exactly where, and is not published', async () => {
    const id = await draft({ rules: [rule('amount > moon')] })
    const { body } = await eve.call('GET', at(`/policies/${id}`))
    expect(body.problems).toContainEqual({
      code: 'unknown_fact',
      at: 'rules.large.when',
      weight: 'error',
      place: { start: 9, end: 13, line: 1, column: 10 },
      about: 'moon',
    })
    expect(await codeOf(publish(id))).toBe('policy_invalid')
    expect(await codeOf(ada.call('POST', at(`/policies/${id}/trial`), { days: 30 }))).toBe('policy_invalid')
    expect(await codeOf(ada.call('DELETE', at(`/policies/${id}`)))).toBe('yes')
    expect(await codeOf(publish(id))).toBe('policy_invalid')
  })

  it('is published by a second person, and holds from then on', async () => {
    await callers.operator.call('POST', at('/members'), {
      memberId: (await callers.person('蔡')).id,
      roles: ['approver'],
    })
    const id = await draft({ rules: [rule('amount > 5000')], bulkMax: 7_000 })
    expect(await codeOf(publish(id, ann))).toBe('own_act')
    expect(await codeOf(publish(id, bob))).toBe('role_missing')
    const published = (await publish(id)).body
    expect(published).toMatchObject({
      holds: true,
      state: 'published',
      authorIds: [ann.id],
      decidedBy: ada.id,
    })
    expect(published.sentences).toMatchObject({
      zh: expect.arrayContaining([{ at: 'rules.large', text: '大额要审批。' }]) as object,
    })
    expect((published.differences as { at: string }[]).map((one) => one.at)).toContain('rules.large.when')
    expect((await callers.events(org)).at(-1)).toMatchObject({
      kind: 'organisation.policy_published',
      data: { policyId: id, version: published.version, by: ada.id },
      audience: [ann.id, ada.id, eve.id].sort(),
    })
    expect(await codeOf(publish(id))).toBe('already_published')
    expect(await codeOf(ann.call('PUT', at(`/policies/${id}`), { content: await contentNow() }))).toBe(
      'already_published',
    )
    expect(await contentNow()).toMatchObject({ bulkMax: 7_000 })
    expect((await ada.call('POST', at(`/policies/${id}/trial`), { days: 30 })).body).toMatchObject({
      tried: 0,
      stopped: 0,
    })
  })

  it('whoever wrote into a draft does not publish it', async () => {
    const id = await draft({ bulkMax: 8_000 })
    await ada.call('PUT', at(`/policies/${id}`), { content: { ...(await contentNow()), bulkMax: 9_000 } })
    expect(await codeOf(publish(id))).toBe('own_act')
    await ada.call('DELETE', at(`/policies/${id}`))
    expect(await codeOf(publish(id))).toBe('own_act')
  })

  it('one draft at a time becomes what holds', async () => {
    const first = await draft({ bulkMax: 1_000 })
    const second = await draft({ bulkMax: 2_000 })
    const answers = await Promise.all([codeOf(publish(first)), codeOf(publish(second))])
    expect(new Set(answers)).toEqual(new Set(['policy_moved_on', 'yes']))
  })

  it('goes back as a new version', async () => {
    const back = await ann.call('POST', at('/policies/go-back'), { version: 0 })
    expect(back.body).toMatchObject({
      state: 'draft',
      goesBackTo: 0,
      content: { rules: [], bulkMax: 500_000 },
    })
    expect(await codeOf(publish(String(back.body.id)))).toBe('yes')
    const list = (await eve.call('GET', at('/policies?limit=2'))).body
    expect(list.items).toMatchObject([{ holds: true, goesBackTo: 0 }, { holds: false }])
    expect(await codeOf(ann.call('POST', at('/policies/go-back'), { version: 99 }))).toBe('invalid_request')
  })
})
