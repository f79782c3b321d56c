/** What the notices of freezes say, in the notation of the others (notices.ts). */

import type { FreezeNoticeKind } from '../freeze-notice.ts'

type Texts = Record<FreezeNoticeKind, readonly [string, ...string[]]>

const zh: Texts = {
  wallet_amount_frozen: [
    '你钱包里的 {{amount, yuan}} 元被冻结到 {{until, time}}，其余的钱可以照常用。原因：{{reason}}。点开可以申诉。',
  ],
  wallet_amount_unfrozen: ['冻结的 {{amount, yuan}} 元已回到你的钱包，可以照常用。'],
  own_packet_frozen: ['你发的红包被平台冻结到 {{until, time}}，没人领的钱不会动。点开看原因，可以申诉。'],
  own_packet_unfrozen: ['你发的红包已解冻。'],
  packet_frozen: ['{{payerId, name}}的红包被平台冻结，{{until, time}} 之前不能领。'],
  packet_unfrozen: ['{{payerId, name}}的红包已解冻。'],
  freeze_appeal_upheld: ['你对冻结的申诉成立，已经解冻。{{answer}}'],
  freeze_appeal_dismissed: ['你对冻结的申诉没有成立，冻结到期会自动解除。{{answer}}'],
}

const en: Texts = {
  wallet_amount_frozen: [
    '¥{{amount, yuan}} in your wallet is frozen until {{until, time}}. The rest stays yours to use. The reason: {{reason}}. Open this to object.',
  ],
  wallet_amount_unfrozen: ['The ¥{{amount, yuan}} that was frozen is back in your wallet.'],
  own_packet_frozen: [
    'Your red packet is frozen until {{until, time}}. What nobody has claimed stays where it is. Open it to see why, and to object.',
  ],
  own_packet_unfrozen: ['Your red packet is no longer frozen.'],
  packet_frozen: [
    'The red packet of {{payerId, name}} is frozen and cannot be opened before {{until, time}}.',
  ],
  packet_unfrozen: ['The red packet of {{payerId, name}} is no longer frozen.'],
  freeze_appeal_upheld: ['Your objection to the freeze was right: it has ended. {{answer}}'],
  freeze_appeal_dismissed: [
    'Your objection to the freeze was not borne out. The freeze ends by itself at its time. {{answer}}',
  ],
}

export const freezeNoticeWords = { zh, en }
