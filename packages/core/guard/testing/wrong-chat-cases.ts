/** For each rule about the wrong chat and about money passed on: a send that it asks about, and the nearest it does not. */

import { dayMs, hourMs, minuteMs } from '../../instant.ts'
import type { GuardFacts } from '../facts.ts'
import type { Outcome } from '../rule.ts'
import { afternoon, calm, factsOf, often, past, person, type Told } from './facts.ts'

const recent = { ...calm, chosenFrom: 'recent' } as const
const searched = { ...calm, chosenFrom: 'search' } as const
const stranger = [person('bob', '李丽', { isContact: false }), person('cai', '王芳')]
const both = [person('bob', '李丽'), person('cai', '王芳', { alias: '房东' })]

const rent = often('cai', 90_000, 3, { words: '三月房租' })
const toBob = (words: string, more: Told = {}) =>
  factsOf({ people: both, history: rent, send: { amount: 90_000n, words }, ...more })

/** Pocket money each week, the last a week ago. */
const weekly = [1, 2, 3, 4].map((week) => past('cai', 5_000 + week * 100, week * 7))

const came = (fromId: string, agoMs: number, amount = 6_500n) => ({ fromId, at: afternoon - agoMs, amount })
const passed = (more: Told) => factsOf({ people: stranger, history: often('cai', 900), ...more })

export const wrongChatCases: [string, Outcome, GuardFacts, GuardFacts][] = [
  [
    'another-named-in-the-words',
    'confirm',
    factsOf({ people: both, history: [], send: { words: '房东的水费' } }),
    factsOf({ people: both, history: [], send: { words: '房东的水费' }, screen: searched }),
  ],
  ['words-of-another', 'confirm', toBob('四月房租'), toBob('四月的菜钱')],
  [
    'turn-of-another',
    'confirm',
    factsOf({ people: both, history: weekly, send: { amount: 5_200n } }),
    factsOf({ people: both, history: weekly.slice(1), send: { amount: 5_200n } }),
  ],
  [
    'unlike-the-payee-like-another',
    'confirm',
    factsOf({
      screen: recent,
      history: [...often('cai', 20_000), past('bob', 4_000, 9)],
      send: { amount: 19_000n },
    }),
    factsOf({
      screen: recent,
      history: [...often('cai', 20_000), past('bob', 5_000, 9)],
      send: { amount: 19_000n },
    }),
  ],
  [
    'last-chat-with-other-size',
    'confirm',
    factsOf({ screen: recent, people: stranger, history: often('cai', 24_000), send: { amount: 22_000n } }),
    factsOf({ screen: recent, people: both, history: often('cai', 24_000), send: { amount: 22_000n } }),
  ],
  [
    'last-chat-at-once',
    'confirm',
    factsOf({ screen: { ...recent, dwellMs: 900 }, history: [], send: { amount: 200_000n } }),
    factsOf({ screen: recent, history: [], send: { amount: 200_000n } }),
  ],
  [
    'thanks-to-another',
    'confirm',
    factsOf({ history: [], send: { words: '谢谢红包' }, received: [came('cai', minuteMs)] }),
    factsOf({ history: [], send: { words: '谢谢红包' }, received: [came('cai', hourMs)] }),
  ],
  // Just what somebody else gets, in the words they get it with, is theirs wherever the payee was picked.
  [
    'words-of-another',
    'confirm',
    toBob('四月房租', { screen: searched }),
    toBob('四月房租', { screen: searched, send: { amount: 88_000n, words: '四月房租' } }),
  ],
  [
    'return-of-nothing',
    'confirm',
    factsOf({ history: [], send: { words: '剩的退回', amount: 20_000n } }),
    factsOf({ history: [], send: { words: '还你', amount: 20_000n } }),
  ],
  [
    'passed-on',
    'confirm',
    passed({ send: { amount: 10_500n }, received: [came('eve', 2 * dayMs, 10_500n)] }),
    passed({ send: { amount: 10_500n }, received: [came('eve', 4 * dayMs, 10_500n)] }),
  ],
  [
    'return-of-nothing',
    'confirm',
    passed({ send: { words: '退还误转的钱' }, received: [came('eve', dayMs, 900n)] }),
    passed({ send: { words: '退还误转的钱' }, received: [came('bob', dayMs, 900n)] }),
  ],
]
