/** The notice of a packet in its group: its payer's, once, naming nobody, and there as long as its case is open. */

import type { Ask, Fields } from '../asks.ts'
import { stateOf } from './packets.ts'
import { isOpen, isThreat } from './returns.ts'
import { isoOrNull } from './transfers.ts'
import { bodyOf, iso, momentOf, no, yes, type Group, type Packet, type Verdict, type World } from './world.ts'

const shownMax = 20

export interface Notice {
  packet: string
  group: string
  poster: string
  text: string
  postedAt: number
  withdrawnAt: number | null
}

/** Whether there is anything left to ask a group: shares that nobody has claimed, or a request that waits. */
function isCaseOpen(w: World, p: Packet): boolean {
  const isAsked = [...w.returns.values()].some((r) => r.source === p.id && isOpen(w, r))
  return ['open', 'paused'].includes(stateOf(w, p)) || isAsked
}

function shown({ packet, group, poster, text, postedAt, withdrawnAt }: Notice): Fields {
  const ids = { packetId: packet, groupId: group, posterId: poster }
  return { ...ids, text, postedAt: iso(postedAt), withdrawnAt: isoOrNull(withdrawnAt) }
}

/** Whether a text has somebody of the group in it, by their name or by what the poster calls them. */
function namesSomebody(w: World, p: Packet, group: Group, text: string): boolean {
  const others = w.insideAt(group, momentOf(w, p)).filter((id) => id !== p.payer)
  const names = others.flatMap((id) => {
    const { alias } = JSON.parse(w.contacts.get(`${p.payer} ${id}`) ?? '{}') as { alias?: string | null }
    return [w.members.get(id)?.name ?? '', alias ?? '']
  })
  return names.some((name) => name.length > 1 && text.includes(name))
}

function tell(
  w: World,
  group: Group,
  kind: string,
  { packet, poster }: Pick<Notice, 'packet' | 'poster'>,
): number {
  group.changedAt = Math.max(w.clock, group.changedAt)
  const facts = { groupId: group.id, packetId: packet, posterId: poster }
  w.tell(group.id, `group.notice_${kind}`, [group.id], facts, group.changedAt)
  return group.changedAt
}

function post(w: World, ask: Ask): Verdict {
  const p = w.packets.get(ask.params!.id!)
  const { text } = bodyOf<{ text: string }>(ask)
  if (p?.payer !== ask.as) return no('not_found')
  const group = p.group === null || p.test ? undefined : w.groups.get(p.group)!
  if (!group) return no('notice_without_group')
  if (!isCaseOpen(w, p)) return no('notice_without_case')
  if (w.notices.has(p.id)) return no('notice_posted_already')
  if (isThreat(text)) return no('return_text_refused')
  if (namesSomebody(w, p, group, text)) return no('notice_names_somebody', { field: 'text' })
  return yes(() => {
    const told = { packet: p.id, poster: ask.as }
    const postedAt = tell(w, group, 'posted', told)
    const notice = { ...told, group: group.id, text, postedAt, withdrawnAt: null }
    w.notices.set(p.id, notice)
    return shown(notice)
  }, 201)
}

function withdraw(w: World, { as, params }: Ask): Verdict {
  const notice = w.notices.get(params!.id!)
  if (notice?.poster !== as) return no('not_found')
  if (notice.withdrawnAt !== null) return no('already_withdrawn')
  return yes(() => {
    notice.withdrawnAt = tell(w, w.groups.get(notice.group)!, 'withdrawn', notice)
    return shown(notice)
  })
}

function list(w: World, { as, params }: Ask): Verdict {
  const group = w.groups.get(params!.id!)
  if (!group || !w.insideAt(group, w.clock).includes(as)) return no('not_found')
  const standing = [...w.notices.values()].filter((one) => one.group === group.id && one.withdrawnAt === null)
  const newest = standing.sort((a, b) => b.postedAt - a.postedAt || (a.packet < b.packet ? -1 : 1))
  const seen = newest.slice(0, shownMax).filter(({ packet }) => isCaseOpen(w, w.packets.get(packet)!))
  return yes(() => ({ items: seen.map(shown) }))
}

/** Everything about the notices of groups, by its route. */
export const groupNoticeRules: Record<string, (w: World, ask: Ask) => Verdict> = {
  postGroupNotice: post,
  withdrawGroupNotice: withdraw,
  listGroupNotices: list,
}
