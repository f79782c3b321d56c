import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '@laisee/core/words/screens/every-area.ts'
import { firstAreas } from '@laisee/core/words/screens/first-areas.ts'
import { laterAreas } from '@laisee/core/words/screens/later-areas.ts'
import type { Packet, Transfer } from '../data/queries.ts'
import { addFormats } from '../words/formats.ts'
import type { Chat, ChatItem, ChatLatest } from './chats-data.ts'
import { latestLine } from './latest.ts'
import { packetLines, transferLines } from './lines.ts'
import { nextTurnOf, packetLook, transferLook } from './look.ts'
import { idOf, streamOf } from './stream-of.ts'
import { opensTime, shortText } from './times.ts'
import type { Said } from './words-of.ts'

const words = i18next.createInstance()
const t = words.t
const me = 'mem_me'
const now = Date.parse('2026-03-04T12:00:00Z')
const iso = (afterS: number) => new Date(now + afterS * 1_000).toISOString()
const tell = (at: string) => at

beforeAll(async () => {
  await words.init({
    lng: 'zh',
    ns: ['screens'],
    defaultNS: 'screens',
    resources: { zh: { screens: wordsOf({ ...firstAreas, ...laterAreas }, 'zh') } },
    interpolation: { escapeValue: false },
  })
  addFormats(words)
})

const packet = (put: Partial<Packet>): Packet => ({
  id: 'pkt_1',
  payerId: 'mem_ann',
  payer: { id: 'mem_ann', name: '安', photoUrl: null },
  kind: 'direct',
  profile: 'laisee',
  currency: 'CNY',
  total: null,
  count: 1,
  splitMethod: null,
  commitment: null,
  audience: 'member',
  recipientId: me,
  groupId: null,
  greeting: '恭喜发财',
  familyId: null,
  hasPassphrase: false,
  notBefore: null,
  test: false,
  state: 'open',
  claimedCount: 0,
  claimedAmount: null,
  returnedAmount: null,
  sentAt: iso(-60),
  onBehalfOf: null,
  approveBy: null,
  recallRight: null,
  heldUntil: null,
  frozenUntil: null,
  heldReleaseFrom: null,
  heldReasons: [],
  deliverAt: iso(-50),
  expireAt: iso(3_600),
  askedNotToOpenAt: null,
  closedAt: null,
  closedBy: null,
  closeReason: null,
  myShare: null,
  may: [],
  ...put,
})

const transfer = (put: Partial<Transfer>): Transfer => ({
  id: 'tr_1',
  payerId: 'mem_ann',
  payeeId: me,
  profile: 'laisee',
  currency: 'CNY',
  amount: 8_800,
  note: '',
  delayS: 0,
  needsAcceptance: false,
  state: 'waiting',
  sentAt: iso(-60),
  familyId: null,
  onBehalfOf: null,
  approveBy: null,
  recallRight: null,
  heldUntil: null,
  heldReleaseFrom: null,
  heldReasons: [],
  undoUntil: iso(-50),
  deliverAt: iso(-50),
  acceptBy: null,
  acceptedAt: null,
  arriveAt: iso(7_200),
  closedAt: null,
  closedBy: null,
  closeReason: null,
  ladder: null,
  plan: null,
  may: [],
  ...put,
})

const share = { packetId: 'pkt_1', memberId: me, shareNo: 1, amount: 880, at: iso(-10) }
const told = (lines: readonly Said[], name = '安') => lines.map((line) => line.say(t, name))

describe('the stream of a conversation', () => {
  const item = (id: string, state: Packet['state'] = 'open'): ChatItem => ({
    kind: 'packet',
    packet: packet({ id, state }),
    transfer: null,
  })

  test('is oldest first, and what came onto two pages stands once', () => {
    const pages = [{ items: [item('c'), item('b', 'recalled')] }, { items: [item('b'), item('a')] }]
    const stream = streamOf(pages)
    expect(stream.map(idOf)).toEqual(['a', 'b', 'c'])
    expect(stream[1]?.packet?.state).toBe('recalled')
  })

  test('has a time above its first item, above the first of a day, and after a pause', () => {
    const noon = new Date(2026, 2, 4, 12).getTime()
    expect(opensTime(noon, undefined)).toBe(true)
    expect(opensTime(noon + 60_000, noon)).toBe(false)
    expect(opensTime(noon + 301_000, noon)).toBe(true)
    const midnight = new Date(2026, 2, 5).getTime()
    expect(opensTime(midnight, midnight - 1_000)).toBe(true)
  })

  test('is told in the list by the clock today, then by yesterday, the weekday and the date', () => {
    const at = (...parts: [number, number, number, number]) => new Date(...parts).toISOString()
    const today = new Date(2026, 2, 4, 12).getTime()
    const say = (moment: string) => shortText(t, moment, 'zh', today)
    expect(say(at(2026, 2, 4, 9))).toBe('09:00')
    expect(say(at(2026, 2, 3, 23))).toBe('昨天')
    expect(say(at(2026, 2, 1, 9))).toBe('星期日')
    expect(say(at(2026, 0, 20, 9))).toBe('1月20日')
    expect(say(at(2025, 11, 31, 9))).toBe('2025/12/31')
  })
})

describe("a packet's bubble", () => {
  const look = (put: Partial<Packet>) => packetLook(t, tell, packet(put), me, now)

  test.each<[string, Partial<Packet>, string, string]>([
    [
      'counts down while it can be undone',
      { payerId: me, state: 'undo', deliverAt: iso(8.4) },
      'undo',
      '9 秒内可撤销',
    ],
    [
      'is on its way at the end of the window',
      { payerId: me, state: 'undo', deliverAt: iso(-1) },
      'undo',
      '正在发出',
    ],
    [
      'says until when it is held, to whoever sent it',
      { payerId: me, state: 'held', heldUntil: iso(60) },
      'undo',
      `冷静期，${iso(60)} 结束`,
    ],
    ['waits for a yes, for whoever sent it', { payerId: me, state: 'approving' }, 'undo', '等待审批'],
    ['went back without a yes', { payerId: me, state: 'rejected' }, 'back', '未通过审批'],
    ['waits to be claimed', { may: ['claim'] }, 'open', '待领取'],
    ['says how many shares are gone', { count: 5, claimedCount: 2 }, 'open', '已领 2/5'],
    ['says from when it can be claimed', { notBefore: iso(60) }, 'open', `${iso(60)} 起可领`],
    ['says that its sender asks to wait', { askedNotToOpenAt: iso(-5) }, 'open', '对方请你先别打开'],
    ['is paler with what I have from it', { myShare: share, state: 'claimed_out' }, 'mine', '已领取 ¥8.80'],
    [
      'keeps what I have when the rest was taken back',
      { myShare: share, state: 'recalled' },
      'mine',
      '已领取 ¥8.80',
    ],
    ['is paused', { state: 'paused' }, 'paused', '已暂停'],
    ['is claimed out', { state: 'claimed_out', count: 5, claimedCount: 5 }, 'out', '已领完'],
    ['is taken back', { state: 'recalled' }, 'back', '已收回'],
    [
      'is taken back in the middle',
      { payerId: me, state: 'recalled', claimedCount: 2, count: 5 },
      'back',
      '已收回 · 已领 2/5',
    ],
    ['has expired', { state: 'expired' }, 'expired', '已过期'],
  ])('%s', (_, put, tone, word) => {
    expect(look(put)).toMatchObject({ tone, word })
  })

  test('is looked at again when its clock turns: delivery, then opening, then expiry', () => {
    const approving = packet({ state: 'approving', approveBy: iso(2), heldUntil: null })
    expect(nextTurnOf(approving, now)).toBe(Date.parse(iso(2)))
    const held = packet({ state: 'held', heldUntil: iso(3), deliverAt: iso(5) })
    expect(nextTurnOf(held, now)).toBe(Date.parse(iso(3)))
    const undo = packet({ state: 'undo', deliverAt: iso(5), notBefore: iso(60) })
    expect(nextTurnOf(undo, now)).toBe(Date.parse(iso(5)))
    expect(nextTurnOf(packet({ notBefore: iso(60) }), now)).toBe(Date.parse(iso(60)))
    expect(nextTurnOf(packet({}), now)).toBe(Date.parse(iso(3_600)))
    expect(nextTurnOf(packet({ state: 'recalled' }), now)).toBeUndefined()
  })
})

describe('what became of a packet', () => {
  test('is told to whoever took it back with what came back', () => {
    const mine = { payerId: me, state: 'recalled', closedBy: me, returnedAmount: 6_280 } as const
    expect(told(packetLines(packet({ ...mine, count: 5, claimedCount: 2 }), me))).toEqual([
      '你收回了剩下的 ¥62.80，已退回零钱',
    ])
    expect(told(packetLines(packet(mine), me))).toEqual(['你收回了 ¥62.80，已退回零钱'])
  })

  test('is told to the others by the name of who took it back', () => {
    const gone = packet({
      state: 'recalled',
      closedBy: 'mem_ann',
      count: 5,
      claimedCount: 2,
      returnedAmount: 6_280,
    })
    expect(told(packetLines(gone, me), '妈妈')).toEqual(['妈妈收回了剩下的 ¥62.80'])
    expect(packetLines(gone, me)[0]?.who).toBe('mem_ann')
  })

  test('says where the money of an expired one went, and nothing where every share was claimed', () => {
    const expired = {
      state: 'expired',
      closedAt: iso(-1),
      returnedAmount: 4_000,
      count: 5,
      claimedCount: 2,
    } as const
    expect(told(packetLines(packet({ ...expired, payerId: me }), me))).toEqual([
      '已过期，¥40.00 已退回你的零钱',
    ])
    expect(told(packetLines(packet(expired), me))).toEqual(['已过期，没领的已退回给安'])
    expect(packetLines(packet({ ...expired, claimedCount: 5 }), me)).toEqual([])
  })

  test('says that an expired one goes back before that was written down', () => {
    expect(told(packetLines(packet({ state: 'expired', returnedAmount: 0 }), me))).toEqual([
      '已过期，没领的会退回给付款人',
    ])
  })

  test('counts the claims of a large one instead of naming everybody', () => {
    const large = packet({ payerId: me, count: 500, claimedCount: 320 })
    expect(told(packetLines(large, me))).toEqual(['320 人领取了你的红包'])
  })
})

describe("a transfer's bubble", () => {
  test('says who is waited for, or when it arrives', () => {
    const word = (put: Partial<Transfer>) => transferLook(t, tell, transfer(put), me, now).word
    expect(word({})).toBe(`${iso(7_200)} 到账`)
    const toAccept = { needsAcceptance: true, acceptBy: iso(86_400), arriveAt: null }
    expect(word(toAccept)).toBe('待你收款')
    expect(word({ ...toAccept, payerId: me, payeeId: 'mem_bob' })).toBe('待对方收款')
    expect(word({ state: 'arrived' })).toBe('已到账')
    expect(word({ state: 'approving', payerId: me })).toBe('等待审批')
    expect(word({ state: 'rejected', payerId: me })).toBe('未通过审批')
  })

  test('tells both sides where the money is when it was taken back before it arrived', () => {
    expect(told(transferLines(transfer({ state: 'recalled' }), me))).toEqual([
      '安收回了 ¥88.00，这笔钱没有到账',
    ])
    expect(told(transferLines(transfer({ state: 'recalled', payerId: me }), me))).toEqual([
      '你收回了 ¥88.00，已退回零钱',
    ])
  })
})

describe('the newest of a conversation, in the list', () => {
  const chat = (kind: Chat['kind'], latest: Partial<ChatLatest> | null): Chat => ({
    chatId: 'mem_ann',
    kind,
    name: '安',
    alias: null,
    relation: null,
    relationNote: null,
    photoUrl: null,
    isContact: false,
    memberCount: null,
    latest: latest && {
      kind: 'packet',
      id: 'pkt_1',
      at: iso(0),
      text: '恭喜发财，大吉大利',
      state: 'open',
      direction: 'received',
      payerId: 'mem_ann',
      amount: null,
      canClaim: true,
      ...latest,
    },
  })
  const say = (kind: Chat['kind'], latest: Partial<ChatLatest> | null) =>
    latestLine(chat(kind, latest)).say(t, '安')

  test.each<[string, Chat['kind'], Partial<ChatLatest> | null, string]>([
    ['nothing yet', 'member', null, '还没有红包或转账'],
    ['a packet to claim', 'member', {}, '[红包] 恭喜发财，大吉大利'],
    ['who sent it, in a group', 'group', {}, '安：[红包] 恭喜发财，大吉大利'],
    [
      'a packet that is over',
      'member',
      { state: 'expired', canClaim: false },
      '[红包] 已过期 · 恭喜发财，大吉大利',
    ],
    ['what I took back', 'group', { state: 'recalled', direction: 'sent' }, '你收回了红包'],
    ['what they took back', 'member', { state: 'recalled' }, '安收回了红包'],
    [
      'a transfer that arrived',
      'member',
      { kind: 'transfer', state: 'arrived', amount: 8_800 },
      '[转账] 已到账 ¥88.00',
    ],
    [
      'a transfer I took back',
      'member',
      { kind: 'transfer', state: 'recalled', direction: 'sent', amount: 8_800 },
      '你收回了转账 ¥88.00',
    ],
  ])('says %s', (_, kind, latest, text) => {
    expect(say(kind, latest)).toBe(text)
  })
})
