/** The open doors of a demo world: its people, being one of them, coming in as somebody new. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { minuteMs } from '@laisee/core/instant.ts'
import { callerOf, type Call } from '../testing/api.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { groupOf } from '../testing/service.ts'
import { signInToDemo } from './sign-in-to-demo.ts'

let callers: Callers
let someone: Call
let granny: Person
let boss: Person

beforeAll(async () => {
  callers = await openCallers()
  someone = callerOf(callers.app.app)
  granny = await callers.person('王秀英', 100n)
  boss = await callers.person('林志远')
  await callers.person('路人')
  await groupOf(callers.service.ctx, '一家人', [granny.id, boss.id])
})
afterAll(() => callers.close())

it('nobody is in a world whose maker has introduced nobody', async () => {
  expect(await someone('GET', '/v1/demo/people')).toMatchObject({ status: 200, body: { items: [] } })
})

it('the people of a demo are those its maker has introduced, as they are called now, with their groups', async () => {
  const gone = `mem_${'0'.repeat(26)}`
  callers.service.ctx.cast.introduce([
    { memberId: granny.id, role: '奶奶' },
    { memberId: gone, role: '谁' },
    { memberId: boss.id, role: '老板' },
  ])
  await boss.call('PATCH', '/v1/me', { name: '林总' })
  const people = await someone('GET', '/v1/demo/people')
  expect(people.body.items).toEqual([
    { memberId: granny.id, role: '奶奶', name: '王秀英', photoUrl: null, groups: ['一家人'] },
    { memberId: boss.id, role: '老板', name: '林总', photoUrl: null, groups: ['一家人'] },
  ])
})

it('a visitor may be anyone of a demo world', async () => {
  const signedIn = await someone('POST', '/v1/demo/sign-in', { body: { memberId: granny.id } })
  expect(signedIn).toMatchObject({ status: 201, body: { memberId: granny.id } })
  const me = await callerOf(callers.app.app, String(signedIn.body.token))('GET', '/v1/me')
  expect(me.body).toMatchObject({ id: granny.id })
  const [created] = await callers.events(String(signedIn.body.id))
  expect(created).toMatchObject({ kind: 'session.created', data: { by: 'demo' }, audience: [granny.id] })
})

it('a visitor cannot be somebody who is not there', async () => {
  const nobody = `mem_${'0'.repeat(26)}`
  const refused = await someone('POST', '/v1/demo/sign-in', { body: { memberId: nobody } })
  expect(refused).toMatchObject({ status: 404, body: { code: 'not_found' } })
})

it('a visitor may come in as somebody new, with an empty wallet', async () => {
  const joined = await someone('POST', '/v1/demo/newcomers', { body: { name: '客人' } })
  expect(joined.status).toBe(201)
  const call = callerOf(callers.app.app, String(joined.body.token))
  expect((await call('GET', '/v1/me')).body).toMatchObject({ id: joined.body.memberId, name: '客人' })
  expect((await call('GET', '/v1/wallet')).body).toMatchObject({ balance: 0 })
  const kinds = (await callers.events(String(joined.body.memberId))).map(({ kind }) => kind)
  expect(kinds).toEqual(['member.created'])
})

it.each(['', ' ', '\u202e爸爸', 'a\u0000b', '👻'.repeat(65), '\u200b'])(
  'somebody new has a name that can be seen, so %j is none',
  async (name) => {
    const count = async () => (await callers.rows('select id from member')).length
    const before = await count()
    const refused = await someone('POST', '/v1/demo/newcomers', { body: { name } })
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ field: 'name' }] },
    })
    expect(await count()).toBe(before)
  },
)

it('whoever has signed in can move the clock of a demo world', async () => {
  const before = await someone('GET', '/v1/clock')
  const moved = await granny.call('POST', '/v1/clock/forward', { byMs: 10 * minuteMs })
  expect(moved.status).toBe(200)
  const passedMs = Date.parse(String(moved.body.now)) - Date.parse(String(before.body.now))
  expect(passedMs).toBeGreaterThanOrEqual(10 * minuteMs)
  expect((await someone('GET', '/v1/health')).body).toMatchObject({ demo: true })
})

it('in production nobody is signed in without a proof, whoever asks for it in the code', async () => {
  const { db } = callers.service.ctx
  const signIn = db.transaction((tx) => signInToDemo(tx, { demo: false }, { memberId: granny.id }))
  await expect(signIn).rejects.toThrow('without a proof')
})
