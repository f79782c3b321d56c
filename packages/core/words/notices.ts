/**
 * What a notice says, by kind and language, in the notation of the refusals. `{{payerId, name}}` is what the reader calls
 * that person. The first text whose fields are all there is said, so that a longer one may stand before a plain one.
 */

import type { Notice, NoticeKind } from '../notice.ts'
import { partNoticeWords } from './part-notices.ts'
import { fill, type Language, type Reading } from './words.ts'

type Texts = readonly [string, ...string[]]

const zh: Record<NoticeKind, Texts> = {
  packet_for_you: ['{{payerId, name}}给你发了红包，{{expireAt, time}} 前可领。'],
  packet_in_group: [
    '{{payerId, name}}在「{{groupId, name}}」发了 {{count}} 个红包，{{expireAt, time}} 前可领。',
    '{{payerId, name}}在「{{groupId, name}}」发了红包，{{expireAt, time}} 前可领。',
  ],
  packet_expiring: ['{{payerId, name}}的红包你还没领，{{expireAt, time}} 过期。'],
  packet_paused: ['{{payerId, name}}暂停了红包的领取。'],
  packet_released: ['{{payerId, name}}的红包又可以领了。'],
  packet_recalled: ['{{payerId, name}}撤回了你还没领的红包。'],
  packet_missed: ['{{payerId, name}}的红包已过期，你没有领。'],
  packet_asked_not_to_open: ['{{payerId, name}}请你先不要打开红包。'],

  own_packet_hold_over: ['你的红包（{{total, yuan}} 元）冷静期已过，{{deliverAt, time}} 前还可以撤销。'],
  own_packet_claimed: [
    '{{claimerIds, name}}领了你的红包，{{count}} 个已被领走 {{claimedCount}} 个。',
    '你的 {{count}} 个红包已被领走 {{claimedCount}} 个。',
  ],
  own_packet_claimed_out: [
    '你的 {{count}} 个红包已被领完，最后一个是{{lastClaimerId, name}}领的。',
    '{{lastClaimerId, name}}领了你的红包。',
  ],
  own_packet_expiring: [
    '你的 {{count}} 个红包已被领走 {{claimedCount}} 个，{{expireAt, time}} 过期，没领的会退回。',
    '你的红包还没被领，{{expireAt, time}} 过期后会退回。',
  ],
  own_packet_expired: [
    '红包已过期，没领的 {{returned, yuan}} 元已退回你的钱包（{{count}} 个已被领走 {{claimedCount}} 个）。',
    '红包已过期，没领的 {{returned, yuan}} 元已退回你的钱包。',
  ],
  own_packet_declined: ['{{declinedBy, name}}退回了你的红包，{{returned, yuan}} 元已回到你的钱包。'],

  transfer_for_you: [
    '{{payerId, name}}向你转账 {{amount, yuan}} 元，{{arriveAt, time}} 到账。',
    '{{payerId, name}}向你转账 {{amount, yuan}} 元。',
  ],
  transfer_to_accept: ['{{payerId, name}}向你转账 {{amount, yuan}} 元，请在 {{acceptBy, time}} 前收款。'],
  transfer_expiring: [
    '{{payerId, name}}转来的 {{amount, yuan}} 元你还没收，{{acceptBy, time}} 会退回给对方。',
  ],
  transfer_received: ['{{payerId, name}}转来的 {{amount, yuan}} 元已到你的钱包。'],
  transfer_recalled: ['{{payerId, name}}撤回了转给你的 {{amount, yuan}} 元，这笔钱还没有到账。'],
  transfer_missed: ['{{payerId, name}}转来的 {{amount, yuan}} 元你没有收，已退回给对方。'],

  own_transfer_hold_over: [
    '你转给{{payeeId, name}}的 {{amount, yuan}} 元冷静期已过，{{deliverAt, time}} 前还可以撤销。',
  ],
  own_transfer_expiring: [
    '{{payeeId, name}}还没收你转的 {{amount, yuan}} 元，{{acceptBy, time}} 会退回给你。',
  ],
  own_transfer_accepted: ['{{payeeId, name}}收下了你转的 {{amount, yuan}} 元，{{arriveAt, time}} 到账。'],
  own_transfer_arrived: ['你转给{{payeeId, name}}的 {{amount, yuan}} 元已到账。'],
  own_transfer_declined: ['{{payeeId, name}}退回了你转的 {{amount, yuan}} 元，已回到你的钱包。'],
  own_transfer_returned: ['{{payeeId, name}}没有收你转的 {{amount, yuan}} 元，已退回你的钱包。'],

  wallet_topped_up: [
    '{{amount, yuan}} 元已存入你的钱包（{{reference}}），余额 {{balance, yuan}} 元。',
    '{{amount, yuan}} 元已存入你的钱包，余额 {{balance, yuan}} 元。',
  ],
  wallet_withdrawn: [
    '{{amount, yuan}} 元已从你的钱包转出（{{reference}}），余额 {{balance, yuan}} 元。',
    '{{amount, yuan}} 元已从你的钱包转出，余额 {{balance, yuan}} 元。',
  ],
  wallet_frozen: ['你的钱包已冻结，钱可以进，不能出。原因：{{reason}}', '你的钱包已冻结，钱可以进，不能出。'],
  wallet_unfrozen: ['你的钱包已解冻，可以正常使用。'],

  ...partNoticeWords.zh,
}

const en: Record<NoticeKind, Texts> = {
  packet_for_you: ['{{payerId, name}} sent you a red packet. Open it by {{expireAt, time}}.'],
  packet_in_group: [
    '{{payerId, name}} sent a red packet of {{count}} to {{groupId, name}}. Open it by {{expireAt, time}}.',
    '{{payerId, name}} sent a red packet to {{groupId, name}}. Open it by {{expireAt, time}}.',
  ],
  packet_expiring: [
    'You have not opened the red packet of {{payerId, name}} yet. It expires on {{expireAt, time}}.',
  ],
  packet_paused: ['{{payerId, name}} has paused their red packet.'],
  packet_released: ['The red packet of {{payerId, name}} can be opened again.'],
  packet_recalled: ['{{payerId, name}} took back a red packet that you had not opened.'],
  packet_missed: ['The red packet of {{payerId, name}} has expired. You had not opened it.'],
  packet_asked_not_to_open: ['{{payerId, name}} asks you to leave their red packet closed for now.'],

  own_packet_hold_over: [
    'The cooling-off time of your red packet of ¥{{total, yuan}} is over. You can undo it until {{deliverAt, time}}.',
  ],
  own_packet_claimed: [
    '{{claimerIds, name}} opened your red packet: {{claimedCount}} of {{count}} shares are claimed.',
    '{{claimedCount}} of the {{count}} shares of your red packet are claimed.',
  ],
  own_packet_claimed_out: [
    'Every share of your red packet is claimed ({{count}}), the last by {{lastClaimerId, name}}.',
    '{{lastClaimerId, name}} opened your red packet.',
  ],
  own_packet_expiring: [
    '{{claimedCount}} of the {{count}} shares of your red packet are claimed. It expires on {{expireAt, time}}, and the rest comes back to you.',
    'Your red packet is not opened yet. It expires on {{expireAt, time}} and comes back to you.',
  ],
  own_packet_expired: [
    'Your red packet has expired with {{claimedCount}} of {{count}} shares claimed. ¥{{returned, yuan}} is back in your wallet.',
    'Your red packet has expired. ¥{{returned, yuan}} is back in your wallet.',
  ],
  own_packet_declined: [
    '{{declinedBy, name}} sent your red packet back. ¥{{returned, yuan}} is back in your wallet.',
  ],

  transfer_for_you: [
    '{{payerId, name}} sent you ¥{{amount, yuan}}. It arrives on {{arriveAt, time}}.',
    '{{payerId, name}} sent you ¥{{amount, yuan}}.',
  ],
  transfer_to_accept: ['{{payerId, name}} sent you ¥{{amount, yuan}}. Accept it by {{acceptBy, time}}.'],
  transfer_expiring: [
    'You have not accepted ¥{{amount, yuan}} from {{payerId, name}} yet. It goes back on {{acceptBy, time}}.',
  ],
  transfer_received: ['¥{{amount, yuan}} from {{payerId, name}} has arrived in your wallet.'],
  transfer_recalled: ['{{payerId, name}} took back ¥{{amount, yuan}} before it arrived.'],
  transfer_missed: ['You did not accept ¥{{amount, yuan}} from {{payerId, name}}. It went back.'],

  own_transfer_hold_over: [
    'The cooling-off time of your ¥{{amount, yuan}} to {{payeeId, name}} is over. You can undo it until {{deliverAt, time}}.',
  ],
  own_transfer_expiring: [
    '{{payeeId, name}} has not accepted your ¥{{amount, yuan}} yet. It comes back on {{acceptBy, time}}.',
  ],
  own_transfer_accepted: [
    '{{payeeId, name}} accepted your ¥{{amount, yuan}}. It arrives on {{arriveAt, time}}.',
  ],
  own_transfer_arrived: ['Your ¥{{amount, yuan}} has arrived at {{payeeId, name}}.'],
  own_transfer_declined: ['{{payeeId, name}} sent your ¥{{amount, yuan}} back. It is in your wallet again.'],
  own_transfer_returned: [
    '{{payeeId, name}} did not accept your ¥{{amount, yuan}}. It is in your wallet again.',
  ],

  wallet_topped_up: [
    '¥{{amount, yuan}} came into your wallet ({{reference}}). It holds ¥{{balance, yuan}}.',
    '¥{{amount, yuan}} came into your wallet. It holds ¥{{balance, yuan}}.',
  ],
  wallet_withdrawn: [
    '¥{{amount, yuan}} was paid out of your wallet ({{reference}}). It holds ¥{{balance, yuan}}.',
    '¥{{amount, yuan}} was paid out of your wallet. It holds ¥{{balance, yuan}}.',
  ],
  wallet_frozen: [
    'Your wallet is frozen: money can come in, not go out. The reason: {{reason}}',
    'Your wallet is frozen: money can come in, not go out.',
  ],
  wallet_unfrozen: ['Your wallet is no longer frozen.'],

  ...partNoticeWords.en,
}

/** Every notice's texts, by language and kind. */
export const noticeTexts: Record<Language, Record<NoticeKind, Texts>> = { zh, en }

const unknown: Record<Language, string> = {
  zh: '有一条与你的钱有关的通知，这个版本还不认识。',
  en: 'There is news about your money that this version does not know.',
}

/** A notice in words. One of a kind that this version does not know is said to be that. */
export function sayNotice(
  language: Language,
  notice: Pick<Notice, 'kind' | 'data'>,
  reading: Reading,
): string {
  const texts = Object.hasOwn(noticeTexts[language], notice.kind) ? noticeTexts[language][notice.kind] : []
  for (const text of texts) {
    const said = fill(text, notice.data, language, reading)
    if (said !== undefined) return said
  }
  return unknown[language]
}
