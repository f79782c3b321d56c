import { describe, expect, test } from 'vitest'
import {
  decideAcceptFamily,
  decideAcceptLink,
  decideInvite,
  familyGivenMax,
  familyHeldMax,
  linkStateAt,
  type TwoFacts,
} from './family.ts'
import { alertOfRefusal } from './guardian.ts'
import { refusalCodes, type RefusalCode } from './refusals.ts'

const now = Date.UTC(2026, 10, 22, 8)
const two: TwoFacts = { ownId: 'mem_a', otherId: 'mem_b', otherKnown: true, blocked: false, linked: false }
const giver = { band: 'adult', given: familyGivenMax - 1 } as const

const wrongs: {
  code: RefusalCode
  two?: Partial<TwoFacts>
  giver?: Partial<Parameters<typeof decideInvite>[1]>
}[] = [
  { code: 'member_unknown', two: { otherKnown: false } },
  { code: 'self_not_allowed', two: { otherId: 'mem_a' } },
  { code: 'recipient_blocked', two: { blocked: true } },
  { code: 'already_linked', two: { linked: true } },
  { code: 'minor_may_not_give', giver: { band: 'teen' } },
  { code: 'family_given_max', giver: { given: familyGivenMax } },
]

test.each(wrongs)('an offer is refused as $code, before everything below it', ({ code }) => {
  const from = wrongs.findIndex((wrong) => wrong.code === code)
  const below = wrongs.slice(from)
  const worst = decideInvite(
    Object.assign({}, two, ...below.map((wrong) => wrong.two)) as TwoFacts,
    Object.assign({}, giver, ...below.map((wrong) => wrong.giver)) as typeof giver,
  )
  expect(worst).toMatchObject({ code })
  expect(decideInvite({ ...two, ...wrongs[from]!.two }, { ...giver, ...wrongs[from]!.giver })).toMatchObject({
    code,
  })
})

test('offers are refused in the order of the registry', () => {
  const places = wrongs.map(({ code }) => refusalCodes.indexOf(code))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('the fourth allowance may be given', () => {
  expect(decideInvite(two, giver)).toBe('offer')
})

describe('an offer', () => {
  const offered = { state: 'invited', expiresAt: now } as const

  test('is over with the millisecond its day ends', () => {
    expect(linkStateAt(offered, now - 1)).toBe('invited')
    expect(linkStateAt(offered, now)).toBe('ended')
    expect(decideAcceptLink(offered, now)).toMatchObject({ code: 'invitation_over' })
    expect(decideAcceptLink(offered, now - 1)).toBe('accept')
  })

  test('that is accepted stays so after its day', () => {
    expect(decideAcceptLink({ state: 'active', expiresAt: now }, now + 1)).toBe('accepted')
  })

  test('of a fourth allowance cannot be held', () => {
    expect(decideAcceptFamily(offered, familyHeldMax - 1, now - 1)).toBe('accept')
    expect(decideAcceptFamily(offered, familyHeldMax, now - 1)).toMatchObject({ code: 'family_held_max' })
    const active = { state: 'active', expiresAt: now } as const
    expect(decideAcceptFamily(active, familyHeldMax, now)).toBe('accepted')
  })
})

test('a guardian hears of what the guard refuses or asks, the graver the stricter', () => {
  expect(alertOfRefusal('guard_refused')).toEqual({ what: 'refused', risk: 'high' })
  expect(alertOfRefusal('confirmation_needed')).toEqual({ what: 'asked', risk: 'medium' })
  expect(alertOfRefusal('step_up_needed')).toEqual({ what: 'asked', risk: 'low' })
})

test('a guardian hears of what limits refuse, and not that somebody mistyped a name', () => {
  expect(alertOfRefusal('limit_day')).toEqual({ what: 'refused', risk: 'low' })
  expect(alertOfRefusal('confirmation_stale')).toBe(undefined)
  expect(alertOfRefusal('member_unknown')).toBe(undefined)
  expect(alertOfRefusal('balance_too_low')).toBe(undefined)
})
