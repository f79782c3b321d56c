/** The file at hand and what was found of it: checked again when a key is given. */

import { useEffect, useRef, useState } from 'react'
import type { FileVerdict } from './check-file.ts'

/** What a phone holds in memory without trouble. */
export const fileBytesMax = 100_000_000

export type CheckState =
  | { is: 'empty' }
  | { is: 'busy' }
  | { is: 'unreadable' }
  | { is: 'too_large' }
  | { is: 'done'; name: string; found: FileVerdict }

export interface FileCheck {
  state: CheckState
  check(file: File, keys?: string): Promise<void>
  /** Check the same file again. Gives false where a key is none. */
  again(keys: string): Promise<boolean>
}

export function useCheck(): FileCheck {
  const [state, setState] = useState<CheckState>({ is: 'empty' })
  const held = useRef<File>(undefined)
  // Fetched with the page, not with the first file: by then there may be no network.
  useEffect(() => {
    import('./check-file.ts').catch(() => undefined)
  }, [])
  async function check(file: File, keys = ''): Promise<void> {
    held.current = file
    if (file.size > fileBytesMax) return setState({ is: 'too_large' })
    setState({ is: 'busy' })
    try {
      const [{ checkFile, readKeys }, bytes] = await Promise.all([
        import('./check-file.ts'),
        file.arrayBuffer(),
      ])
      const found = checkFile(new Uint8Array(bytes), readKeys(keys) ?? [])
      setState({ is: 'done', name: file.name, found })
    } catch {
      setState({ is: 'unreadable' })
    }
  }
  return {
    state,
    check,
    async again(keys) {
      const { readKeys } = await import('./check-file.ts')
      if (readKeys(keys) === undefined) return false
      if (held.current) await check(held.current, keys)
      return true
    },
  }
}
