/** Says something to a screen reader once it is on the page: a region that is filled as it appears is not read by all. */

import { useEffect, useState, type ReactElement } from 'react'

const settleMs = 150

export function Announce({ text }: { text: string }): ReactElement {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), settleMs)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <p className="unseen" role="status">
      {said}
    </p>
  )
}
