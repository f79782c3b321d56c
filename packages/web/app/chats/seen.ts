/** Do something whenever an element comes near to sight: the end of a list that goes on. */

import { useCallback, useRef, type RefCallback } from 'react'

/** How near, in pixels of the list it is in. */
const near = '400px'

/** `length` is how long the list is: when it has grown, the element is looked for anew. */
export function useSeen(length: number, onSeen: () => void): RefCallback<HTMLElement> {
  const latest = useRef(onSeen)
  latest.current = onSeen
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element || length < 0) return
      const watcher = new IntersectionObserver(
        (entries) => {
          if (entries.some((entry) => entry.isIntersecting)) latest.current()
        },
        { root: scrollerOf(element), rootMargin: near },
      )
      watcher.observe(element)
      return () => watcher.disconnect()
    },
    [length],
  )
}

/** What scrolls an element; null for the window. */
function scrollerOf(element: Element): Element | null {
  for (let around = element.parentElement; around; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around
  return null
}
