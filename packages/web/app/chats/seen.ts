/** Do something whenever an element comes into sight: the end of a list that goes on. */

import { useCallback, useRef, type RefCallback } from 'react'

export function useSeen(onSeen: () => void): RefCallback<HTMLElement> {
  const latest = useRef(onSeen)
  latest.current = onSeen
  return useCallback((element: HTMLElement | null) => {
    if (!element) return
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latest.current()
      },
      { rootMargin: '300px' },
    )
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
}
