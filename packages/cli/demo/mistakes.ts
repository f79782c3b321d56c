/** What went wrong in the demo world's past, and how each ended: undone, taken back in time, in part, or claimed first. */

import type { DemoPacket, DemoTransfer } from './sends.ts'

export interface DemoMoment {
  daysAgo: number
  time: string
}

export interface PastPacket extends DemoMoment, DemoPacket {
  /** How many of a group claim, by chance, from so many seconds after delivery on. */
  crowd?: { count: number; fromS?: number }
}

/** In order of time: look-alike names, the last chat on the screen, an extra zero, a wrong group, a long silence. */
export const pastPackets: readonly PastPacket[] = [
  {
    daysAgo: 80,
    time: '20:10',
    from: 'mama',
    to: 'caihong2',
    kind: 'direct',
    total: 7_440,
    greeting: '谢谢帮忙',
    undo: 3,
  },
  {
    daysAgo: 80,
    time: '20:12',
    from: 'mama',
    to: 'caihong',
    kind: 'direct',
    total: 7_440,
    greeting: '谢谢帮忙',
    claims: [['caihong', 45]],
  },
  {
    daysAgo: 61,
    time: '12:31',
    from: 'baba',
    to: 'zhangwei3',
    kind: 'direct',
    total: 18_800,
    greeting: '饭钱',
    claims: [['zhangwei3', 9]],
    recall: 30,
  },
  {
    daysAgo: 45,
    time: '12:40',
    from: 'baba',
    to: 'zhangwei2',
    kind: 'direct',
    total: 5_200,
    greeting: '饭钱',
    recall: 25,
  },
  {
    daysAgo: 45,
    time: '12:42',
    from: 'baba',
    to: 'zhangwei',
    kind: 'direct',
    total: 5_200,
    greeting: '饭钱',
    claims: [['zhangwei', 120]],
  },
  {
    daysAgo: 24,
    time: '21:05',
    from: 'caiwu',
    to: 'company',
    kind: 'lucky',
    total: 60_000,
    count: 12,
    greeting: '发错群了',
    crowd: { count: 4 },
    recall: 90,
  },
  {
    daysAgo: 17,
    time: '08:00',
    from: 'gugu',
    to: 'nainai',
    kind: 'direct',
    total: 20_000,
    greeting: '买点水果',
  },
  {
    daysAgo: 12,
    time: '18:30',
    from: 'lina',
    to: 'wangfang',
    kind: 'exclusive',
    total: 9_900,
    greeting: '生日快乐',
    decline: 600,
  },
  {
    daysAgo: 9,
    time: '16:00',
    from: 'laoban',
    to: 'company',
    kind: 'lucky',
    total: 88_800,
    count: 12,
    greeting: '先听我说两句',
    pause: 2,
    release: 90,
    crowd: { count: 11, fromS: 95 },
  },
  {
    daysAgo: 6,
    time: '22:10',
    from: 'xiaoming',
    to: 'class',
    kind: 'lucky',
    total: 1_000,
    count: 4,
    greeting: '考完了',
    crowd: { count: 2 },
  },
]

export const pastTransfers: readonly (DemoMoment & DemoTransfer)[] = [
  { daysAgo: 38, time: '09:15', from: 'nainai', to: 'gugu', amount: 110_000, note: '菜钱', recall: 300 },
  { daysAgo: 38, time: '09:25', from: 'nainai', to: 'gugu', amount: 11_000, note: '菜钱' },
]
