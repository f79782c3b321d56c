/** The desk by keyboard: lists are gone through with J and K, searched at /, and what is open closes with Esc. */

import { useEffect } from 'react'
import { setQuery } from '../address.ts'

type Keys = Readonly<Record<string, (() => void) | undefined>>

/** Call back at a key, unless somebody is typing or a dialog is open. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      const isTyping = target.matches(
        'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]',
      )
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (document.querySelector('.ant-modal-wrap:not([style*="none"])')) return
      const act = keys[event.key.toLowerCase()]
      if (!act) return
      // A key that does something here is not typed into what it leads to.
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}

/** Go through a list, in the order of its ids: from row to row, or from one that is open to the next. */
export function useListKeys(order: readonly string[], openId: string | undefined): void {
  const step = (by: 1 | -1) => () => {
    if (openId === undefined) return focusRow(by)
    const next = order[order.indexOf(openId) + by]
    if (next !== undefined) setQuery({ id: next })
  }
  useKeys({
    j: step(1),
    k: step(-1),
    '/': () => document.querySelector<HTMLElement>('#content [role="search"] input')?.focus(),
    escape: openId === undefined ? undefined : () => setQuery({ id: undefined }),
  })
}

/** Move to the next row's button, from which Enter opens it. */
function focusRow(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('#content .row-link')]
  const at = rows.findIndex((row) => row === document.activeElement)
  const next = at < 0 ? (by === 1 ? 0 : rows.length - 1) : at + by
  rows[next]?.focus()
}
