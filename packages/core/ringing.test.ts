import { describe, expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs, toIso } from './instant.ts'
import type { Notice, NoticeKind } from './notice.ts'
import { ringCaps, rings } from './ringing.ts'

const at = '2026-02-16T12:00:00.000Z'
const payer = 'mem_payer'
const other = 'mem_other'

describe('a notice rings', () => {
  const start = Date.parse(at)
  const notice = (kind: NoticeKind, ms: number, more: Partial<Notice> = {}): Notice => ({
    kind,
    sourceId: 'pkt_1',
    seq: 1,
    at: toIso(start + ms),
    data: { payerId: payer },
    settled: false,
    ...more,
  })
  const five = Array.from({ length: ringCaps.personMax }, (_, i) =>
    notice('packet_in_group', i * minuteMs, { sourceId: `pkt_${i}` }),
  )

  const rows: [string, Notice, Notice[], boolean, boolean][] = [
    ['when it comes', notice('packet_for_you', 0), [], false, true],
    ['not in quiet hours', notice('packet_for_you', 0), [], true, false],
    ['not in quiet hours, money that arrived neither', notice('transfer_received', 0), [], true, false],
    ['not when it is settled', notice('packet_for_you', 0, { settled: true }), [], false, false],
    [
      'for claims once in ten minutes',
      notice('own_packet_claimed', 9 * minuteMs),
      [notice('own_packet_claimed', 0)],
      false,
      false,
    ],
    [
      'for claims again after that',
      notice('own_packet_claimed', 10 * minuteMs),
      [notice('own_packet_claimed', 0)],
      false,
      true,
    ],
    [
      'for claims of another packet',
      notice('own_packet_claimed', 1),
      [notice('own_packet_claimed', 0, { sourceId: 'pkt_2' })],
      false,
      true,
    ],
    [
      'for the last share at once',
      notice('own_packet_claimed_out', 1),
      [notice('own_packet_claimed', 0)],
      false,
      true,
    ],
    [
      'for one person’s request not to open once a day',
      notice('packet_asked_not_to_open', 23 * hourMs, { sourceId: 'pkt_2' }),
      [notice('packet_asked_not_to_open', 0)],
      false,
      false,
    ],
    [
      'for it again the day after',
      notice('packet_asked_not_to_open', dayMs),
      [notice('packet_asked_not_to_open', 0)],
      false,
      true,
    ],
    [
      'for another person’s request',
      notice('packet_asked_not_to_open', 1, { data: { payerId: other } }),
      [notice('packet_asked_not_to_open', 0)],
      false,
      true,
    ],
    [
      'five times an hour for one person’s packets, and no sixth',
      notice('packet_in_group', 6 * minuteMs),
      five,
      false,
      false,
    ],
    [
      'for another person’s packet all the same',
      notice('packet_in_group', 6 * minuteMs, { data: { payerId: other } }),
      five,
      false,
      true,
    ],
    ['for money that arrived all the same', notice('transfer_received', 6 * minuteMs), five, false, true],
    ['for the sixth an hour later', notice('packet_in_group', hourMs + 4 * minuteMs), five, false, true],
  ]
  test.each(rows)('%s', (_, one, rung, quiet, expected) => {
    expect(rings(one, rung, quiet)).toBe(expected)
  })
})
