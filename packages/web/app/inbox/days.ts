/** Notices by day, by the reader's own clock, in the order they come: last told first. Pure. */

export interface Day<N> {
  /** `2026-11-22`. */
  key: string
  /** A moment within it. */
  at: string
  notices: N[]
}

function keyOf(at: string): string {
  const date = new Date(at)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

/** Group notices that follow each other on one day. */
export function daysOf<N extends { at: string }>(notices: readonly N[]): Day<N>[] {
  const days: Day<N>[] = []
  for (const notice of notices) {
    const key = keyOf(notice.at)
    const last = days.at(-1)
    if (last?.key === key) last.notices.push(notice)
    else days.push({ key, at: notice.at, notices: [notice] })
  }
  return days
}
