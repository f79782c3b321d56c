/** Sends that wait: whose care makes which wait, what their payer alone is shown of it, and how a hold ends. */

import type { Ask, Fields } from '../asks.ts'
import {
  bodyOf,
  iso,
  momentOf,
  no,
  yes,
  type Packet,
  type Transfer,
  type Verdict,
  type World,
} from './world.ts'

const releaseMs = 60_000

/** What a member has set: from which sum on, to whom, and for how long a send of theirs waits. */
export interface Care {
  holdFrom: number | null
  holdRelations: string[]
  holdS: number
}

export const carefree = (): Care => ({ holdFrom: null, holdRelations: [], holdS: 1_800 })

/** How a send waits, if it does; one that was let go early waited until then. */
export interface Hold {
  heldUntil: number | null
  releaseFrom: number | null
  reasons: string[]
}

/** A wait as somebody asks for it: how long, and from when on its payer may end it, if ever. */
export interface Wait {
  ms: number
  release: number | null
  reasons: string[]
}

/** What a member's own care asks for a send of this sum to these. */
export function ownWait(w: World, me: string, sum: number, to: readonly string[]): Wait | null {
  const { holdFrom, holdRelations, holdS } = w.members.get(me)!.care
  const relationTo = (other: string) =>
    (JSON.parse(w.contacts.get(`${me} ${other}`) ?? '{}') as { relation?: string }).relation ?? ''
  const reasons = [
    ...(holdFrom !== null && sum >= holdFrom ? ['own_hold_amount'] : []),
    ...(to.some((other) => holdRelations.includes(relationTo(other))) ? ['own_hold_relation'] : []),
  ]
  return reasons.length === 0 ? null : { ms: holdS * 1_000, release: releaseMs, reasons }
}

/** The hold of a send that begins to wait then: as long as the longest asks, ended by hand as late as any allows. */
export function holdFrom(asked: readonly (Wait | null)[], from: number): Hold {
  const waits = asked.filter((wait) => wait !== null)
  if (waits.length === 0) return { heldUntil: null, releaseFrom: null, reasons: [] }
  const ms = Math.max(...waits.map((wait) => wait.ms))
  const release = Math.max(...waits.map((wait) => wait.release ?? Infinity))
  return {
    heldUntil: from + ms,
    releaseFrom: release < ms ? from + release : null,
    reasons: [...new Set(waits.flatMap((wait) => wait.reasons))],
  }
}

/** Whether nobody but the payer, and those who approve, may know of it. */
export const isHidden = (state: string) => ['approving', 'held', 'undo'].includes(state)

/** Whether it never was there for anybody else, as it is written down. */
export const isKept = ({ state }: Packet | Transfer) => ['approving', 'rejected', 'undone'].includes(state)

/** The state of one that is not delivered by now. */
export const stateBefore = (w: World, send: Packet | Transfer) =>
  send.heldUntil !== null && momentOf(w, send) < send.heldUntil ? 'held' : 'undo'

const isoOrNull = (at: number | null) => (at === null ? null : iso(at))

/** When it was sent and how it is held, as its payer must be shown it; to others it was sent when its hold was over. */
export function heldFacts(send: Packet | Transfer, me: string): Fields {
  const { sentAt, heldUntil, releaseFrom, reasons } = send
  if (me !== send.payer)
    return { sentAt: iso(heldUntil ?? sentAt), heldUntil: null, heldReleaseFrom: null, heldReasons: [] }
  return { sentAt: iso(sentAt), ...sentHeld({ heldUntil, releaseFrom, reasons }) }
}

/** What the event of the send tells of its hold. */
export function sentHeld({ heldUntil, releaseFrom, reasons }: Hold): Fields {
  return {
    heldUntil: isoOrNull(heldUntil),
    heldReleaseFrom: isoOrNull(releaseFrom),
    heldReasons: [...reasons],
  }
}

/** Tell the payer that a hold is over, where that is due or they have ended it. */
export function tellHoldEnd(w: World, send: Packet | Transfer, endedBy?: string): void {
  const at = momentOf(w, send)
  const isDue = send.state === 'held' && at >= send.heldUntil!
  if (endedBy === undefined && !isDue) return
  const facts = {
    heldUntil: iso(send.heldUntil!),
    endedBy: endedBy ?? 'clock',
    deliverAt: iso(send.deliverAt),
  }
  if ('kind' in send)
    w.tell(
      send.id,
      'packet.hold_ended',
      [send.payer],
      { packetId: send.id, total: send.total, expireAt: iso(send.expireAt), ...facts },
      at,
    )
  else
    w.tell(
      send.id,
      'transfer.hold_ended',
      [send.payer],
      { transferId: send.id, amount: send.amount, arriveAt: isoOrNull(send.arriveAt), ...facts },
      at,
    )
  send.state = 'undo'
}

/** Why a hold cannot be ended now; nothing where it can. */
function barredFrom(w: World, send: Packet | Transfer): Verdict | undefined {
  const now = momentOf(w, send)
  const left = send.heldUntil! - now
  if ('kind' in send && send.notBefore !== null && send.notBefore >= send.expireAt - left)
    return no('not_before_after_expiry', { field: 'notBefore' })
  if (send.releaseFrom !== null && now >= send.releaseFrom) return undefined
  return no('hold_not_over_yet', {
    releaseFrom: isoOrNull(send.releaseFrom),
    heldUntil: isoOrNull(send.heldUntil),
  })
}

/** The payer lets it go: all that counts from the end of the hold comes forward. */
export function endHold(
  w: World,
  send: Packet | Transfer,
  as: string,
  told: { fate: Verdict | undefined; state: string; shown: () => Fields },
): Verdict {
  if (as !== send.payer) return no('not_found')
  if (told.fate) return told.fate
  if (told.state !== 'held') return no('not_held')
  const barred = barredFrom(w, send)
  if (barred) return barred
  return yes(() => {
    const now = momentOf(w, send)
    const left = send.heldUntil! - now
    send.heldUntil = now
    send.deliverAt -= left
    if ('kind' in send) send.expireAt -= left
    else {
      if (send.acceptBy !== null) send.acceptBy -= left
      if (send.arriveAt !== null) send.arriveAt -= left
    }
    tellHoldEnd(w, send, as)
    return told.shown()
  })
}

const relations = ['family', 'friend', 'colleague', 'customer', 'important_customer', 'other']

/** A member's care, by its route. */
export const careRules: Record<string, (w: World, ask: Ask) => Verdict> = {
  getMyCare: (w, { as }) => yes(() => ({ ...w.members.get(as)!.care })),
  setMyCare: (w, ask) => {
    const { holdFrom, holdRelations, holdS } = bodyOf<Care>(ask)
    const chosen = relations.filter((relation) => holdRelations.includes(relation))
    const care = { holdFrom, holdRelations: chosen, holdS }
    return yes(() => {
      const member = w.members.get(ask.as)!
      if (JSON.stringify(member.care) !== JSON.stringify(care))
        w.tell(ask.as, 'member.care_changed', [ask.as], { memberId: ask.as, ...care })
      member.care = care
      return { ...care }
    })
  },
}
