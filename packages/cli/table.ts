/** How tables look in the terminal: no lines but one under the heading, so that they read and copy well. */

import type { TableConstructorOptions } from 'cli-table3'

const nothing = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
] as const
const between = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'] as const

/** Options of a table without a frame. Widths are right for Chinese, whose characters take two columns. */
export const plainTable: TableConstructorOptions = {
  chars: { ...Object.fromEntries([...nothing, ...between].map((place) => [place, ''])), middle: '  ' },
  style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
}
