import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mistakes, sendKinds, stepVerbs, type Day, type Send } from './day.ts'
import { columns, DayError, readDay, recordKinds } from './read-day.ts'
import { dayAsCsv, dayAsJsonLines } from './write-day.ts'

const ids = ['ama', 'baba', 'mama', '小明', 'cai.hong_2']
const name = fc.string({
  unit: fc.constantFrom('红', '包', 'a', ' ', ',', '"', "'", '\n', '🧧'),
  maxLength: 12,
})
const claim = fc.record({ by: fc.constantFrom(...ids), afterMs: fc.nat(9_999_999) })
const send: fc.Arbitrary<Omit<Send, 'id'>> = fc
  .record({
    at: fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }),
    from: fc.constantFrom(...ids),
    total: fc.bigInt({ min: 1n, max: 9_007_199_254_740_991n }),
    greeting: name,
    expireAfterS: fc.option(fc.nat(999_999)),
    delayS: fc.option(fc.nat(999_999)),
    steps: fc.array(
      fc.record({ verb: fc.constantFrom('undo' as const, 'recall' as const), afterMs: fc.nat(99_999) }),
      { maxLength: 2 },
    ),
    mistake: fc.option(
      fc.constantFrom(
        { kind: 'extra_zero' as const, meant: '' },
        { kind: 'wrong_person' as const, meant: '给 mama, "妈"' },
      ),
    ),
  })
  .chain((drawn) =>
    fc
      .oneof(
        fc.record({
          to: fc.oneof(
            fc.record({
              way: fc.constant('members' as const),
              ids: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }),
            }),
            fc.constantFrom({ way: 'group' as const, id: 'all' }, { way: 'link' as const }),
          ),
          kind: fc.constant('lucky' as const),
          split: fc.constantFrom('wechat' as const, 'provable' as const),
          count: fc.integer({ min: 1, max: 500 }),
          claims: fc.array(claim, { maxLength: 5 }),
        }),
        fc.record({
          to: fc.constantFrom(
            { way: 'members' as const, ids: ['mama'] },
            { way: 'group' as const, id: 'some', one: 'ama' },
          ),
          kind: fc.constantFrom('exclusive' as const, 'transfer' as const),
          split: fc.constant(null),
          count: fc.constant(1),
          claims: fc.constant([]),
        }),
      )
      .map((shape) => ({ ...drawn, ...shape })),
  )
const day: fc.Arbitrary<Day> = fc.record({
  name: fc.constant('a-day'),
  about: name,
  synthetic: fc.boolean(),
  people: fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        name,
        wallet: fc.bigInt({ min: 0n, max: 10n ** 12n }),
        undoS: fc.constantFrom(null, 5, 30),
      }),
    ),
  ),
  groups: fc.constant([
    { id: 'all', name: '全家', members: ids },
    { id: 'some', name: '几个人', members: ['ama', 'mama'] },
  ]),
  sends: fc.array(send, { maxLength: 4 }).map((sends) => sends.map((one, i) => ({ id: `s${i}`, ...one }))),
})

describe('the page about the format', () => {
  const page = readFileSync(new URL('../../../docs/reference/replay-format.md', import.meta.url), 'utf8')
  const examples = [...page.matchAll(/^```\n([\s\S]*?)^```/gm)].map((match) => readDay(match[1]!))

  test('shows one day in both forms', () => {
    expect(examples).toHaveLength(2)
    expect(examples[0]).toEqual(examples[1])
    expect(examples[0]!.sends).toHaveLength(2)
  })

  test.each([...columns, ...recordKinds, ...sendKinds, ...stepVerbs, ...mistakes])('names %s', (word) => {
    expect(page).toContain(`\`${word}\``)
  })
})

describe('a recorded day', () => {
  test('is the same day after it was written down, as JSON lines and as CSV', () => {
    fc.assert(
      fc.property(day, (one) => {
        expect(readDay(dayAsJsonLines(one))).toEqual(one)
        expect(readDay(dayAsCsv(one))).toEqual(one)
      }),
      { numRuns: 60 },
    )
  })

  const head =
    '{"record":"day","id":"d"}\n{"record":"person","id":"a","total":100}\n{"record":"person","id":"b","total":0}\n{"record":"group","id":"g","to":"a b"}\n'
  const sent = (fields: object) =>
    `${head}${JSON.stringify({ record: 'send', id: 's', at: '2026-02-16T20:00:00+08:00', from: 'a', to: 'b', kind: 'direct', total: 5, ...fields })}\n`

  test('may leave out what has a plain meaning', () => {
    expect(readDay(sent({})).sends[0]).toMatchObject({
      count: 1,
      split: null,
      greeting: '',
      expireAfterS: null,
      claims: [],
      steps: [],
      mistake: null,
    })
  })

  test.each([
    ['', 'there is no record of the day itself'],
    ['{"record":"day"}\n{', 'line 2: not JSON'],
    ['[]', 'line 1: not a JSON object'],
    ['{"record":"packet"}', 'line 1: record is one of day, person, group, send, not "packet"'],
    ['{"record":"day","colour":"red"}', 'line 1: there is no field "colour"'],
    ['{"record":"day","name":null}', 'line 1: name is neither a text nor a number'],
    ['record,colour\nday,red\n', 'line 1: there is no column "colour"'],
    ['record,id\nday,d,x\n', 'line 2: more fields than columns'],
    [sent({ at: 'yesterday' }), 'line 5: at is not a moment'],
    [sent({ kind: 'gift' }), 'line 5: kind is one of'],
    [sent({ total: 1.5 }), 'line 5: total is not a whole number'],
    [sent({ total: -5 }), 'line 5: total is not a whole number'],
    [sent({ claims: 'b' }), 'line 5: claims is a list of WHO@SECONDS'],
    [sent({ then: 'steal@5' }), 'line 5: then knows'],
    [sent({ mis_send: 'oops' }), 'line 5: mis_send knows'],
    [sent({ to: '' }), 'line 5: to is missing'],
    [sent({ to: 'a b' }), 'send s: a direct send is to exactly one person'],
    [sent({ to: 'c' }), 'send s: c is not among the people'],
    [sent({ to: '#h' }), 'send s: there is no group h'],
    [sent({ claims: 'z@1' }), 'send s: z is not among the people'],
    [sent({ count: 2 }), 'send s: a direct send has one share, not 2'],
    [sent({ kind: 'lucky' }), 'send s: a split is said for lucky packets'],
    [sent({ then: 'accept@5' }), 'send s: a packet knows no accept'],
    [sent({ kind: 'transfer', then: 'pause@5' }), 'send s: a transfer knows no pause'],
    [sent({ kind: 'transfer', claims: 'b@1' }), 'send s: a transfer arrives by itself'],
    [`${sent({})}{"record":"person","id":"a","total":1}`, 'there are two people a'],
    [`${sent({})}{"record":"group","id":"g","to":"a"}`, 'there are two groups g'],
    [`${head}{"record":"group","id":"h","to":"x"}`, 'group h names x'],
  ])('that cannot be read says where and why: %#', (text, message) => {
    expect(() => readDay(text)).toThrow(DayError)
    expect(() => readDay(text)).toThrow(message)
  })
})
