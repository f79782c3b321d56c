/** A text cut into what is marked and what is not. Marks may overlap; the one that begins first keeps its stretch. Pure. */

export interface Mark {
  start: number
  end: number
  kind: string
}

export interface Part {
  start: number
  text: string
  /** Null where nothing is marked. */
  kind: string | null
}

/** The parts in order; together they are the text. */
export function marked(text: string, marks: readonly Mark[]): Part[] {
  const parts: Part[] = []
  let at = 0
  const plain = (to: number) => {
    if (to > at) parts.push({ start: at, text: text.slice(at, to), kind: null })
  }
  for (const { start, end, kind } of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const from = Math.max(start, at)
    const to = Math.min(end, text.length)
    if (to <= from) continue
    plain(from)
    parts.push({ start: from, text: text.slice(from, to), kind })
    at = to
  }
  plain(text.length)
  return parts
}
