/** The picture of the first page: a red packet whose money finds its way back. Decoration beside the words. */

import type { ReactElement } from 'react'

export function Envelope(): ReactElement {
  return (
    <svg className="envelope" viewBox="0 0 200 150" aria-hidden="true">
      <g className="envelope-back">
        <path d="M150 28c28 10 40 40 28 66-9 20-30 32-52 30" />
        <path d="M140 110l-15 14 17 13" />
      </g>
      <g transform="rotate(-6 92 80)">
        <rect className="envelope-paper" x="48" y="14" width="88" height="122" rx="9" />
        <path className="envelope-flap" d="M48 42c28 21 60 21 88 0V23a9 9 0 0 0-9-9H57a9 9 0 0 0-9 9z" />
        <circle className="envelope-seal" cx="92" cy="60" r="17" />
        <path className="envelope-mark" d="M86 53h12M86 60h12M92 53v15" />
      </g>
    </svg>
  )
}
