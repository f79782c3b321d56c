/**
 * The service as this seat's member calls it. A session that is no longer good signs the seat out; drafts and sends
 * whose answer was not seen stay on the device.
 */

import { createClient, RefusalError, UnansweredError, type Laisee } from '@laisee/client/client.ts'
import { session, setSession } from '../session/session.ts'

export { RefusalError, UnansweredError }

let made: { token: string | undefined; laisee: Laisee } | undefined

async function watchedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const reply = await fetch(input, init)
  // Calls bring a whole request, the stream an address and its headers.
  const asked = new Headers(input instanceof Request ? input.headers : init?.headers).get('authorization')
  if (reply.status === 401 && asked === `Bearer ${session()?.token}`) setSession(undefined)
  return reply
}

/** The service, called as whoever is signed in at this seat. */
export function service(): Laisee {
  const token = session()?.token
  if (!made || made.token !== token) {
    const options = { baseUrl: window.location.origin, deadlineMs: 20_000, fetch: watchedFetch }
    made = { token, laisee: createClient(token === undefined ? options : { ...options, token }) }
  }
  return made.laisee
}
