import { describe, expect, it } from 'vitest'
import { isTimedOut, packetMomentsAfter, transferMomentsAfter } from './approving.ts'

const packet = {
  approveBy: 1_000,
  heldUntil: 1_500 as number | null,
  heldReleaseFrom: 1_200 as number | null,
  heldReasons: ['own_hold_amount'],
  deliverAt: 1_510,
  expireAt: 9_000,
  notBefore: null as number | null,
}

describe('a send that is approved', () => {
  it('has all its moments brought forward by what was left of the wait', () => {
    expect(packetMomentsAfter(packet, 400)).toEqual({
      heldUntil: 900,
      heldReleaseFrom: 600,
      deliverAt: 910,
      expireAt: 8_400,
    })
    const transfer = { ...packet, heldUntil: null, heldReleaseFrom: null, acceptBy: null, arriveAt: 2_000 }
    expect(transferMomentsAfter(transfer, 999)).toEqual({
      heldUntil: null,
      heldReleaseFrom: null,
      deliverAt: 1_509,
      acceptBy: null,
      arriveAt: 1_999,
    })
  })

  it('does not end before it could be claimed', () => {
    expect(packetMomentsAfter({ ...packet, notBefore: 8_700 }, 400).expireAt).toBe(9_000)
    expect(packetMomentsAfter({ ...packet, notBefore: 8_399 }, 400).expireAt).toBe(8_400)
  })

  it('is late at the very moment of its end', () => {
    expect(isTimedOut({ approveBy: null }, 5)).toBe(false)
    expect(isTimedOut({ approveBy: 5 }, 4)).toBe(false)
    expect(isTimedOut({ approveBy: 5 }, 5)).toBe(true)
  })
})
