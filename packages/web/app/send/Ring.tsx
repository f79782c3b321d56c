/** A ring that empties, with the seconds in it. A screen reader is told elsewhere, and less often. */

import type { ReactElement } from 'react'

const radius = 17
const around = 2 * Math.PI * radius

export function Ring({ share, seconds }: { share: number; seconds: number }): ReactElement {
  return (
    <span className="ring" aria-hidden="true">
      <svg viewBox="0 0 40 40">
        <circle className="ring-track" cx="20" cy="20" r={radius} />
        <circle
          className="ring-left"
          cx="20"
          cy="20"
          r={radius}
          strokeDasharray={around}
          strokeDashoffset={around * (1 - share)}
          transform="rotate(-90 20 20)"
        />
      </svg>
      <span className="numbers">{seconds}</span>
    </span>
  )
}
