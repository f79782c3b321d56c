/** What is said where a freeze, or an objection to one, is refused: each refusal in both languages, in order. */

import type { RefusalCode } from '../refusals.ts'
import type { RefusalWords } from './words.ts'

type Code = Extract<
  RefusalCode,
  | 'freeze_ended'
  | 'already_appealed'
  | 'appeals_max'
  | 'nothing_appealed'
  | 'not_freezable'
  | 'freeze_reference_needed'
  | 'freeze_document_needed'
  | 'freeze_out_of_bounds'
  | 'freeze_times_max'
  | 'freeze_sum_max'
  | 'paying_order_needed'
  | 'release_reason_unfit'
>

export const freezeRefusals: Record<'zh' | 'en', Record<Code, RefusalWords>> = {
  zh: {
    freeze_ended: { says: '这次冻结已经结束。', detail: '时间：{{endedAt, time}}。' },
    already_appealed: { says: '你的申诉正在处理，有结果会通知你。' },
    appeals_max: { says: '申诉次数已用完。', detail: '最多 {{max}} 次。' },
    nothing_appealed: { says: '没有等待答复的申诉。' },
    not_freezable: { says: '这个红包还在等待审批，现在不能冻结。' },
    freeze_reference_needed: { says: '这种依据要写明文书编号。' },
    freeze_document_needed: { says: '这种依据要上传文书。' },
    freeze_out_of_bounds: { says: '冻结时间超出了依据允许的范围。', detail: '最晚到 {{max, time}}。' },
    freeze_times_max: { says: '同一个账户按这种依据能冻结的次数已用完。', detail: '最多 {{max}} 次。' },
    freeze_sum_max: {
      says: '按我们自己的规则，不能再冻结了；再要冻结，得有公安或法院的文书。',
      detail: '同一个原因，{{withinDays}} 天里一共最多 {{days}} 天。',
    },
    paying_order_needed: { says: '依文书冻结的钱，要有同一机关退还这笔钱的文书才能退：请写编号并上传。' },
    release_reason_unfit: { says: '这种依据的冻结不能因为这个原因解除。' },
  },
  en: {
    freeze_ended: { says: 'This freeze has ended.', detail: 'It ended on {{endedAt, time}}.' },
    already_appealed: { says: 'Your objection is being looked at. You will hear of the answer.' },
    appeals_max: { says: 'No objections are left.', detail: 'At most {{max}}.' },
    nothing_appealed: { says: 'No objection waits for an answer.' },
    not_freezable: { says: 'This packet waits for approval and cannot be frozen before.' },
    freeze_reference_needed: { says: 'This basis needs the number of the order.' },
    freeze_document_needed: { says: 'This basis needs the document of the order.' },
    freeze_out_of_bounds: {
      says: 'That is longer, or shorter, than the basis allows.',
      detail: 'Until {{max, time}} at the latest.',
    },
    freeze_times_max: {
      says: 'This account has been frozen on this basis as often as it may be.',
      detail: 'At most {{max}} times.',
    },
    freeze_sum_max: {
      says: 'By our own rules it cannot be frozen any longer. More takes an order of the police or a court.',
      detail: 'Of any {{withinDays}} days at most {{days}}, for the same reason.',
    },
    paying_order_needed: {
      says: 'Whoever ordered the freeze has to say that this money goes back: give the number, and the document.',
    },
    release_reason_unfit: { says: 'A freeze on this basis is not ended for that reason.' },
  },
}
