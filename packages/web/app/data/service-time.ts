/**
 * The service's time on this device: every countdown runs by it, whatever the phone's own clock says. Read from the
 * service at the start, when the page wakes, every half a minute, and after the demo's clock was moved; between them
 * the device's monotonic clock carries it on.
 */

import { useSyncExternalStore } from 'react'
import { isHelp } from '../session/seat.ts'
import { session } from '../session/session.ts'
import { service } from './service.ts'
import { ticking, type Ticking } from './ticking.ts'

const readEveryMs = 30_000
let offsetMs = Date.now() - performance.now()
let readAt = -Infinity

/** The service's time in milliseconds. */
export function serviceNow(): number {
  return performance.now() + offsetMs
}

/** The device's own time, for whoever tells of the device itself. */
export function deviceNow(): number {
  return Date.now()
}

/** Read the service's time anew; without an answer the last reading is kept. Half the way there and back is taken off. */
export async function readClock(): Promise<void> {
  // A stranger who asks for advice is told that nothing leaves the device.
  if (isHelp(window.location.pathname) && !session()) return
  const sent = performance.now()
  try {
    const { now } = await service().readClock({ deadlineMs: 5_000 })
    const came = performance.now()
    offsetMs = Date.parse(now) + (came - sent) / 2 - came
    readAt = came
    for (const step of steps.values()) step.look()
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

const steps = new Map<number, Ticking>()

function stepOf(stepMs: number): Ticking {
  const known = steps.get(stepMs)
  if (known) return known
  const made = ticking(stepMs, serviceNow)
  steps.set(stepMs, made)
  return made
}

/** The service's time, told anew each step: a second where nothing is said. */
export function useNow(stepMs = 1_000): number {
  const step = stepOf(stepMs)
  return useSyncExternalStore(step.subscribe, step.now)
}
