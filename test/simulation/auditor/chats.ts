/** Conversations: who may know of whom, what passed between two or in a group, and in which order it must be listed. */

import type { Ask, Fields } from '../asks.ts'
import { knowsAmounts, maySee as maySeePacket, shown as shownPacket } from './packets.ts'
import { maySee as maySeeTransfer, shown as shownTransfer } from './transfers.ts'
import { no, yes, type Packet, type Stay, type Transfer, type Verdict, type World } from './world.ts'

type Rule = (w: World, ask: Ask) => Verdict

const isTransfer = (item: Packet | Transfer): item is Transfer => 'payee' in item
const limitOf = ({ query }: Ask) => Number(query?.limit ?? 50)

/** Whether a packet is for one of two members and from the other. */
function isBetween(p: Packet, me: string, other: string): boolean {
  const named = (id: string) => p.recipient === id || (p.audience === 'members' && p.inside!.has(id))
  return (p.payer === me && named(other)) || (p.payer === other && named(me))
}

/** What a member may see of a conversation, newest delivery first. */
function itemsOf(w: World, chat: string, me: string): (Packet | Transfer)[] {
  const belongs = (p: Packet) => (w.groups.has(chat) ? p.group === chat : isBetween(p, me, chat))
  const packets = [...w.packets.values()].filter((p) => belongs(p) && maySeePacket(w, p, me))
  const both = (t: Transfer) => (t.payer === me && t.payee === chat) || (t.payer === chat && t.payee === me)
  const transfers = [...w.transfers.values()].filter((t) => both(t) && maySeeTransfer(w, t, me))
  return [...packets, ...transfers].sort((a, b) => b.deliverAt - a.deliverAt || (a.id < b.id ? 1 : -1))
}

const overlap = (one: Stay, other: Stay) =>
  Math.max(one.since, other.since) < Math.min(one.until, other.until)

/** Kept as a contact on either side, in one group at the same time, or something passed between the two. */
function mayKnow(w: World, me: string, other: string): boolean {
  if (me === other || !w.members.has(other)) return false
  if (w.contacts.has(`${me} ${other}`) || w.contacts.has(`${other} ${me}`)) return true
  const together = [...w.groups.values()].some(({ stays }) =>
    stays.some((one) => one.member === me && stays.some((two) => two.member === other && overlap(one, two))),
  )
  return together || itemsOf(w, other, me).length > 0
}

const listChatItems: Rule = (w, ask) => {
  const chat = ask.params!.chatId!
  const group = w.groups.get(chat)
  const known = group ? group.stays.some(({ member }) => member === ask.as) : mayKnow(w, ask.as, chat)
  if (!known) return no('not_found')
  const items = itemsOf(w, chat, ask.as).slice(0, limitOf(ask))
  return yes(() => ({
    items: items.map((item) =>
      isTransfer(item)
        ? { kind: 'transfer', packet: null, transfer: shownTransfer(w, item, ask.as) }
        : { kind: 'packet', packet: shownPacket(w, item, ask.as), transfer: null },
    ),
  }))
}

function latestFacts(w: World, me: string, item: Packet | Transfer): Fields {
  const { id, payer: payerId } = item
  const facts = { id, payerId, direction: payerId === me ? 'sent' : 'received' }
  if (isTransfer(item)) return { ...facts, kind: 'transfer', amount: item.amount }
  return { ...facts, kind: 'packet', amount: knowsAmounts(w, item, me) ? item.total : null }
}

/** Those with something in them by its moment; the others come after, by names that the auditor does not know. */
const listChats: Rule = (w, ask) => {
  const me = ask.as
  const groups = [...w.groups.values()].filter(({ stays }) => isIn(stays, me))
  const people = [...w.members.keys(), ...w.forgotten].filter(
    (other) => other !== me && (w.contacts.has(`${me} ${other}`) || itemsOf(w, other, me).length > 0),
  )
  const chats = [...groups.map(({ id }) => id), ...people].map((chatId) => {
    const [latest] = itemsOf(w, chatId, me)
    return { chatId, latest, at: latest ? (latest.payer === me ? latest.sentAt : latest.deliverAt) : 0 }
  })
  const full = chats
    .filter(({ latest }) => latest)
    .sort((a, b) => b.at - a.at || (a.chatId < b.chatId ? -1 : 1))
  const empty = new Set(chats.filter(({ latest }) => !latest).map(({ chatId }) => chatId))
  return yes((reply) => {
    const rest = (reply.items as { chatId: string }[]).slice(full.length).map(({ chatId }) => chatId)
    const asSaid = new Set(rest).size === empty.size && rest.every((id) => empty.has(id))
    return {
      items: [
        ...full.map(({ chatId, latest }) => ({ chatId, latest: latestFacts(w, me, latest!) })),
        ...(asSaid ? rest : [...empty].sort()).map((chatId) => ({ chatId, latest: null })),
      ].slice(0, limitOf(ask)),
    }
  })
}

const isIn = (stays: readonly Stay[], me: string) =>
  stays.some(({ member, until }) => member === me && until === Infinity)

/** Every look at conversations, by its route. */
export const chatRules: Record<string, Rule> = { listChats, listChatItems }
