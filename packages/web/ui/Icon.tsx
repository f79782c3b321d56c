/** The signs of the screens, drawn by stroke in one weight. They say nothing by themselves: a word stands beside each. */

import type { ReactElement } from 'react'

const paths = {
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M5 9l7 7 7-7',
  more: 'M5 11.6v.8M12 11.6v.8M19 11.6v.8M4.6 12h.8M11.6 12h.8M18.6 12h.8',
  plus: 'M12 5v14M5 12h14',
  chat: 'M4 5h16v11H10l-4 4v-4H4z',
  bell: 'M6 16V11a6 6 0 0112 0v5l2 2H4zM10 21h4',
  wallet: 'M4 7h15v12H4zM4 7l11-3v3M15 13h4',
  person: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4 21c1-4 4-6 8-6s7 2 8 6',
  people:
    'M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20c.6-3.6 3-5.5 6.5-5.5s5.9 1.9 6.5 5.5M16 4.5a3.5 3.5 0 010 6.5M18 15c2 .7 3.2 2.3 3.5 5',
  packet: 'M6 3h12v18H6zM6 8c4 3 8 3 12 0M12 9.5v3M10.5 12.5h3v2h-3z',
  transfer: 'M4 8h14l-4-4M20 16H6l4 4',
  undo: 'M9 6L4 11l5 5M4 11h10a6 6 0 010 12',
  recall: 'M9 5L4 10l5 5M4 10h11a5 5 0 010 10H9',
  clock: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3 3',
  pause: 'M8 5v14M16 5v14',
  play: 'M7 4l12 8-12 8z',
  check: 'M4 12l6 6L20 6',
  checkAll: 'M2 13l5 5L17 7M12 17l1 1L22 8',
  warn: 'M12 3l10 18H2zM12 10v5M12 18v.5',
  info: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v6M12 7.5v.5',
  snow: 'M12 2v20M3.5 7l17 10M20.5 7l-17 10',
  lock: 'M6 11h12v10H6zM8.5 11V8a3.5 3.5 0 017 0v3',
  key: 'M8 20a4.5 4.5 0 110-9 4.5 4.5 0 010 9zM11.2 12.3L20 3.5M16 7.5l3.5 3.5M13.5 10l2 2',
  link: 'M10 14a4 4 0 006 0l3-3a4 4 0 00-6-6l-1 1M14 10a4 4 0 00-6 0l-3 3a4 4 0 006 6l1-1',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h3v3h-3zM19 19h1v1M20 14h-1M14 20h1',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 4v6M6 14v6',
  offline: 'M3 3l18 18M5 11a10 10 0 014-2.5M19 11a10 10 0 00-5-2.7M8 15a5 5 0 018 0M12 19v.5',
  hand: 'M8 12V5a1.5 1.5 0 013 0v6M11 11V4a1.5 1.5 0 013 0v7M14 11V6a1.5 1.5 0 013 0v8c0 4-2 7-6 7-3 0-4.5-1.5-6.5-5L3 12.5a1.5 1.5 0 012.5-1.5L8 14',
  star: 'M12 3l2.7 6 6.3.6-4.8 4.3 1.5 6.3L12 17l-5.7 3.2 1.5-6.3L3 9.6 9.3 9z',
  shield: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6zM8.5 12l2.5 2.5L15.5 10',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5',
  forward: 'M4 5l8 7-8 7zM13 5l8 7-8 7z',
  split: 'M4 4h7v16H4zM13 4h7v16h-7z',
  save: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  log: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h4',
  out: 'M14 4h6v16h-6M4 12h11M11 8l4 4-4 4',
} as const

export type IconName = keyof typeof paths

/** A sign of 24 units; it takes the colour of its text. */
export function Icon({ name, size = 22 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
