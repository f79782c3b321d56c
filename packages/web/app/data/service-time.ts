/**
 * The service's time on this device: every countdown runs by it, whatever the phone's own clock says. Read from the
 * service at the start, when the page wakes, every half a minute, and after the demo's clock was moved; between them
 * the device's monotonic clock carries it on.
 */

import { useSyncExternalStore } from 'react'
import { service } from './service.ts'

const readEveryMs = 30_000
let offsetMs = Date.now() - performance.now()
let readAt = -Infinity
const listeners = new Set<() => void>()

/** The service's time in milliseconds. */
export function serviceNow(): number {
  return performance.now() + offsetMs
}

/** Read the service's time anew; without an answer the last reading is kept. Half the way there and back is taken off. */
export async function readClock(): Promise<void> {
  const sent = performance.now()
  try {
    const { now } = await service().readClock({ deadlineMs: 5_000 })
    const came = performance.now()
    offsetMs = Date.parse(now) + (came - sent) / 2 - came
    readAt = came
    for (const listener of listeners) listener()
  } catch {
    // Without an answer, the time goes on from the last one.
  }
}

/** Keep the service's time right while the page lives. */
export function followClock(): void {
  void readClock()
  setInterval(() => {
    if (document.visibilityState === 'visible' && performance.now() - readAt > readEveryMs) void readClock()
  }, 5_000)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void readClock()
  })
  window.addEventListener('online', () => void readClock())
}

const steps = new Map<number, { now: number; subscribe: (listener: () => void) => () => void }>()

function stepOf(stepMs: number) {
  const known = steps.get(stepMs)
  if (known) return known
  const step = {
    now: Math.floor(serviceNow() / stepMs) * stepMs,
    subscribe(listener: () => void) {
      const tick = () => {
        const next = Math.floor(serviceNow() / stepMs) * stepMs
        if (next !== step.now) {
          step.now = next
          listener()
        }
      }
      tick()
      const timer = setInterval(tick, Math.min(stepMs, 250))
      listeners.add(tick)
      return () => {
        clearInterval(timer)
        listeners.delete(tick)
      }
    },
  }
  steps.set(stepMs, step)
  return step
}

/** The service's time, told anew each step: a second where nothing is said. */
export function useNow(stepMs = 1_000): number {
  const step = stepOf(stepMs)
  return useSyncExternalStore(step.subscribe, () => step.now)
}
