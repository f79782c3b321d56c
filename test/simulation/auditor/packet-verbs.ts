/** The verbs of a packet's sender and of its one recipient: each is refused in one order, and ends in one change. */

import type { Ask, Fields } from '../asks.ts'
import { frozen } from './freezes.ts'
import { endHold, isHidden, isKept } from './holds.ts'
import { close, deliver, everyone, fate, knowsAmounts, maySee, shareOf, shown, stateOf } from './packets.ts'
import { recallRefusal } from './policies.ts'
import { profiles } from './profiles.ts'
import { bodyOf, iso, momentOf, no, textIn, yes, type Packet, type Verdict, type World } from './world.ts'

type Verb = (w: World, p: Packet, ask: Ask) => Verdict

/** A verb that only the payer may ask; to everyone else the packet is not there. */
function ofPayer(verb: Verb): Verb {
  return (w, p, ask) => (ask.as === p.payer ? verb(w, p, ask) : no('not_found'))
}

const stillInUndo = (p: Packet) => no('not_delivered_yet', { deliverAt: iso(p.deliverAt) })

const undo = ofPayer((w, p, { as }) => {
  const ended = fate(w, p)
  if (ended) return ended
  if (!isHidden(stateOf(w, p))) return no('undo_window_over', { deliverAt: iso(p.deliverAt) })
  const held = frozen(w, p)
  if (held) return held
  return yes(() => {
    close(w, p, 'undone', { by: as }, { undoneAt: iso(momentOf(w, p)) })
    return shown(w, p, as)
  })
})

/** Pausing and releasing change what the packet is, or what it will be once it is delivered. */
function turn(to: 'open' | 'paused'): Verb {
  return ofPayer((w, p, { as }) => {
    const ended = fate(w, p)
    if (ended) return ended
    const state = stateOf(w, p)
    const hidden = isHidden(state)
    if ((hidden ? p.openAs : state) === to) return no(`already_${to}`)
    if (to === 'paused' && !profiles[p.profile]!.takesBack) return no('not_pausable')
    return yes(() => {
      deliver(w, p)
      const heard = hidden ? [p.payer] : everyone(p)
      w.tell(
        p.id,
        to === 'paused' ? 'packet.paused' : 'packet.released',
        heard,
        { packetId: p.id },
        momentOf(w, p),
      )
      p.openAs = to
      if (!hidden) p.state = to
      return shown(w, p, as)
    })
  })
}

/** A packet of an organisation's is recalled by its people, as its policy gives them the right. */
export const recall: Verb = (w, p, ask) => {
  const { note = null } = bodyOf<{ note?: string }>(ask)
  const org = p.org === null ? undefined : w.organisations.get(p.org)
  if (ask.as !== p.payer && org?.people.get(ask.as)?.state !== 'active') return no('not_found')
  const ended = fate(w, p)
  if (ended) return ended
  if (isHidden(stateOf(w, p))) return stillInUndo(p)
  if (!profiles[p.profile]!.takesBack) return no('not_recallable')
  const held = frozen(w, p)
  if (held) return held
  const barred = org && recallRefusal(org, ask.as, p, note, momentOf(w, p))
  return barred ?? yes(() => recallNow(w, p, ask, org ? { recalledBy: ask.as, note } : {}))
}

function recallNow(w: World, p: Packet, ask: Ask, more: Fields): Fields {
  const { as } = ask
  const { manner = 'remainder', reason = 'CUST' } = bodyOf<{ manner?: string; reason?: string }>(ask)
  const facts = { reason, claimedCount: p.claims.length }
  const claims = p.claims.map((claim) => shareOf(p, claim))
  if (p.claims.length > 0 && manner === 'all_or_nothing') {
    w.tell(p.id, 'packet.recall_rejected', [p.payer], { packetId: p.id, result: 'RJCR', ...facts })
    return { result: 'RJCR', returned: 0, claims, packet: shown(w, p, as) }
  }
  const result = p.claims.length === 0 ? 'CNCL' : 'PECR'
  close(w, p, 'recalled', { by: as, reason }, { result, ...facts, ...more, recalledAt: iso(w.clock) })
  return { result, returned: p.returned, claims, packet: shown(w, p, as) }
}

/** The packet is shown with its recall: whoever may not see it is told that there is none. */
const recallAndSee: Verb = (w, p, ask) => {
  const verdict = recall(w, p, ask)
  return 'no' in verdict || maySee(w, p, ask.as) ? verdict : no('not_found')
}

const decline: Verb = (w, p, { as }) => {
  if (p.recipient !== as || isHidden(stateOf(w, p))) return no('not_found')
  const ended = isKept(p) ? no('not_found') : (fate(w, p) ?? frozen(w, p))
  if (ended) return ended
  return yes(() => {
    close(w, p, 'declined', { by: as }, { declinedBy: as, declinedAt: iso(w.clock) })
    return shown(w, p, as)
  })
}

const askNotToOpen = ofPayer((w, p, { as }) => {
  if (p.recipient !== null && w.blockedWith(as, [p.recipient])) return no('recipient_blocked')
  const ended = fate(w, p)
  if (ended) return ended
  if (p.askedAt !== null) return no('already_asked', { askedAt: iso(p.askedAt) })
  if (isHidden(stateOf(w, p))) return stillInUndo(p)
  return yes(() => {
    deliver(w, p)
    w.tell(p.id, 'packet.asked_not_to_open', everyone(p), { packetId: p.id, payerId: p.payer })
    p.askedAt = w.clock
    return shown(w, p, as)
  })
})

const read: Verb = (w, p, { as }) => (maySee(w, p, as) ? yes(() => shown(w, p, as)) : no('not_found'))

const listClaims: Verb = (w, p, { as }) => {
  const hidden = knowsAmounts(w, p, as) ? {} : { amount: null }
  const items = p.claims.map((claim) => ({ ...shareOf(p, claim), ...hidden }))
  return maySee(w, p, as) ? yes(() => ({ items })) : no('not_found')
}

const makeLink = ofPayer((w, p, ask) => {
  const { memberId = null, expireAt } = bodyOf<{ memberId?: string; expireAt?: string }>(ask)
  const end = Math.min(expireAt === undefined ? p.expireAt : Date.parse(expireAt), p.expireAt)
  return yes((body) => {
    w.links.set(textIn(body, 'token'), { packet: p.id, member: memberId, expireAt: end })
    return { memberId, expireAt: iso(end) }
  })
})

/** Every verb on one packet, by its route. */
export const packetVerbs: Record<string, Verb> = {
  undoPacket: undo,
  endPacketHold: (w, p, { as }) =>
    endHold(w, p, as, { fate: fate(w, p), state: stateOf(w, p), shown: () => shown(w, p, as) }),
  pausePacket: turn('paused'),
  releasePacket: turn('open'),
  recallPacket: recallAndSee,
  declinePacket: decline,
  askNotToOpenPacket: askNotToOpen,
  readPacket: read,
  listClaims,
  makePacketLink: makeLink,
}

/** A cancelled send: undone while there is time, else recalled, else refused with what happened. */
export function cancelPacket(w: World, p: Packet, as: string): Verdict {
  const outcome = isHidden(stateOf(w, p)) ? 'undone' : 'recalled'
  const verdict = outcome === 'undone' ? undo(w, p, { route: '', as }) : recall(w, p, { route: '', as })
  if ('no' in verdict) return verdict
  return yes(() => {
    verdict.then({})
    return { outcome, returned: p.returned }
  })
}
