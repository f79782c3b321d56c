/** What the guard's reasons set side by side: two people who can be mixed up, or two sums. Pure. */

import type { Shown } from '@laisee/core/guard/shown.ts'

type Reason = Shown['reasons'][number]

export interface Twin {
  id: string
  name: string
  ownName: string | null
  lastPaidAt: string | null
}

export interface Pair {
  payee: Twin
  other: Twin
}

const alikeCodes = ['same_name', 'name_looks_alike', 'name_sounds_alike', 'name_near', 'avatar_alike']
const sumCodes = ['extra_zero', 'extra_digit', 'times_usual']

const text = (part: unknown): string | null => (typeof part === 'string' ? part : null)

/** The payee and whom they may be taken for, where a reason speaks of one. */
export function pairIn(reasons: readonly Reason[]): Pair | undefined {
  for (const { code, data } of reasons) {
    if (!alikeCodes.includes(code)) continue
    const [id, name, otherId, otherName] = [data.memberId, data.name, data.otherId, data.otherName].map(text)
    if (id && name && otherId && otherName)
      return {
        payee: { id, name, ownName: text(data.ownName), lastPaidAt: text(data.lastPaidAt) },
        other: {
          id: otherId,
          name: otherName,
          ownName: text(data.otherOwnName),
          lastPaidAt: text(data.otherLastPaidAt),
        },
      }
  }
  return undefined
}

/** The usual sum and this one in fen, where a reason compares them. */
export function sumsIn(reasons: readonly Reason[]): { usual: number; now: number } | undefined {
  for (const { code, data } of reasons)
    if (sumCodes.includes(code) && typeof data.usual === 'number' && typeof data.amount === 'number')
      return { usual: data.usual, now: data.amount }
  return undefined
}

export interface Piece {
  text: string
  differs: boolean
}

/** A text with the characters marked that the other one does not have at that place, from the front. */
export function marked(one: string, other: string): Piece[] {
  const mine = [...one]
  const theirs = [...other]
  const pieces: Piece[] = []
  mine.forEach((letter, i) => {
    const differs = theirs[i] !== letter
    const last = pieces.at(-1)
    if (last?.differs === differs) last.text += letter
    else pieces.push({ text: letter, differs })
  })
  return pieces
}

/** A sum as it is written, with the digits marked that come after those both sums begin with: the zero too many. */
export function markedSum(written: string, beside: string): Piece[] {
  const digitsOf = (sum: string) => sum.split('.')[0]!.replaceAll(',', '')
  const [mine, theirs] = [digitsOf(written), digitsOf(beside)]
  let same = 0
  while (same < mine.length && mine[same] === theirs[same]) same += 1
  const whole = written.split('.')[0]!
  let seen = 0
  const end = [...whole].findIndex((letter) => letter !== ',' && ++seen > same)
  if (end < 0) return [{ text: written, differs: false }]
  return [
    { text: written.slice(0, end), differs: false },
    { text: whole.slice(end), differs: true },
    { text: written.slice(whole.length), differs: false },
  ].filter(({ text: part }) => part !== '')
}
