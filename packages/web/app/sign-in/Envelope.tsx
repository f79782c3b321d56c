/** The picture of the first page: a red packet whose money finds its way back. Decoration beside the words. */

import type { ReactElement } from 'react'

export function Envelope(): ReactElement {
  return (
    <svg className="envelope" viewBox="0 0 200 150" aria-hidden="true">
      <g className="envelope-back">
        <path d="M152 40h4a33 33 0 0 1 0 66h-8" />
        <path d="M162 92l-15 14 15 14" />
      </g>
      <g transform="rotate(-6 92 80)">
        <rect className="envelope-paper" x="48" y="14" width="88" height="122" rx="9" />
        <path className="envelope-flap" d="M48 42c28 21 60 21 88 0V23a9 9 0 0 0-9-9H57a9 9 0 0 0-9 9z" />
        <circle className="envelope-seal" cx="92" cy="60" r="17" />
        <path className="envelope-mark" d="M85 50l7 9 7-9M92 59v12M85 61h14M85 66h14" />
      </g>
    </svg>
  )
}
