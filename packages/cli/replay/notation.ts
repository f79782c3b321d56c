/**
 * The short notation of a day's lists, the same in CSV and in JSON lines: `dad@0.4 mom@2.25` (who, how many seconds
 * after), `pause@5 release@30`, `#family` for a group, `#family>mom` for one person in it, `link`.
 */

import type { DayClaim, Recipients, Step } from './day.ts'
import { mistakes, stepVerbs, type Mistake } from './day.ts'

/** What a text must be and is not. The reader adds where. */
export class NotationError extends Error {}

const id = /^[\p{L}\p{N}_.-]{1,64}$/u

/** An id as a day writes it: letters, digits, `_`, `.` and `-`. */
export function readId(text: string, what: string): string {
  if (!id.test(text)) throw new NotationError(`${what} is not an id: ${JSON.stringify(text)}`)
  return text
}

/** `a b c`: ids with a space between. */
export function readIds(text: string, what: string): string[] {
  return wordsOf(text).map((word) => readId(word, what))
}

/** Who a send is to. */
export function readRecipients(text: string): Recipients {
  if (text === 'link') return { way: 'link' }
  if (!text.startsWith('#')) {
    const ids = readIds(text, 'to')
    if (ids.length === 0) throw new NotationError('to is missing: ids, #group, #group>id or link')
    return { way: 'members', ids }
  }
  const [group = '', one] = text.slice(1).split('>')
  return {
    way: 'group',
    id: readId(group, 'to'),
    ...(one === undefined ? {} : { one: readId(one, 'to') }),
  }
}

/** `dad@0.4 mom@2.25` */
export function readClaims(text: string): DayClaim[] {
  return wordsOf(text).map((word) => {
    const [by, afterMs] = readMoment(word, 'claims')
    return { by: readId(by, 'claims'), afterMs }
  })
}

/** `pause@5 release@30` */
export function readSteps(text: string): Step[] {
  return wordsOf(text).map((word) => {
    const [name, afterMs] = readMoment(word, 'then')
    const verb = stepVerbs.find((known) => known === name)
    if (!verb) throw new NotationError(`then knows ${stepVerbs.join(', ')}, not ${JSON.stringify(name)}`)
    return { verb, afterMs }
  })
}

/** `wrong_person meant for mom`: the kind, then the sender's own words. */
export function readMistake(text: string): { kind: Mistake; meant: string } | null {
  if (text === '') return null
  const [word = '', ...meant] = text.split(' ')
  const kind = mistakes.find((known) => known === word)
  if (!kind) throw new NotationError(`mis_send knows ${mistakes.join(', ')}, not ${JSON.stringify(word)}`)
  return { kind, meant: meant.join(' ') }
}

function readMoment(word: string, what: string): [string, number] {
  const found = /^(.+)@(\d{1,7})(?:\.(\d{1,3}))?$/.exec(word)
  if (!found) throw new NotationError(`${what} is a list of WHO@SECONDS, not ${JSON.stringify(word)}`)
  const [, name = '', seconds = '', fraction = ''] = found
  return [name, Number(seconds) * 1_000 + Number(fraction.padEnd(3, '0'))]
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}

/** Milliseconds as the notation writes them: 2250 is `2.25`. */
export function secondsText(ms: number): string {
  const fraction = String(ms % 1_000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${Math.floor(ms / 1_000)}${fraction === '' ? '' : `.${fraction}`}`
}

/** The text that `readRecipients` reads. */
export function recipientsText(to: Recipients): string {
  if (to.way === 'link') return 'link'
  if (to.way === 'members') return to.ids.join(' ')
  return to.one === undefined ? `#${to.id}` : `#${to.id}>${to.one}`
}

/** The text that `readClaims` reads. */
export function claimsText(claims: readonly DayClaim[]): string {
  return claims.map(({ by, afterMs }) => `${by}@${secondsText(afterMs)}`).join(' ')
}

/** The text that `readSteps` reads. */
export function stepsText(steps: readonly Step[]): string {
  return steps.map(({ verb, afterMs }) => `${verb}@${secondsText(afterMs)}`).join(' ')
}
