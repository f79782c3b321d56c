/**
 * Forgetting a member: who they are goes, for good, once nothing of theirs is open. What they did stays, under an id that
 * names nobody and that nothing can be sent to.
 */

import type { Ask } from '../asks.ts'
import { beside } from './freezes.ts'
import { leave } from './people.ts'
import { isSide, isOver, standingOf } from './disputes.ts'
import { iso, no, yes, type World, type Verdict } from './world.ts'

const day = 86_400_000
const planLife = 7 * day

/** What of somebody's is still open, in the order in which it is said. */
function openOf(w: World, id: string): string[] {
  const some = <Thing>(things: Iterable<Thing>, isOpen: (thing: Thing) => boolean) => [...things].some(isOpen)
  const offered = (state: string, expiresAt: number) =>
    state === 'active' || (state === 'invited' && w.clock < expiresAt)
  const isTheirs = (...ids: string[]) => ids.includes(id)
  const open: Record<string, boolean> = {
    frozen: w.members.get(id)!.frozen !== null || some(w.freezes.values(), (f) => f.owner === id && !f.ended),
    money: w.balanceOf(id) !== 0 || w.balanceOf(beside(id)) !== 0,
    packets: some(w.packets.values(), (p) => p.payer === id && p.end === null),
    transfers: some(w.transfers.values(), (t) => isTheirs(t.payer, t.payee) && t.end === null),
    returns: some(w.returns.values(), (r) => isTheirs(r.payer, r.recipient) && !r.closed),
    instalments: some(
      w.instalments.values(),
      (s) => isTheirs(s.creditor, s.debtor) && ['proposed', 'active'].includes(s.state),
    ),
    collections: some(w.collections.values(), (c) => c.asker === id && c.closedAt === null),
    disputes: some(w.disputes.values(), (d) => isSide(d, id) && !isOver(standingOf(d, d.facts.at(-1)!.at))),
    split_plans: some(
      w.plans.values(),
      (p) => p.payer === id && p.endedAt === null && w.clock < p.madeAt + planLife,
    ),
    approvals: some(w.approvals.values(), (a) => a.sender === id && a.outcome === null),
    allowances: some(
      w.families.values(),
      (f) => isTheirs(f.giver, f.holder) && offered(f.state, f.expiresAt),
    ),
    guardians: some(
      w.guardians.values(),
      (g) => isTheirs(g.guardian, g.protected) && offered(g.state, g.askedAt + day),
    ),
    organisations: some(w.organisations.values(), (o) => {
      const place = o.people.get(id)
      return place !== undefined && offered(place.state, place.expiresAt ?? 0)
    }),
    reports: some(w.reports.values(), (r) => isTheirs(r.by, r.about) && r.closedAt === null),
  }
  return Object.keys(open).filter((thing) => open[thing])
}

/** What an event told of who they are is emptied; that they were forgotten is not. */
const personal = /^(member|contact|block|passkey|recovery_codes|step_up)\./

function forgetMember(w: World, { params }: Ask): Verdict {
  const id = params!.id!
  if (w.forgotten.has(id)) return no('already_forgotten')
  if (!w.members.has(id)) return no('not_found')
  const open = openOf(w, id)
  if (open.length > 0) return no('still_open', { open })
  return yes(() => {
    for (const group of w.groups.values()) leave(w, group, id, 'operator')
    const { signs } = w.members.get(id)!
    for (const kept of [w.contacts, w.blocks])
      for (const name of [...kept.keys()]) if (name.startsWith(`${id} `)) kept.delete(name)
    w.members.delete(id)
    w.forgotten.add(id)
    if (signs) w.tell(id, 'passkey.reset', [id], {})
    w.tell(id, 'member.signed_out', [id], {})
    for (const told of w.told.get(id)!) if (personal.test(told.kind)) told.data = { forgotten: true }
    w.tell(id, 'member.forgotten', [id], { memberId: id, by: 'operator' })
    return { memberId: id, forgottenAt: iso(w.clock) }
  })
}

export const forgettingRules: Record<string, (w: World, ask: Ask) => Verdict> = { forgetMember }
