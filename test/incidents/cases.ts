/**
 * The real cases of the reference page (§12.4) as somebody would have told them to the advisor, in the JSON that the API
 * and the command line read. Days and times of day are ours where the press gives none.
 */

export interface RealCase {
  /** The moment it is told. */
  at: string
  told: Readonly<Record<string, string | number>>
}

const susong = '2025-09-16T10:00:00+08:00'
const shenyang = '2016-10-20T20:00:00+08:00'
const huashang = '2017-06-01T12:00:00+08:00'
const chifeng = '2015-05-04T09:00:00+08:00'
const haidian = '2026-10-23T12:00:00+08:00'
const pudong = '2021-06-01T23:00:00+08:00'

const toRainbow = {
  platform: 'wechat',
  product: 'transfer_now',
  cause: 'wrong_person',
  relation: 'friend',
  amount: 744_000,
  sentAt: shenyang,
  noticedAt: shenyang,
}
const betweenFriends = {
  platform: 'wechat',
  phase: 'claimed',
  relation: 'friend',
  sentAt: haidian,
  noticedAt: haidian,
}
const afterTheGame = {
  platform: 'wechat',
  product: 'transfer_now',
  phase: 'claimed',
  cause: 'joke',
  amount: 5_200_000,
  sentAt: pudong,
  noticedAt: pudong,
}

export const realCases = {
  susong: {
    at: susong,
    told: {
      platform: 'wechat',
      product: 'transfer_now',
      phase: 'claimed',
      cause: 'wrong_person',
      relation: 'stranger',
      reachability: 'silent',
      amount: 2_700_000,
      sentAt: susong,
      noticedAt: susong,
    },
  },
  shenyangBefore: { at: '2016-10-20T20:01:00+08:00', told: { ...toRainbow, phase: 'unclaimed' } },
  shenyangAfter: {
    at: '2016-10-20T21:00:00+08:00',
    told: { ...toRainbow, phase: 'claimed', reachability: 'blocked' },
  },
  huashang: {
    at: huashang,
    told: {
      platform: 'wechat',
      product: 'transfer_now',
      phase: 'claimed',
      cause: 'wrong_person',
      relation: 'friend',
      reachability: 'blocked',
      amount: 530_000,
      sentAt: huashang,
      noticedAt: huashang,
    },
  },
  chifeng: {
    at: chifeng,
    told: {
      platform: 'wechat',
      product: 'transfer_now',
      phase: 'claimed',
      cause: 'wrong_amount',
      relation: 'business',
      reachability: 'refuses',
      amount: 1_100_000,
      sentAt: chifeng,
      noticedAt: chifeng,
    },
  },
  haidianPacket: {
    at: haidian,
    told: { ...betweenFriends, product: 'direct', cause: 'wrong_person', amount: 20_000 },
  },
  haidianPacketMeant: { at: haidian, told: { ...betweenFriends, product: 'direct', cause: 'changed_mind' } },
  haidianTransferMeant: {
    at: haidian,
    told: { ...betweenFriends, product: 'transfer_now', cause: 'changed_mind', amount: 1_290_000 },
  },
  haidianTransfer: {
    at: haidian,
    told: { ...betweenFriends, product: 'transfer_now', cause: 'wrong_person', amount: 1_290_000 },
  },
  pudong: {
    at: pudong,
    told: { ...afterTheGame, relation: 'friend', reachability: 'answers', province: 'SH' },
  },
  pudongLate: { at: haidian, told: afterTheGame },
  jiangjin: {
    at: '2025-04-10T15:00:00+08:00',
    told: { platform: 'wechat', cause: 'asked_to_return', relation: 'stranger' },
  },
} as const satisfies Record<string, RealCase>
