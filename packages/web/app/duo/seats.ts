/** Who sits on either side: kept on the device under each side's own name, as the phone in its frame keeps it. */

import { useSyncExternalStore } from 'react'
import { createClient, type Laisee } from '@laisee/client/client.ts'
import { keep, onKept, recall } from '../session/keep.ts'
import { atSeat } from '../session/seat.ts'
import type { Session } from '../session/session.ts'
import type { DemoPerson } from '../sign-in/welcome-data.ts'

export type Side = 'left' | 'right'
export const sides: readonly Side[] = ['left', 'right']

function sessionAt(side: Side): Session | undefined {
  const kept = recall(atSeat(side, 'session')) as Partial<Session> | undefined
  return typeof kept?.token === 'string' && typeof kept.memberId === 'string' ? (kept as Session) : undefined
}

let seen: Record<Side, Session | undefined> = { left: sessionAt('left'), right: sessionAt('right') }

onKept((changed) => {
  if (!sides.some((side) => changed === atSeat(side, 'session'))) return
  seen = { left: sessionAt('left'), right: sessionAt('right') }
})

/** The sessions of both sides, as they stand. */
export function useSeats(): Record<Side, Session | undefined> {
  return useSyncExternalStore(
    (listener) => onKept(() => listener()),
    () => seen,
  )
}

/** Let somebody of the demo world sit here. The phone in the frame follows. */
export async function sit(side: Side, memberId: string): Promise<void> {
  const open = createClient({ baseUrl: window.location.origin, deadlineMs: 15_000 })
  const { id, token, expiresAt } = await open.signInToDemo({ body: { memberId } })
  keep(atSeat(side, 'session'), { id, memberId, token, expiresAt } satisfies Session)
}

/** The service as those who sit here call it. */
export function clientsOf(seats: Record<Side, Session | undefined>): Laisee[] {
  return sides.flatMap((side) => {
    const token = seats[side]?.token
    return token === undefined ? [] : [createClient({ baseUrl: window.location.origin, token })]
  })
}

/** Who sits where on a first visit: 妈妈 sends, 小明 claims; the first two where they are not there. */
export function firstPair(people: readonly DemoPerson[]): Record<Side, DemoPerson> | undefined {
  const left = people.find(({ role }) => role === '妈妈') ?? people[0]
  const others = people.filter((person) => person !== left)
  const right =
    others.find(({ role }) => role.startsWith('小明')) ??
    others.find(({ role }) => role === '爸爸') ??
    others[0]
  return left && right ? { left, right } : undefined
}
