/**
 * Where the desk is: the path below /desk, and the filters of its lists as the address's query, so that a list can be
 * sent to a colleague, reloaded and gone back to as it was.
 */

import { useSyncExternalStore, type MouseEvent } from 'react'

const base = '/desk'
const listeners = new Set<() => void>()
let current = read()

export interface Address {
  /** The path's parts below /desk. */
  parts: readonly string[]
  query: Readonly<Record<string, string>>
  hash: string
}

function read(): Address {
  const { pathname, search, hash } = window.location
  const parts = pathname.slice(base.length).split('/').filter(Boolean)
  return { parts, query: Object.fromEntries(new URLSearchParams(search)), hash }
}

function look(): void {
  current = read()
  for (const listener of listeners) listener()
}

window.addEventListener('popstate', look)

/** Values of the query; whatever is empty or undefined is left out. */
export type Query = Readonly<Record<string, string | undefined>>

/** The address of a place on the desk. */
export function placeAt(path: string, query: Query = {}): string {
  const kept = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const search = new URLSearchParams(kept).toString()
  return `${base}${path === '/' ? '' : path}${search === '' ? '' : `?${search}`}`
}

/** Go to a place; `replace` leaves no step to come back to. */
export function go(path: string, query: Query = {}, replace = false): void {
  window.history[replace ? 'replaceState' : 'pushState'](null, '', placeAt(path, query))
  look()
}

/** Change some of the query where one is: filters replace, a detail that opens can be gone back from. */
export function setQuery(change: Query, manner: 'push' | 'replace' = 'replace'): void {
  go(`/${current.parts.join('/')}`, { ...current.query, ...change }, manner === 'replace')
}

/** Where the desk is now. */
export function useAddress(): Address {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}

/** What a link to a place of the desk has: a plain click goes there without loading the page again. */
export function linkTo(path: string, query: Query = {}) {
  return {
    href: placeAt(path, query),
    onClick: (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      go(path, query)
    },
  }
}
