/** How much of a sum is used, as a bar beside its numbers. */

import type { ReactElement } from 'react'

/** How much of a sum is used: the numbers stand beside it. */
export function Bar({ used, max }: { used: number; max: number }): ReactElement {
  const part = max === 0 ? 100 : Math.min(100, Math.round((used / max) * 100))
  return (
    <span className="limit-bar" data-full={part >= 100} aria-hidden="true">
      <span ref={(element) => element?.style.setProperty('inline-size', `${part}%`)} />
    </span>
  )
}
