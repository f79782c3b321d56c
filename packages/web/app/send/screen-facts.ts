/**
 * What this page sees of its sender's hand while a send is filled in: where the recipient was picked, how long it took,
 * what was changed. It goes with the send and nowhere else, the guard is its only reader, and whoever switches it off
 * in the settings sends nothing of it.
 */

import { useEffect, useRef, useSyncExternalStore } from 'react'
import { keep, onKept, recall } from '../session/keep.ts'
import { ofSeat } from '../session/seat.ts'
import { isCorrection } from './correction.ts'
import type { What } from './pending.ts'

export type ChosenFrom = NonNullable<Seen['chosenFrom']>

const name = ofSeat('no-hand')
/** Whoever comes back to a form within this long is still at the same send. */
const sameSendMs = 600_000

interface Visit {
  at: number
  times: number
}

let chosen: { to: string; from: ChosenFrom } | undefined
let changes: number[] = []
const visits = new Map<string, Visit>()

/** Whether the page looks at the hand: on this device, until it is switched off. */
export function watchesHand(): boolean {
  return recall(name) !== true
}

export function setWatchesHand(on: boolean): void {
  keep(name, on ? undefined : true)
}

export function useWatchesHand(): boolean {
  return useSyncExternalStore((listener) => onKept((changed) => changed === name && listener()), watchesHand)
}

/** A recipient was picked there. */
export function noteChosen(to: string, from: ChosenFrom): void {
  if (chosen !== undefined && chosen.to !== to) changes.push(performance.now())
  chosen = { to, from }
}

/** As it goes with the send: what is not known is left out. */
export type Seen = NonNullable<What['body']['screen']>

interface Hand {
  /** Tell of every change of the amount. */
  noteAmount: (before: string, after: string) => void
  /** What has been seen so far, as a field of the send's body; nothing where it is switched off. */
  seen: () => { screen?: Seen }
}

/** Look at the hand from when the form of this recipient opens. */
export function useHand(to: string): Hand {
  const since = useRef(0)
  const corrections = useRef(0)
  const wasCorrecting = useRef(false)
  useEffect(() => {
    const now = performance.now()
    since.current = now
    const before = visits.get(to)
    const isSame = before !== undefined && now - before.at < sameSendMs
    visits.set(to, { at: now, times: isSame ? before.times + 1 : 1 })
    let hiddenAt: number | undefined
    const onVisibility = () => {
      if (document.hidden) hiddenAt = performance.now()
      else if (hiddenAt !== undefined) since.current += performance.now() - hiddenAt
    }
    document.addEventListener('visibilitychange', onVisibility)
    return () => document.removeEventListener('visibilitychange', onVisibility)
  }, [to])
  return {
    noteAmount: (before, after) => {
      const corrects = isCorrection(before, after)
      if (corrects && !wasCorrecting.current) corrections.current += 1
      wasCorrecting.current = corrects
    },
    seen: () => {
      if (!watchesHand()) return {}
      const now = performance.now()
      changes = changes.filter((at) => now - at < sameSendMs)
      const screen: Seen = {
        ...(chosen?.to === to && { chosenFrom: chosen.from }),
        dwellMs: Math.round(now - since.current),
        amountEdits: corrections.current,
        recipientChanges: changes.length,
        backAndForth: (visits.get(to)?.times ?? 1) - 1,
      }
      return { screen }
    },
  }
}
