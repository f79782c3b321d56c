/** An amount that rolls to its new value when it changes; at once where the reader wants no movement. */

import { useEffect, useRef, useState, type ReactElement } from 'react'
import { Amount } from '../../ui/Amount.tsx'

const rollMs = 240

/** `fen` as a big figure. Decoration for the eye: what it is in words stands beside it for a screen reader. */
export function RollingAmount({ fen }: { fen: number }): ReactElement {
  const [shown, setShown] = useState(fen)
  const from = useRef(fen)
  useEffect(() => {
    const start = from.current
    if (start === fen) return
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const beganAt = performance.now()
    let frame = 0
    const step = (now: number) => {
      const part = isStill ? 1 : Math.min(1, Math.max(0, now - beganAt) / rollMs)
      const eased = 1 - (1 - part) ** 3
      from.current = part === 1 ? fen : Math.round(start + (fen - start) * eased)
      setShown(from.current)
      if (part < 1) frame = requestAnimationFrame(step)
    }
    frame = requestAnimationFrame(step)
    return () => cancelAnimationFrame(frame)
  }, [fen])
  return (
    <span aria-hidden="true">
      <Amount fen={shown} big />
    </span>
  )
}
