/** Who has part in money that moved: nobody of the house works on what is their own, nor against whom they dispute with. */

import { isOver, isSide, standingOf, type Dispute } from './disputes.ts'
import { isPartyToPacket } from './house.ts'
import type { World } from './world.ts'

/** Whose purse paid, where it was not the sender's own: a giver's, or an organisation's. */
function purseOf(w: World, source: string): string | null {
  const s = w.packets.get(source) ?? w.transfers.get(source)
  return s?.family?.giver ?? s?.org ?? null
}

/** Whether it is somebody's own, or of an organisation that they are in. */
const isTheirs = (w: World, owner: string | null, member: string) =>
  owner !== null && (owner === member || w.organisations.get(owner)?.people.get(member)?.state === 'active')

/** Whether somebody sent, was meant to have, received or paid for a packet or transfer. */
function isPartyToSource(w: World, source: string, member: string): boolean {
  if (isTheirs(w, purseOf(w, source), member)) return true
  const packet = w.packets.get(source)
  if (packet) return isPartyToPacket(packet, member)
  const transfer = w.transfers.get(source)
  return transfer !== undefined && (transfer.payer === member || transfer.payee === member)
}

/** Whether somebody is a side, or else sent, received or paid for what it is about. */
export function isPartyTo(w: World, d: Dispute, member: string): boolean {
  return isSide(d, member) || isPartyToSource(w, d.source, member)
}

/** What a freeze is of, and what it is for. */
export interface Frozen {
  subject: string
  owner: string
  about: string | null
}

/**
 * Whether it is somebody's own money or case, or they dispute something with whose money it is, whatever the freeze
 * names. An operator's key is nobody's.
 */
export function isPartyToFreeze(
  w: World,
  { subject, owner, about }: Frozen,
  by: string,
  now: number,
): boolean {
  if (by === 'operator') return false
  if (isTheirs(w, owner, by) || isPartyToSource(w, subject, by)) return true
  const named = about === null ? undefined : w.disputes.get(about)
  if (about !== null && (named ? isPartyTo(w, named, by) : isPartyToSource(w, about, by))) return true
  return disputesWith(w, owner, by, now)
}

/** Whether somebody has part in an open dispute with whose money it is. */
function disputesWith(w: World, owner: string, by: string, now: number): boolean {
  return [...w.disputes.values()].some((d) => {
    if (isOver(standingOf(d, Math.max(now, d.facts.at(-1)!.at)))) return false
    return (isSide(d, owner) && isPartyTo(w, d, by)) || (isSide(d, by) && purseOf(w, d.source) === owner)
  })
}

/** Whether somebody is too near to a dispute to work on it: a party, or with an open one of their own with a side. */
export function isInvolvedIn(w: World, d: Dispute, by: string): boolean {
  if (isPartyTo(w, d, by)) return true
  const now = Math.max(w.clock, d.facts.at(-1)!.at)
  return [d.opener, d.other].some((side) => disputesWith(w, side, by, now))
}
