/** What is wrong with what is to be sent, as far as its parts go: each refusal in both languages, in order. */

import type { RefusalCode } from '../refusals.ts'
import type { RefusalWords } from './words.ts'

type Code = Extract<
  RefusalCode,
  | 'plan_over'
  | 'part_sent_already'
  | 'part_count_out_of_bounds'
  | 'parts_not_the_total'
  | 'ladder_first_out_of_bounds'
  | 'acknowledge_out_of_bounds'
  | 'count_not_one'
  | 'count_above_max'
>

export const partsRefusals: Record<'zh' | 'en', Record<Code, RefusalWords>> = {
  zh: {
    plan_over: { says: '这份计划已经结束，没发的部分没有动钱。', detail: '{{endedAt, time}} 结束。' },
    part_sent_already: { says: '这一笔已经发过了，不会再发一次。' },
    part_count_out_of_bounds: { says: '不能分成这么多笔。', detail: '可以分 {{min}} 到 {{max}} 笔。' },
    parts_not_the_total: {
      says: '各笔加起来和总额不一样。',
      detail: '各笔共 {{sum, yuan}} 元，总额 {{total, yuan}} 元。',
    },
    ladder_first_out_of_bounds: {
      says: '先试的一笔要比总额小。',
      detail: '可以是 0.01 到 {{max, yuan}} 元。',
    },
    acknowledge_out_of_bounds: {
      says: '等对方确认不能这么短或这么长。',
      detail: '可以等 {{min}} 到 {{max}} 秒。',
    },
    count_not_one: { says: '这种红包只能有一份。' },
    count_above_max: { says: '红包个数超过上限。', detail: '最多 {{max}} 个。' },
  },
  en: {
    plan_over: {
      says: 'This plan has ended. What was not sent has not moved.',
      detail: 'It ended on {{endedAt, time}}.',
    },
    part_sent_already: { says: 'This part was sent before. It is not sent twice.' },
    part_count_out_of_bounds: {
      says: 'It cannot be divided like that.',
      detail: 'From {{min}} to {{max}} parts.',
    },
    parts_not_the_total: {
      says: 'The parts do not make the total.',
      detail: 'They come to ¥{{sum, yuan}}; the total is ¥{{total, yuan}}.',
    },
    ladder_first_out_of_bounds: {
      says: 'What is tried first has to be less than the whole.',
      detail: 'From ¥0.01 to ¥{{max, yuan}}.',
    },
    acknowledge_out_of_bounds: {
      says: 'It cannot wait so short or so long for their word.',
      detail: 'From {{min}} to {{max}} seconds.',
    },
    count_not_one: { says: 'This kind of packet has exactly one share.' },
    count_above_max: { says: 'That is more shares than are allowed.', detail: 'At most {{max}}.' },
  },
}
