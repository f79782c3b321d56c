/**
 * Hints inside one process: "look now instead of at your next poll". Given after a commit, never a promise; whoever
 * listens is right without them, only later.
 */

export type HintTopic = 'events' | 'clock'

const listeners: Record<HintTopic, Set<() => void>> = {
  events: new Set(),
  clock: new Set(),
}

/** Say that there is something new. */
export function hint(topic: HintTopic): void {
  for (const listener of listeners[topic]) listener()
}

/** Listen for hints. Gives the function that stops listening. */
export function onHint(topic: HintTopic, listener: () => void): () => void {
  listeners[topic].add(listener)
  return () => listeners[topic].delete(listener)
}
