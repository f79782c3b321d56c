/** A clock in words: what ends, from when it is counted, and why its last day is another than by counting. */

import type { Clock } from '../../advisor/plan.ts'
import { fill, type Language } from '../words.ts'
import { planWords } from './plan-words.ts'

export interface ClockWords {
  what: string
  from: string
  /** Empty where nothing moved it. */
  moved: string
}

/** A clock in words. Where the sending stands in for the day of noticing, that is said. */
export function sayClock(clock: Clock, language: Language): ClockWords {
  const words = planWords[language]
  const isEarly = clock.startsFrom === 'sent' && clock.dependsOn.includes('noticedAt')
  return {
    what: words.clock[clock.id],
    from: isEarly ? words.from.sentForNoticed : words.from[clock.startsFrom],
    moved: sayMoved(clock, language),
  }
}

function sayMoved({ moved, countedLastDay }: Clock, language: Language): string {
  if (moved === null || moved === 'no') return ''
  const text = planWords[language].moved[moved]
  return fill(text, { countedLastDay: countedLastDay ?? '' }, language, { timeZone: 'Asia/Shanghai' }) ?? ''
}
