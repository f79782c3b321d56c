/**
 * A seat: one person at this device. The page of two people side by side seats one under /left and one under /right;
 * everything a seat keeps carries its name, so that neither sees the other's session, drafts or settings. The desk is a
 * seat of its own: who works there need not be who holds the phone.
 */

export interface Seat {
  /** Where its pages begin: `/`, `/left`, `/right` or `/desk`. */
  base: string
  name: string
}

const seats: readonly Seat[] = [
  { base: '/left', name: 'left' },
  { base: '/right', name: 'right' },
  { base: '/desk', name: 'desk' },
]

/** The seat a path belongs to. */
export function seatOf(path: string): Seat {
  const found = seats.find(({ base }) => path === base || path.startsWith(`${base}/`))
  return found ?? { base: '/', name: 'main' }
}

export const seat: Seat = seatOf(window.location.pathname)

/** The name under which a seat keeps something on the device. */
export function atSeat(seatName: string, name: string): string {
  return `laisee.${seatName}.${name}`
}

/** The name under which this seat keeps something on the device. */
export function ofSeat(name: string): string {
  return atSeat(seat.name, name)
}

/** Whether a path is one of the advisor's pages, or the check of a pack: no account is needed, and nothing leaves the device. */
export function isHelp(path: string): boolean {
  const own = seat.base === '/' ? path : path.slice(seat.base.length)
  return own === '/help' || own.startsWith('/help/') || own === '/verify'
}
