/** The trace of a run: one line for every request, reply, clock move and duty. The same seed must give the same lines. */

import { createHash } from 'node:crypto'

/** What no seed decides: the sealed text of a link, which is drawn fresh by the cipher. */
const drawnFresh = /eyJ[\w-]+(?:\.[\w-]*){4}/g

export class Trace {
  readonly lines: string[] = []
  readonly #hash = createHash('sha256')

  /** Write down what happened, as one line. */
  write(what: string, ...parts: unknown[]): void {
    const line = [what, ...parts.map((part) => JSON.stringify(part))]
      .join(' ')
      .replaceAll(drawnFresh, '<sealed>')
    this.lines.push(line)
    this.#hash.update(`${line}\n`)
  }

  /** The hash of all lines so far. */
  digest(): string {
    return this.#hash.copy().digest('hex')
  }
}

/** The first line in which two traces differ, in words; undefined where they are the same. */
export function firstDifference(before: readonly string[], now: readonly string[]): string | undefined {
  const length = Math.max(before.length, now.length)
  for (let i = 0; i < length; i++)
    if (before[i] !== now[i])
      return `line ${i + 1} was\n  ${before[i] ?? '(nothing)'}\nand is now\n  ${now[i] ?? '(nothing)'}`
  return undefined
}
