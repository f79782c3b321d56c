import { describe, expect, it } from 'vitest'
import { dayMs, toIso } from './instant.ts'
import {
  decideChangeDraft,
  decidePublish,
  decideWithdraw,
  inForceAt,
  publishAheadMaxMs,
  shownStateAt,
  type PolicyVersion,
} from './policy-change.ts'
import { isRefusal, refusalCodes } from './refusals.ts'

const now = 1_800_000_000_000
const draft: PolicyVersion = {
  version: 3,
  state: 'draft',
  basedOn: 2,
  authorIds: ['ann'],
  decidedAt: null,
  effectiveAt: null,
}
const published: PolicyVersion = { ...draft, state: 'published', decidedAt: now - dayMs }
const waiting: PolicyVersion = { ...published, effectiveAt: now + dayMs }
const facts = { now, current: 2, waiting: undefined, problems: [] }
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : decision)

describe('a draft', () => {
  const rows = [
    ['invalid_request', { state: 'withdrawn' }, 'ann', now, { problems: [{}] }],
    ['invalid_request', {}, 'bob', now + publishAheadMaxMs + 1, {}],
    ['own_act', { state: 'withdrawn', basedOn: 1 }, 'ann', null, { problems: [{}] }],
    ['policy_invalid', { state: 'published' }, 'bob', null, { problems: [{}] }],
    ['already_published', { state: 'published', basedOn: 1 }, 'bob', null, {}],
    ['already_withdrawn', { state: 'withdrawn', basedOn: 1 }, 'bob', null, {}],
    ['policy_moved_on', { basedOn: 1 }, 'bob', null, { waiting }],
    ['policy_waiting', {}, 'bob', null, { waiting }],
    ['policy_waiting', {}, 'bob', now + 1, { waiting }],
    ['publish', {}, 'bob', null, {}],
    ['publish', {}, 'bob', now + 1, {}],
    ['publish', {}, 'bob', now + publishAheadMaxMs, {}],
  ] as const
  it.each(rows)('is published: %s', (answer, change, actorId, effectiveAt, known) => {
    const decision = decidePublish({ ...draft, ...change }, actorId, effectiveAt, { ...facts, ...known })
    expect(codeOf(decision)).toBe(answer)
  })

  it('is refused in the order of the registry, and told what waits', () => {
    const places = [
      'own_act',
      'policy_invalid',
      'already_published',
      'policy_moved_on',
      'policy_waiting',
    ].map((code) => refusalCodes.findIndex((one) => one === code))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(decidePublish(draft, 'bob', null, { ...facts, waiting })).toMatchObject({
      data: { version: 3, effectiveAt: toIso(now + dayMs) },
    })
  })

  it('is changed until it is decided', () => {
    expect(decideChangeDraft(draft)).toBe('write')
    expect(codeOf(decideChangeDraft(published))).toBe('already_published')
    expect(codeOf(decideChangeDraft(waiting))).toBe('already_published')
  })
})

describe('a version that was published for a moment to come', () => {
  const from = now + dayMs
  it('holds from that moment on, to the millisecond, and the one before until then', () => {
    const before: PolicyVersion = { ...published, version: 2 }
    expect(inForceAt([waiting, before], from - 1)).toBe(before)
    expect(inForceAt([waiting, before], from)).toBe(waiting)
    expect(inForceAt([waiting], from - 1)).toBeUndefined()
    expect([shownStateAt(waiting, from - 1), shownStateAt(waiting, from)]).toEqual(['waiting', 'published'])
  })

  it('can be withdrawn until then, as a draft can, and not once it holds', () => {
    expect(decideWithdraw(draft, now)).toBe('withdraw')
    expect(decideWithdraw(waiting, from - 1)).toBe('withdraw')
    expect(codeOf(decideWithdraw(waiting, from))).toBe('already_published')
    expect(codeOf(decideWithdraw(published, now))).toBe('already_published')
    expect(codeOf(decideWithdraw({ ...published, state: 'withdrawn' }, now))).toBe('already_withdrawn')
  })
})
