/** Words of an interview in the terminal, beside those of the questions themselves. */

import { area } from '../screens/tree.ts'

export const interviewWords = area(
  {
    intro: '先别急。最多六个问题，每个都可以答“不知道”。不用联网，什么都不保存。',
    orEnter: '不知道就直接回车',
    exact: '填准确的时间',
    exactPlaceholder: '2026-02-17 20:08',
    stopped: '没有问完，也没有保存任何内容。',
  },
  {
    intro:
      'No panic. Six questions at most; “I do not know” is always an answer. No network; nothing is kept.',
    orEnter: 'press Enter if you do not know',
    exact: 'Type the exact time',
    exactPlaceholder: '2026-02-17 20:08',
    stopped: 'It was not finished, and nothing is kept.',
  },
)
