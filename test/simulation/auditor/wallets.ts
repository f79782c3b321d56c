/** Wallets: filled, emptied and frozen by the operator; looked at by whose they are. */

import type { Ask, Fields } from '../asks.ts'
import { beside, thaw } from './freezes.ts'
import { isKept } from './holds.ts'
import { shown as shownPacket } from './packets.ts'
import { debitRefusal } from './profiles.ts'
import { shown as shownTransfer } from './transfers.ts'
import { bodyOf, iso, no, textIn, yes, type Member, type Verdict, type World } from './world.ts'

const walletMax = (Number.MAX_SAFE_INTEGER - 1) / 2

type Rule = (w: World, ask: Ask) => Verdict

function fund(direction: 'top_up' | 'withdrawal'): Rule {
  return (w, ask) => {
    const { memberId, amount } = bodyOf<{ memberId: string; amount: number }>(ask)
    if (!w.members.has(memberId)) return no('member_unknown', { field: 'memberId' })
    const isTopUp = direction === 'top_up'
    if (isTopUp && w.balanceOf(memberId) + amount > walletMax)
      return no('balance_above_max', { field: 'amount', max: walletMax })
    const poor = isTopUp ? undefined : debitRefusal(w, memberId, amount)
    if (poor) return poor
    return yes((reply) => {
      const fundingId = textIn(reply, 'id')
      w.move(isTopUp ? 'outside' : memberId, isTopUp ? memberId : 'outside', amount, direction, fundingId)
      const facts = { memberId, amount, balance: w.balanceOf(memberId) }
      w.tell(memberId, isTopUp ? 'wallet.topped_up' : 'wallet.withdrawn', [memberId], { fundingId, ...facts })
      return { ...facts, direction, at: iso(w.clock) }
    }, 201)
  }
}

function wallet(w: World, { id, frozen }: Member): Fields {
  const why = frozen && { since: iso(frozen.since), reason: frozen.reason }
  const frozenAmount = w.balanceOf(beside(id))
  return {
    memberId: id,
    balance: w.balanceOf(id),
    frozenAmount,
    state: frozen ? 'frozen' : 'open',
    frozen: why,
  }
}

const freeze: Rule = (w, ask) => {
  const member = w.members.get(ask.params!.id!)
  if (!member) return no('not_found')
  if (member.frozen) return no('already_frozen')
  return yes(() => {
    const reason = textIn(ask.body!, 'reason')
    member.frozen = { since: w.clock, reason }
    w.tell(member.id, 'wallet.frozen', [member.id], { memberId: member.id, reason })
    return wallet(w, member)
  })
}

const unfreeze: Rule = (w, ask) => {
  const member = w.members.get(ask.params!.id!)
  if (!member) return no('not_found')
  if (!member.frozen) return no('not_frozen')
  return yes(() => {
    thaw(w, member.id)
    return wallet(w, member)
  })
}

const getWallet: Rule = (w, { as }) => yes(() => wallet(w, w.members.get(as)!))

/** A page of a statement, newest first; its cursor is remembered by the line it ended with. */
const listEntries: Rule = (w, { as, query }) => {
  const lines = w.statements.get(as)!
  const below = query?.cursor === undefined ? lines.length + 1 : w.cursors.get(query.cursor)!
  const limit = Number(query?.limit ?? 50)
  let balance = 0
  const items = lines.map(({ amount, reason, source, at }, i) => {
    balance += amount
    return { entryNo: i + 1, amount, balance, reason, sourceId: source, at: iso(at) }
  })
  const page = items.slice(Math.max(0, below - 1 - limit), below - 1).reverse()
  const last = page.at(-1)?.entryNo ?? 1
  return yes((reply) => {
    if (last === 1) return { items: page, nextCursor: null }
    w.cursors.set(textIn(reply, 'nextCursor'), last)
    return { items: page }
  })
}

/** Newest first, and by id where two are of one moment. */
const newestFirst = <Thing extends { id: string }>(things: Thing[], at: (thing: Thing) => number) =>
  things.sort((a, b) => at(b) - at(a) || (a.id < b.id ? 1 : -1))

const listSentPackets: Rule = (w, { as }) => {
  const mine = [...w.packets.values()].filter(({ payer }) => payer === as)
  return yes(() => ({
    items: newestFirst(mine, ({ sentAt }) => sentAt).map((p) => shownPacket(w, p, as)),
    nextCursor: null,
  }))
}

const listTransfers: Rule = (w, { as, query }) => {
  const all = [...w.transfers.values()]
  const sent = newestFirst(
    all.filter(({ payer }) => payer === as),
    ({ sentAt }) => sentAt,
  )
  const delivered = all.filter((t) => t.payee === as && w.clock >= t.deliverAt && !isKept(t))
  const items = query?.role === 'sent' ? sent : newestFirst(delivered, ({ deliverAt }) => deliverAt)
  return yes(() => ({ items: items.map((t) => shownTransfer(w, t, as)), nextCursor: null }))
}

/** Everything about a member's own money, by its route. */
export const walletRules: Record<string, Rule> = {
  topUp: fund('top_up'),
  withdraw: fund('withdrawal'),
  freezeWallet: freeze,
  unfreezeWallet: unfreeze,
  getWallet,
  listEntries,
  listSentPackets,
  listTransfers,
}
