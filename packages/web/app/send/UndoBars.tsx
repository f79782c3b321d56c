/** Bars over every page. */

import type { ReactElement } from 'react'

export function UndoBars(): ReactElement | null {
  return null
}
