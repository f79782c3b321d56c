import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

let callers: Callers
let grandma: Person

beforeAll(async () => {
  callers = await openCallers()
  grandma = await callers.person('奶奶')
})
afterAll(() => callers.close())

const create = (body: object) => callers.operator.call('POST', '/v1/members', body)
const idOf = (reply: { body: Record<string, unknown> }) => reply.body.id as string

/** Everything that a refused write must leave as it was. */
async function everyone(): Promise<unknown> {
  return callers.rows(
    `select md5(string_agg(m::text, '|' order by m.id)) as members,
       (select count(*)::int from event) as events, (select count(*)::int from account) as accounts,
       (select count(*)::int from external_id) as external_ids
     from member m`,
  )
}

describe('a new member', () => {
  it('has the settings of the house, an open wallet and a way for money to come in', async () => {
    const reply = await create({ name: '小明' })
    expect(reply).toMatchObject({
      status: 201,
      body: {
        name: '小明',
        photoUrl: null,
        timeZone: 'Asia/Shanghai',
        undoS: 10,
        transferDelayS: 0,
        externalIds: [],
      },
    })
    const id = idOf(reply)
    expect(
      await callers.rows(`select kind, balance::int, state from account where owner_id = $1`, id),
    ).toEqual([{ kind: 'wallet', balance: 0, state: 'open' }])
    expect(await callers.operator.call('POST', '/v1/top-ups', { memberId: id, amount: 5 })).toMatchObject({
      status: 201,
    })
    const [created] = await callers.events(id)
    expect(created).toMatchObject({
      seq: 1,
      kind: 'member.created',
      data: { memberId: id, name: '小明', undoS: 10 },
      audience: [id],
    })
  })

  it('has the settings that were asked for', async () => {
    const asked = {
      photoUrl: 'https://例え.jp/王.png',
      timeZone: 'europe/berlin',
      undoS: 30,
      transferDelayS: 86_400,
    }
    const reply = await create({ name: 'José', ...asked })
    expect(reply.body).toMatchObject({
      photoUrl: 'https://xn--r8jz45g.jp/%E7%8E%8B.png',
      timeZone: 'Europe/Berlin',
      undoS: 30,
      transferDelayS: 86_400,
    })
  })

  it('is one member when asked for again with the same key', async () => {
    const again = () => callers.operator.call('POST', '/v1/members', { name: '一次' }, 'once')
    const [first, second] = [await again(), await again()]
    expect(second).toEqual(first)
    expect(await callers.rows(`select 1 from member where name = '一次'`)).toHaveLength(1)
  })

  const names: [string, string, string][] = [
    ['Chinese', '欧阳娜娜', '欧阳娜娜'],
    ['Mongolian', 'ᠮᠣᠩᠭᠣᠯ\u180eᠠ', 'ᠮᠣᠩᠭᠣᠯ\u180eᠠ'],
    ['Tibetan', 'བསྟན་འཛིན', 'བསྟན་འཛིན'],
    ['Uyghur', 'ئابدۇللا', 'ئابدۇللا'],
    ['Persian, with the non-joiner it is spelled with', 'علی\u200cرضا', 'علی\u200cرضا'],
    ['Sinhala, with the joiner it is spelled with', 'ශ්\u200dරී', 'ශ්\u200dරී'],
    ['a registered form of an ideograph', '葛\u{E0100}城', '葛\u{E0100}城'],
    ['an emoji family', '👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
    ['a heart that asks to be an emoji', '阿❤️', '阿❤️'],
    ['letters typed in two parts', 'Ngo\u0323c', 'Ngọc'],
    ['spaces of every width', ' 王\u3000 小明 ', '王 小明'],
    ['64 characters', 'x'.repeat(64), 'x'.repeat(64)],
    ['64 characters after composition', 'e\u0301'.repeat(64), 'é'.repeat(64)],
  ]
  it.each(names)('may be named in %s', async (_, asked, kept) => {
    const reply = await create({ name: asked })
    expect(reply).toMatchObject({ status: 201, body: { name: kept } })
  })

  const badNames: [string, unknown][] = [
    ['missing', undefined],
    ['null', null],
    ['a number', 7],
    ['empty', ''],
    ['only spaces', '  \u3000'],
    ['only what cannot be seen', '\u3164'],
    ['a braille blank', '\u2800'],
    ['65 characters', 'x'.repeat(65)],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['a line break', '王\n明'],
    ['a tab', '王\t明'],
    ['a NUL', 'a\0b'],
    ['a direction override', '\u202eevil'],
    ['a direction isolate', 'a\u2066b\u2069'],
    ['a right-to-left mark', '\u200fא'],
    ['a zero-width space', '张\u200b伟'],
    ['a joiner between Latin letters', 'a\u200db'],
    ['a byte order mark', '\ufeff张伟'],
    ['a soft hyphen', '张\u00ad伟'],
    ['a variation selector on a letter', 'A\ufe0f'],
    ['a mark with nothing to stand on', '\u0301a'],
    ['half a character', 'a\ud800'],
    ['a private character', '\ue000'],
    ['invisible tags', 'a\u{E0061}'],
  ]
  const bad: [string, object][] = [
    ...badNames.map(([how, name]): [string, object] => [`name: ${how}`, { name }]),
    ...[
      'http://a.example/x.png',
      'javascript:alert(1)',
      'data:image/png;base64,AAAA',
      '//a.example/x.png',
      'https://user:secret@a.example/x.png',
      'https://',
      'https://a.example/\nx',
      `https://a.example/${'x'.repeat(2_048)}`,
      `https://a.example/${'图'.repeat(1_000)}`,
      '',
      5,
    ].map((photoUrl): [string, object] => [
      `photoUrl: ${String(photoUrl).slice(0, 40)}`,
      { name: '甲', photoUrl },
    ]),
    ...['Mars/Phobos', '', '+08:00', 'Asia/Shanghai\0', ' Asia/Shanghai', 'x'.repeat(100), null, 8].map(
      (timeZone): [string, object] => [
        `timeZone: ${String(timeZone).slice(0, 40)}`,
        { name: '甲', timeZone },
      ],
    ),
    ...[0, 4, 6, 10.5, 31, -5, '10', null].map((undoS): [string, object] => [
      `undoS: ${undoS}`,
      { name: '甲', undoS },
    ]),
    ...[-1, 604_801, 0.5, 1e300, '0', null].map((transferDelayS): [string, object] => [
      `transferDelayS: ${transferDelayS}`,
      { name: '甲', transferDelayS },
    ]),
    ['undo: an unknown field', { name: '甲', undo: 5 }],
  ]
  it.each(bad)('is refused with its field named and nothing written, for %s', async (how, body) => {
    const before = await everyone()
    const reply = await create(body)
    expect(reply).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    const fields = (reply.body.errors as { field: string }[]).map((error) => error.field)
    expect(fields).toEqual([how.slice(0, how.indexOf(':'))])
    expect(await everyone()).toEqual(before)
    const patched = await grandma.call('PATCH', '/v1/me', body)
    if (!how.startsWith('name: missing')) expect(patched.status).toBe(400)
    expect(await everyone()).toEqual(before)
  })
})

describe('settings', () => {
  it('are changed by the member, and only what changed is told', async () => {
    const member = await callers.person('老王')
    const reply = await member.call('PATCH', '/v1/me', { undoS: 20, timeZone: 'Asia/Shanghai' })
    expect(reply).toMatchObject({ status: 200, body: { id: member.id, name: '老王', undoS: 20 } })
    expect((await callers.events(member.id)).at(-1)).toMatchObject({
      kind: 'member.changed',
      data: { memberId: member.id, changed: { undoS: 20 }, by: member.id },
      audience: [member.id],
    })
  })

  it('are changed by the operator, whose key stays unnamed', async () => {
    const member = await callers.person('老李')
    const photoUrl = 'https://a.example/li.png'
    const reply = await callers.operator.call('PATCH', `/v1/members/${member.id}`, {
      photoUrl,
      name: '李老师',
    })
    expect(reply).toMatchObject({ status: 200, body: { photoUrl, name: '李老师' } })
    expect(await member.call('PATCH', '/v1/me', { photoUrl: null })).toMatchObject({
      body: { photoUrl: null },
    })
    const events = await callers.events(member.id)
    expect(events.slice(-2).map((event) => event.data)).toEqual([
      { memberId: member.id, changed: { photoUrl, name: '李老师' }, by: 'operator' },
      { memberId: member.id, changed: { photoUrl: null }, by: member.id },
    ])
  })

  it('that are so already change nothing and tell nobody', async () => {
    const before = await everyone()
    expect(await grandma.call('PATCH', '/v1/me', { name: '奶奶', undoS: 10 })).toMatchObject({ status: 200 })
    expect(await grandma.call('PATCH', '/v1/me', {})).toMatchObject({ status: 200 })
    expect(await everyone()).toEqual(before)
  })

  it('of nobody are not found', async () => {
    const nobody = grandma.id.slice(0, -4) + '0000'
    const { operator } = callers
    expect(await operator.call('PATCH', `/v1/members/${nobody}`, { undoS: 5 })).toMatchObject({ status: 404 })
    expect(await operator.call('GET', `/v1/members/${nobody}`)).toMatchObject({ status: 404 })
    const group = grandma.id.replace('mem_', 'grp_')
    expect(await operator.call('GET', `/v1/members/${group}`)).toMatchObject({ status: 400 })
  })
})

describe('reading', () => {
  it('oneself gives what the operator reads, without external ids', async () => {
    const own = await grandma.call('GET', '/v1/me')
    const record = await callers.operator.call('GET', `/v1/members/${grandma.id}`)
    expect(own.status).toBe(200)
    expect(record.body).toEqual({ ...own.body, externalIds: [] })
  })

  it('the list, page by page, gives everyone once, newest first', async () => {
    const made: string[] = []
    for (let i = 0; i < 5; i++) made.unshift(idOf(await create({ name: `第${i}个` })))
    const listed: string[] = []
    let cursor: string | null = ''
    do {
      const page = await callers.operator.call(
        'GET',
        `/v1/members?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      )
      listed.push(...(page.body.items as { id: string }[]).map((member) => member.id))
      cursor = page.body.nextCursor as string | null
    } while (cursor !== null)
    const everyId = (await callers.rows('select id from member')).map((row) => String(row.id))
    expect(listed.slice(0, 5).sort()).toEqual([...made].sort())
    expect([...listed].sort()).toEqual(everyId.sort())
  })

  const cursors: [string, unknown][] = [
    ['no JSON', 'abc'],
    ['another shape', [1]],
    ['a moment beyond time', [1e300, 'mem_x']],
    ['a moment before time', [-1e15, 'mem_01m80erp8fenkrcsmy9azvwdy8']],
    ['no id', [0, 'x\0y']],
  ]
  it.each(cursors)('refuses a cursor that was made up: %s', async (_, parts) => {
    const cursor =
      typeof parts === 'string' ? parts : Buffer.from(JSON.stringify(parts)).toString('base64url')
    const reply = await callers.operator.call('GET', `/v1/members?cursor=${cursor}`)
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ field: 'cursor' }] } })
  })
})

describe("a member's card", () => {
  let ann: Person
  let bob: Person

  beforeAll(async () => {
    ann = await callers.person('安')
    bob = await callers.person('波')
  })

  const see = async (viewer: Person, member: Person) => viewer.call('GET', `/v1/members/${member.id}/card`)

  it('is seen by oneself, and holds nothing but name and photo', async () => {
    expect(await see(bob, bob)).toEqual({ status: 200, body: { id: bob.id, name: '波', photoUrl: null } })
  })

  it('is not there for a stranger', async () => {
    expect(await see(ann, bob)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    const nobody = { ...bob, id: bob.id.slice(0, -4) + '0000' }
    expect(await see(ann, nobody)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  it('is seen by both where either keeps the other as a contact', async () => {
    await bob.call('PUT', `/v1/contacts/${ann.id}`, {})
    expect(await see(ann, bob)).toMatchObject({ status: 200 })
    expect(await see(bob, ann)).toMatchObject({ status: 200 })
    await bob.call('DELETE', `/v1/contacts/${ann.id}`)
    expect(await see(ann, bob)).toMatchObject({ status: 404 })
  })

  it('is seen by those who are or were in one group at the same time, and by nobody who came later', async () => {
    const late = await callers.person('来晚了')
    const group = await ann.call('POST', '/v1/groups', { name: '饭局', memberIds: [bob.id] })
    expect(await see(ann, bob)).toMatchObject({ status: 200 })
    await bob.call('DELETE', `/v1/groups/${idOf(group)}/members/${bob.id}`)
    await ann.call('POST', `/v1/groups/${idOf(group)}/members`, { memberIds: [late.id] })
    expect(await see(ann, bob)).toMatchObject({ status: 200 })
    expect(await see(ann, late)).toMatchObject({ status: 200 })
    expect(await see(bob, late)).toMatchObject({ status: 404 })
    expect(await see(late, bob)).toMatchObject({ status: 404 })
  })
})
