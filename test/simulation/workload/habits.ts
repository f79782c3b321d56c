/** The people of the simulation: what each of them tends to do. */

import type { Ask } from '../asks.ts'

export interface Habit {
  name: string
  undoS: 5 | 10 | 20 | 30
  transferDelayS: number
  /** Fen in the wallet on the first day. */
  purse: number
  /** How often this member is the one who acts. */
  acts: number
  /** How often what they send is what, in parts of the whole. */
  sends: Record<'direct' | 'equal' | 'lucky' | 'exclusive' | 'transfer', number>
  /** The sums of a share that they give, in fen. */
  share: [least: number, most: number]
  /** How many times in a hundred they get something wrong. */
  slips: number
}

export const habits: readonly Habit[] = [
  // An elder sends to the family, slowly, and lets much expire.
  {
    name: '爷爷',
    undoS: 30,
    transferDelayS: 86_400,
    purse: 2_000_000,
    acts: 3,
    sends: { direct: 4, equal: 2, lucky: 3, exclusive: 1, transfer: 2 },
    share: [100, 20_000],
    slips: 20,
  },
  // A child takes whatever there is, at once and twice, guesses passphrases, and asks an aunt for what is above a few yuan.
  {
    name: '小雨',
    undoS: 5,
    transferDelayS: 0,
    purse: 30_000,
    acts: 7,
    sends: { direct: 3, equal: 3, lucky: 2, exclusive: 1, transfer: 3 },
    share: [1, 4_800],
    slips: 25,
  },
  // A company sends many shares to everyone, paused first, with a proof, and takes back the rest.
  {
    name: '红灯笼公司',
    undoS: 10,
    transferDelayS: 7_200,
    purse: 50_000_000,
    acts: 5,
    sends: { direct: 1, equal: 5, lucky: 6, exclusive: 2, transfer: 4 },
    share: [200, 20_000],
    slips: 5,
  },
  // A careless sender mistakes people and sums, and takes most of it back.
  {
    name: '马大哈',
    undoS: 20,
    transferDelayS: 0,
    purse: 800_000,
    acts: 6,
    sends: { direct: 5, equal: 2, lucky: 3, exclusive: 3, transfer: 5 },
    share: [50, 20_100],
    slips: 35,
  },
  {
    name: 'Ann Müller',
    undoS: 10,
    transferDelayS: 0,
    purse: 400_000,
    acts: 3,
    sends: { direct: 2, equal: 2, lucky: 4, exclusive: 2, transfer: 3 },
    share: [10, 5_000],
    slips: 10,
  },
  {
    name: '姑姑',
    undoS: 10,
    transferDelayS: 3_600,
    purse: 600_000,
    acts: 3,
    sends: { direct: 3, equal: 1, lucky: 3, exclusive: 3, transfer: 2 },
    share: [100, 9_999],
    slips: 10,
  },
  // A neighbour with little money is in no group at first.
  {
    name: '邻居',
    undoS: 5,
    transferDelayS: 0,
    purse: 900,
    acts: 2,
    sends: { direct: 2, equal: 1, lucky: 2, exclusive: 1, transfer: 3 },
    share: [1, 700],
    slips: 30,
  },
]

/** Who is in which group at first, by place in the list of habits; the first creates it, a negative one stands for the operator. */
export const firstGroups: readonly { name: string; by: number; members: number[] }[] = [
  { name: '一家人', by: 0, members: [1, 3, 5] },
  { name: '全体同事', by: -1, members: [2, 1, 3, 4, 5] },
  { name: '饭友', by: 3, members: [4, 5] },
]

/** Who lets which of their own sends wait from the first day on, by place in the list of habits. */
export function firstCare(ids: readonly string[]): Ask[] {
  const keep = (as: number, holdFrom: number | null, holdRelations: string[], holdS: number): Ask => ({
    route: 'setMyCare',
    as: ids[as]!,
    body: { holdFrom, holdRelations, holdS },
  })
  return [
    keep(3, 12_000, [], 300),
    keep(0, 15_000, ['family'], 1_800),
    keep(2, null, ['important_customer'], 60),
    keep(5, 5_000, [], 90),
    { route: 'putContact', as: ids[0]!, params: { memberId: ids[1]! }, body: { relation: 'family' } },
    {
      route: 'putContact',
      as: ids[2]!,
      params: { memberId: ids[4]! },
      body: { relation: 'important_customer' },
    },
  ]
}

/** Small caps on some, an age band with a passkey, and the guardians and allowances of the first day, by place in the list of habits. */
export function firstLimits(ids: readonly string[]): Ask[] {
  return [
    { route: 'setAgeBand', as: 'operator', params: { id: ids[1]! }, body: { band: 'child' } },
    { route: 'addPasskey', as: ids[1]!, body: { name: '小雨的手机' }, key: 'passkey-1' },
    { route: 'askGuardian', as: ids[5]!, body: { memberId: ids[1]!, as: 'guardian' } },
    { route: 'askGuardian', as: ids[6]!, body: { memberId: ids[0]!, as: 'protected' } },
    { route: 'askGuardian', as: ids[3]!, body: { memberId: ids[4]!, as: 'protected' } },
    {
      route: 'setMemberLimits',
      as: 'operator',
      params: { id: ids[3]! },
      body: { day: 60_000, month: 90_000 },
    },
    { route: 'putMyLimits', as: ids[4]!, body: { day: 15_000, month: 25_000 } },
    { route: 'putMyLimits', as: ids[0]!, body: { send: 40_000, share: 19_000 } },
    { route: 'askGuardian', as: ids[1]!, body: { memberId: ids[0]!, as: 'protected' } },
    {
      route: 'inviteToFamily',
      as: ids[3]!,
      body: { memberId: ids[1]!, monthMax: 9_000, approveAbove: 1_000 },
    },
    {
      route: 'inviteToFamily',
      as: ids[5]!,
      body: { memberId: ids[1]!, monthMax: 20_000, approveAbove: 3_000 },
    },
    {
      route: 'inviteToFamily',
      as: ids[0]!,
      body: { memberId: ids[6]!, monthMax: 900 },
    },
    { route: 'inviteToFamily', as: ids[2]!, body: { memberId: ids[3]!, approveAbove: 500 } },
  ]
}
