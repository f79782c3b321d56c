/** So many at a time: the others wait in line. */

export class Crowd {
  readonly #max: number
  #inside = 0
  readonly #waiting: (() => void)[] = []
  readonly #done: (() => void)[] = []

  constructor(max: number) {
    this.#max = max
  }

  /** How many are inside or in line. */
  get size(): number {
    return this.#inside + this.#waiting.length
  }

  /** Do this as soon as there is room. */
  async enter<T>(act: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.#max) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#inside += 1
    try {
      return await act()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#inside -= 1
      for (const done of this.#done.splice(0)) done()
    }
  }

  /** Wait until someone has left. */
  oneLeft(): Promise<void> {
    return new Promise((resolve) => this.#done.push(resolve))
  }

  /** Do this for each of a list, so many at a time, and give what came of them in order. */
  each<Item, T>(items: readonly Item[], act: (item: Item) => Promise<T>): Promise<T[]> {
    return Promise.all(items.map((item) => this.enter(() => act(item))))
  }
}
