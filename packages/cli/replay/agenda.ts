/** What is still to happen, earliest first; of one moment, in the order it was put down. */

export interface Entry {
  at: number
  act: () => Promise<void>
}

export class Agenda {
  readonly #entries: Entry[] = []

  get length(): number {
    return this.#entries.length
  }

  /** When the next thing is due; undefined where nothing is. */
  get nextAt(): number | undefined {
    return this.#entries[0]?.at
  }

  put(at: number, act: () => Promise<void>): void {
    let low = 0
    let high = this.#entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#entries[middle]!.at <= at) low = middle + 1
      else high = middle
    }
    this.#entries.splice(low, 0, { at, act })
  }

  /** Take off all that is due by a moment. */
  takeUntil(at: number): Entry[] {
    let count = 0
    while (count < this.#entries.length && this.#entries[count]!.at <= at) count += 1
    return this.#entries.splice(0, count)
  }
}
