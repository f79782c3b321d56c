import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { EventKind } from './events.ts'
import { isOvertaken, overtakenBy } from './gathering.ts'
import { noticeEvents } from './notice.ts'

describe('gathering', () => {
  const event = (kind: EventKind, seq: number, sourceId = 'pkt_1') => ({ kind, seq, sourceId })

  test.each([
    ['claims give way to later claims', 'packet.claimed', 'packet.claimed', true],
    ['claims give way to the last share', 'packet.claimed', 'packet.claimed_out', true],
    ['a pause gives way to the release', 'packet.paused', 'packet.released', true],
    ['about to expire gives way to the expiry', 'packet.expiring', 'packet.expired', true],
    ['a transfer under way gives way to its arrival', 'transfer.delivered', 'transfer.arrived', true],
    ['what waits for a word gives way to the undo', 'approval.submitted', 'packet.undone', true],
    ['a reminder gives way to the last word', 'approval.reminded', 'approval.granted', true],
    ['that the glass was broken stands whatever comes', 'approval.glass_broken', 'packet.undone', false],
    ['a delivery stands whatever comes', 'packet.delivered', 'packet.recalled', false],
    ['money that came back stands whatever comes', 'packet.expired', 'packet.claimed', false],
  ] as const)('%s', (_, before, after, gone) => {
    expect(isOvertaken(event(before, 2), event(after, 3))).toBe(gone)
    expect(isOvertaken(event(before, 3), event(after, 2))).toBe(false)
    expect(isOvertaken(event(before, 2), event(after, 3, 'pkt_2'))).toBe(false)
  })

  test('keeps the last of any events: nothing is told and then gone altogether', () => {
    const history = fc.array(fc.constantFrom(...noticeEvents), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(history, (kinds) => {
        const events = kinds.map((kind, i) => event(kind, i + 1))
        const standing = events.filter((one) => !events.some((by) => isOvertaken(one, by)))
        return standing.includes(events.at(-1)!)
      }),
    )
  })

  test('gives way only to what is itself told', () => {
    for (const kinds of Object.values(overtakenBy)) {
      for (const kind of kinds) expect(noticeEvents).toContain(kind)
    }
  })
})
