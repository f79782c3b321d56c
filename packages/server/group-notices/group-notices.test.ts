import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromIso, secondMs } from '@laisee/core/instant.ts'
import { openCallers, type Callers, type Person, type Reply } from '../testing/callers.ts'

let callers: Callers
let ann: Person
let bob: Person
let packetId: string
let groupId: string

const text = '大家好，我刚才发在群里的红包发错了群。还没领的朋友请先不要领，没领的会自动退回，谢谢大家。'

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(fromIso('2026-10-12T08:00:00Z')!)
  ann = await callers.person('安小雅', 10_000n)
  bob = await callers.person('王小明')
  groupId = String((await ann.call('POST', '/v1/groups', { name: '楼友', memberIds: [bob.id] })).body.id)
  const packet = { kind: 'equal', total: 200, count: 2, groupId, greeting: '' }
  packetId = String((await ann.call('POST', '/v1/packets', packet)).body.id)
  await callers.service.forward(11 * secondMs)
})
afterAll(() => callers.close())

const post = (who: Person, said = text) =>
  who.call('POST', `/v1/packets/${packetId}/group-notice`, { text: said })
const taken = (key: string) => ann.call('POST', '/v1/cancel', { idempotencyKey: key })
const shown = async (who: Person) =>
  (await who.call('GET', `/v1/groups/${groupId}/notices`)).body.items as { packetId: string; text: string }[]
const codeOf = ({ status, body }: Reply) => [status, body.code]

it('a notice is the payer’s, names nobody, is posted once and goes with its case', async () => {
  expect(codeOf(await post(bob))).toEqual([404, 'not_found'])
  expect(codeOf(await post(ann, '请王小明退回'))).toEqual([422, 'notice_names_somebody'])
  expect(codeOf(await post(ann, '不退就报警抓你'))).toEqual([422, 'return_text_refused'])
  expect(await shown(bob)).toEqual([])
  const replies = await Promise.all([post(ann), post(ann)])
  expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409])
  expect(codeOf(replies.find(({ status }) => status === 409)!)).toEqual([409, 'notice_posted_already'])
  expect(await shown(bob)).toMatchObject([{ packetId, text }])
  const told = (await callers.events(groupId)).at(-1)!
  expect(told).toMatchObject({ kind: 'group.notice_posted', audience: [groupId], data: { packetId } })
  expect(JSON.stringify(told.data)).not.toContain('发错')
  const stranger = await callers.person('丁')
  expect((await stranger.call('GET', `/v1/groups/${groupId}/notices`)).status).toBe(404)
  await ann.call('POST', `/v1/packets/${packetId}/recall`, { manner: 'remainder', reason: 'CUST' })
  expect(await shown(bob)).toEqual([])
  expect((await ann.call('POST', `/v1/packets/${packetId}/group-notice/withdraw`)).status).toBe(200)
  expect(codeOf(await ann.call('POST', `/v1/packets/${packetId}/group-notice/withdraw`))).toEqual([
    409,
    'already_withdrawn',
  ])
})

it('a notice is not taken back by its key: the packet is not what that request made', async () => {
  const packet = { kind: 'equal', total: 200, count: 2, groupId, greeting: '' }
  const id = String((await ann.call('POST', '/v1/packets', packet)).body.id)
  await callers.service.forward(11 * secondMs)
  const posted = await ann.call('POST', `/v1/packets/${id}/group-notice`, { text }, 'the-notice')
  expect(posted.status).toBe(201)
  expect(codeOf(await taken('the-notice'))).toEqual([409, 'not_cancelable'])
  expect((await ann.call('GET', `/v1/packets/${id}`)).body.state).toBe('open')
  expect((await callers.events(id)).map(({ kind }) => kind)).not.toContain('packet.recalled')
})
