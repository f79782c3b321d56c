import { expect, test } from 'vitest'
import { sayEvent } from './say-event.ts'

const nothing = { who: [], byClock: false, back: null, note: null }

test.each([
  ['packet.sent', { payerId: 'mem_a', total: 500 }, { who: ['mem_a'] }],
  ['packet.claimed', { claims: [{ memberId: 'mem_b' }, { memberId: 'mem_c' }] }, { who: ['mem_b', 'mem_c'] }],
  ['packet.expired', { returned: 300 }, { byClock: true, back: 300 }],
  ['packet.claimed_out', { returned: 0 }, {}],
  ['transfer.rejected', { decidedBy: 'clock', amount: 500, note: null }, { byClock: true, back: 500 }],
  [
    'transfer.rejected',
    { decidedBy: 'mem_a', amount: 500, note: '不对' },
    { who: ['mem_a'], back: 500, note: '不对' },
  ],
  ['transfer.arrived', { amount: 500, decidedBy: 'clock' }, { byClock: true }],
  ['transfer.delivered', { amount: 500, note: '差旅' }, {}],
  ['approval.granted', { by: ['mem_a'], amount: 500 }, { who: ['mem_a'] }],
  [
    'approval.glass_broken',
    { by: 'mem_a', brokenBy: ['mem_b', 'mem_a'], note: '急' },
    { who: ['mem_b', 'mem_a'], note: '急' },
  ],
  [
    'packet.recalled',
    { recalledBy: 'mem_a', note: '发错了', returned: 200 },
    { who: ['mem_a'], back: 200, note: '发错了' },
  ],
] as const)('%s %j says who did it, what came back and why', (kind, data, said) => {
  expect(sayEvent({ kind, data })).toEqual({ ...nothing, ...said })
})
