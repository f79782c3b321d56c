/**
 * What one person has read is never shown to another: when somebody else signs in at this seat, or nobody is signed in
 * any more, everything read is forgotten and the page is asked for anew, which leads to the first page where nobody is.
 */

import type { QueryClient } from '@tanstack/react-query'
import { onSession, session } from './session.ts'

/** Follow who is signed in at this seat, in whichever tab they did it. */
export function followSession(queries: QueryClient, askAnew: () => void): void {
  let memberId = session()?.memberId
  onSession(() => {
    const next = session()?.memberId
    if (next === memberId) return
    memberId = next
    queries.clear()
    askAnew()
  })
}
