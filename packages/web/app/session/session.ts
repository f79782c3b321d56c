/** Who is signed in at this seat, kept on the device until the session ends or they sign out. */

import { useSyncExternalStore } from 'react'
import { keep, onKept, recall } from './keep.ts'
import { ofSeat } from './seat.ts'

export interface Session {
  id: string
  memberId: string
  token: string
  expiresAt: string
}

const name = ofSeat('session')
let current = read()

function read(): Session | undefined {
  const kept = recall(name) as Partial<Session> | undefined
  const whole =
    typeof kept?.id === 'string' &&
    typeof kept.memberId === 'string' &&
    typeof kept.token === 'string' &&
    typeof kept.expiresAt === 'string'
  return whole ? (kept as Session) : undefined
}

const listeners = new Set<() => void>()

onKept((changed) => {
  if (changed !== name) return
  const next = read()
  if (next?.token === current?.token) return
  current = next
  for (const listener of listeners) listener()
})

/** The session of this seat, or undefined where nobody is signed in. */
export function session(): Session | undefined {
  return current
}

/** Sign in at this seat, or out where no session is given. Other tabs of the seat follow. */
export function setSession(next: Session | undefined): void {
  keep(name, next)
}

/** Call back when somebody signs in or out at this seat, also in another tab. Gives the function that stops it. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The session as a component reads it. */
export function useSession(): Session | undefined {
  return useSyncExternalStore(onSession, session)
}
