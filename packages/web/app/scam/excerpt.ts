/** The part of a long text that its marks stand in, with a little around it. Pure. */

import type { Mark } from '../advisor/marked.ts'

const around = 200
const lengthMax = 4_000

/** What to show of a text: all of a short one. Marks move with it; what lies outside is cut. */
export function excerptOf(text: string, marks: readonly Mark[]): { text: string; marks: Mark[] } {
  const from = Math.max(0, Math.min(text.length, ...marks.map(({ start }) => start)) - around)
  const last = Math.max(0, ...marks.map(({ end }) => end)) + around
  const to = Math.min(text.length, last, from + lengthMax)
  const start = from === 0 || text.length <= around * 4 ? 0 : from
  const end = text.length <= around * 4 ? text.length : to
  const before = start > 0 ? '…' : ''
  const shift = before.length - start
  return {
    text: `${before}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    marks: marks
      .filter((mark) => mark.start < end)
      .map((mark) => ({ ...mark, start: mark.start + shift, end: Math.min(mark.end, end) + shift })),
  }
}
