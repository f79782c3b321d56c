/** How long each operation took, from asking to the answer, retries included. */

export interface Timing {
  operation: string
  count: number
  p50Ms: number
  p95Ms: number
  p99Ms: number
  maxMs: number
}

export class Stopwatch {
  readonly #byOperation = new Map<string, number[]>()

  /** Time one call; one that fails counts too. */
  async time<T>(operation: string, call: () => Promise<T>): Promise<T> {
    const startedAt = performance.now()
    try {
      return await call()
    } finally {
      const taken = this.#byOperation.get(operation) ?? []
      taken.push(performance.now() - startedAt)
      this.#byOperation.set(operation, taken)
    }
  }

  /** A line an operation, in the order they first came. */
  timings(): Timing[] {
    return [...this.#byOperation].map(([operation, taken]) => {
      taken.sort((a, b) => a - b)
      const at = (share: number) =>
        Math.round(taken[Math.min(taken.length - 1, Math.floor(taken.length * share))]! * 10) / 10
      return {
        operation,
        count: taken.length,
        p50Ms: at(0.5),
        p95Ms: at(0.95),
        p99Ms: at(0.99),
        maxMs: at(1),
      }
    })
  }
}
