/** Whether the window has room for two panes: where the tabs stand at its side. */

import { useSyncExternalStore } from 'react'

const wide = window.matchMedia('(min-width: 900px)')

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches)
}
