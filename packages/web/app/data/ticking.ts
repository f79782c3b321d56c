/** A time that goes on by whole steps, told to however many show it: one timer for all, so that all are told of each. */

export interface Ticking {
  /** The step that was told last. */
  now(): number
  /** Look at the clock, and tell everyone where a step has passed. */
  look(): void
  /** Be told of each step. Gives the function that ends it. */
  subscribe(listener: () => void): () => void
}

/** The clock is looked at this often, so that short steps are told in time and long ones not much too late. */
const lookEveryMs = 250

export function ticking(stepMs: number, clock: () => number): Ticking {
  const listeners = new Set<() => void>()
  const step = () => Math.floor(clock() / stepMs) * stepMs
  let told = step()
  let timer: ReturnType<typeof setInterval> | undefined
  const look = () => {
    const next = step()
    if (next === told) return
    told = next
    for (const listener of [...listeners]) listener()
  }
  return {
    now() {
      // While nobody is told, whoever asks looks for themselves.
      if (listeners.size === 0) told = step()
      return told
    },
    look,
    subscribe(listener) {
      listeners.add(listener)
      timer ??= setInterval(look, Math.min(stepMs, lookEveryMs))
      look()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}
