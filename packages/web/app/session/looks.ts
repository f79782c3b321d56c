/** How this seat likes its screens: light, dark or as the device; elder mode. Kept on the device. */

import { useSyncExternalStore } from 'react'
import { keep, onKept, recall } from './keep.ts'
import { ofSeat, seat } from './seat.ts'

export type Theme = 'system' | 'light' | 'dark'

export interface Looks {
  theme: Theme
  elder: boolean
}

const name = ofSeat('looks')
let current = read()

function read(): Looks {
  const kept = recall(name) as Partial<Looks> | undefined
  const theme = kept?.theme === 'light' || kept?.theme === 'dark' ? kept.theme : 'system'
  return { theme, elder: kept?.elder === true }
}

const deviceIsDark = window.matchMedia('(prefers-color-scheme: dark)')

function wear(): void {
  const isDark = current.theme === 'dark' || (current.theme === 'system' && deviceIsDark.matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  document.documentElement.dataset.elder = current.elder ? 'on' : 'off'
}

/** Put the looks on, and follow the device and other tabs. */
export function wearLooks(): void {
  document.documentElement.dataset.seat = seat.name
  wear()
  deviceIsDark.addEventListener('change', wear)
  onKept((changed) => {
    if (changed !== name) return
    current = read()
    wear()
  })
}

/** Change how the screens look at this seat. */
export function setLooks(next: Partial<Looks>): void {
  keep(name, { ...current, ...next })
}

export function useLooks(): Looks {
  return useSyncExternalStore(
    (listener) => onKept((changed) => changed === name && listener()),
    () => current,
  )
}
