/** Bars over every page. */

import type { ReactElement } from 'react'

export function PendingSends(): ReactElement | null {
  return null
}
