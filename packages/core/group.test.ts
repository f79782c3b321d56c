import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from './actor.ts'
import {
  decideJoin,
  decideLeave,
  decideSee,
  isInsideAt,
  momentOfChange,
  wereTogether,
  type Stay,
} from './group.ts'
import { isRefusal, refusalCodes, type RefusalCode } from './refusals.ts'

const operator: Actor = { kind: 'operator', keyId: 'key_1' }
const ann: Actor = { kind: 'member', memberId: 'mem_ann' }

function codeOf(decision: unknown): string {
  return isRefusal(decision) ? decision.code : 'yes'
}

describe('joining is refused in one order', () => {
  const all = { unknownIds: ['mem_x'], newIds: ['mem_x'], blocked: true }
  const rows: [RefusalCode | 'yes', Actor, boolean, Parameters<typeof decideJoin>[2]][] = [
    ['not_found', ann, false, all],
    ['member_unknown', ann, true, all],
    ['member_unknown', operator, false, all],
    ['recipient_blocked', ann, true, { ...all, unknownIds: [] }],
    ['yes', ann, true, { unknownIds: [], newIds: ['mem_b'], blocked: false }],
    ['yes', operator, false, { unknownIds: [], newIds: ['mem_b'], blocked: false }],
  ]
  it.each(rows)('%s', (code, actor, inside, joining) => {
    expect(codeOf(decideJoin(actor, inside, joining))).toBe(code)
  })

  it('that of the registry', () => {
    const codes = rows.map(([code]) => code).filter((code) => code !== 'yes')
    const places = codes.map((code) => refusalCodes.indexOf(code))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('and of nobody new it is nothing', () => {
    expect(decideJoin(ann, true, { unknownIds: [], newIds: [], blocked: false })).toBe('nothing')
  })
})

describe('leaving', () => {
  const rows: [RefusalCode | 'yes', string, Actor, boolean, { id: string; inside: boolean }][] = [
    ['not_found', 'a group one is not in', ann, false, { id: 'mem_ann', inside: false }],
    ['forbidden', 'on behalf of another', ann, true, { id: 'mem_bob', inside: true }],
    ['forbidden', 'on behalf of another who is not inside', ann, true, { id: 'mem_bob', inside: false }],
    [
      'not_found',
      'by the operator, of someone who is not inside',
      operator,
      false,
      { id: 'mem_bob', inside: false },
    ],
    ['yes', 'by oneself', ann, true, { id: 'mem_ann', inside: true }],
    ['yes', 'by the operator', operator, false, { id: 'mem_bob', inside: true }],
  ]
  it.each(rows)('%s: %s', (code, _, actor, inside, leaving) => {
    expect(codeOf(decideLeave(actor, inside, leaving))).toBe(code)
  })
})

it('a group is seen from inside and by the operator', () => {
  expect([decideSee(ann, true), decideSee(operator, false)]).toEqual(['see', 'see'])
  expect(codeOf(decideSee(ann, false))).toBe('not_found')
})

describe('a stay', () => {
  const stay = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.option(fc.integer({ min: 0, max: 20 })))
    .map(([since, length]): Stay => ({ since, until: length === null ? null : since + length }))
  const moments = Array.from({ length: 45 }, (_, at) => at)

  it('begins with its first moment and ends before its last', () => {
    expect([9, 10, 19, 20].map((at) => isInsideAt({ since: 10, until: 20 }, at))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(isInsideAt({ since: 10, until: null }, 1e15)).toBe(true)
    expect(isInsideAt({ since: 10, until: 10 }, 10)).toBe(false)
  })

  it('was together with another where some moment is in both', () => {
    fc.assert(
      fc.property(stay, stay, (one, other) => {
        const together = moments.some((at) => isInsideAt(one, at) && isInsideAt(other, at))
        expect(wereTogether(one, other)).toBe(together)
        expect(wereTogether(other, one)).toBe(together)
      }),
    )
  })

  it('changes only after every send before it, and before every send after it, however the clock runs', () => {
    const step = fc.tuple(fc.constantFrom('send', 'change'), fc.integer({ min: 0, max: 2 }))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let now = 100
        let changedAt = 100
        let last = 100
        for (const [what, passed] of steps) {
          now += passed
          const at = what === 'send' ? Math.max(now, changedAt) : momentOfChange(now, changedAt)
          if (what === 'change') {
            expect(at).toBeGreaterThan(last)
            changedAt = at
          } else expect(at).toBeGreaterThanOrEqual(last)
          last = at
        }
      }),
    )
  })
})
