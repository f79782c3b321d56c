/** Members, contacts, blocks and groups: what may be asked of them, and what each of it changes and tells. */

import type { Ask } from '../asks.ts'
import { carefree } from './holds.ts'
import { bodyOf, iso, no, textIn, yes, type Group, type Verdict, type World } from './world.ts'

type Rule = (w: World, ask: Ask) => Verdict

const createMember: Rule = (w, ask) => {
  const {
    name,
    undoS = 10,
    transferDelayS = 0,
  } = bodyOf<{
    name: string
    undoS?: number
    transferDelayS?: number
  }>(ask)
  return yes((reply) => {
    const id = textIn(reply, 'id')
    w.members.set(id, {
      id,
      name,
      undoS,
      delayS: transferDelayS,
      frozen: null,
      care: carefree(),
      signs: false,
    })
    w.openWallet(id)
    w.tell(id, 'member.created', [id], { memberId: id, undoS, transferDelayS })
    return { undoS, transferDelayS, createdAt: iso(w.clock) }
  }, 201)
}

/** A first passkey: its device has made it, and the codes that stand in for it come along. */
const addPasskey: Rule = (w, { as }) =>
  yes(() => {
    w.members.get(as)!.signs = true
    w.tell(as, 'passkey.added', [as], { memberId: as })
    w.tell(as, 'recovery_codes.made', [as], { memberId: as })
    return {}
  }, 201)

const changeMe: Rule = (w, ask) => {
  const member = w.members.get(ask.as)!
  const before = { undoS: member.undoS, transferDelayS: member.delayS }
  const after = { ...before, ...bodyOf<Partial<typeof before>>(ask) }
  const changed = Object.fromEntries(
    Object.entries(after).filter(([field, now]) => before[field as 'undoS'] !== now),
  )
  return yes(() => {
    member.undoS = after.undoS
    member.delayS = after.transferDelayS
    if (Object.keys(changed).length > 0)
      w.tell(ask.as, 'member.changed', [ask.as], { memberId: ask.as, changed, by: ask.as })
    return after
  })
}

/** The refusal of what a member can only do about somebody else whom there is. */
function someoneElse(w: World, me: string, memberId: string): Verdict | undefined {
  if (!w.members.has(memberId)) return no('member_unknown', { field: 'memberId' })
  return memberId === me ? no('self_not_allowed', { field: 'memberId' }) : undefined
}

const putBlock: Rule = (w, { as, params }) => {
  const memberId = params!.memberId!
  return (
    someoneElse(w, as, memberId) ??
    yes(() => {
      if (!w.blocks.has(`${as} ${memberId}`)) w.tell(as, 'block.added', [as], { memberId })
      w.blocks.add(`${as} ${memberId}`)
      return {}
    })
  )
}

const deleteBlock: Rule = (w, { as, params }) => {
  const memberId = params!.memberId!
  if (!w.blocks.has(`${as} ${memberId}`)) return no('not_found')
  return yes(() => {
    w.blocks.delete(`${as} ${memberId}`)
    w.tell(as, 'block.removed', [as], { memberId })
    return {}
  }, 204)
}

const putContact: Rule = (w, ask) => {
  const memberId = ask.params!.memberId!
  const { alias = null, relation = null } = bodyOf<{ alias?: string; relation?: string }>(ask)
  return (
    someoneElse(w, ask.as, memberId) ??
    yes(() => {
      const how = JSON.stringify({ alias, relation })
      if (w.contacts.get(`${ask.as} ${memberId}`) !== how)
        w.tell(ask.as, 'contact.changed', [ask.as], { memberId, alias, relation })
      w.contacts.set(`${ask.as} ${memberId}`, how)
      return { alias, relation }
    })
  )
}

const deleteContact: Rule = (w, { as, params }) => {
  const memberId = params!.memberId!
  if (!w.contacts.has(`${as} ${memberId}`)) return no('not_found')
  return yes(() => {
    w.contacts.delete(`${as} ${memberId}`)
    w.tell(as, 'contact.removed', [as], { memberId })
    return {}
  }, 204)
}

const present = (group: Group) =>
  group.stays.filter((stay) => stay.until === Infinity).map((stay) => stay.member)
const groupFacts = (group: Group) => ({
  id: group.id,
  memberCount: present(group).length,
  changedAt: iso(group.changedAt),
})

/** Whom a member may not bring in: those there are not, and those one of the two has blocked. */
function strangers(w: World, as: string, memberIds: string[]): Verdict | undefined {
  const unknown = memberIds.filter((id) => !w.members.has(id))
  if (unknown.length > 0) return no('member_unknown', { field: 'memberIds', unknown })
  return w.blockedWith(as, memberIds) ? no('recipient_blocked', { field: 'memberIds' }) : undefined
}

const createGroup: Rule = (w, ask) => {
  const named = bodyOf<{ memberIds?: string[] }>(ask).memberIds ?? []
  const memberIds = [...new Set(ask.as === 'operator' ? named : [ask.as, ...named])]
  const barred = strangers(w, ask.as, memberIds)
  if (barred) return barred
  return yes((reply) => {
    const stays = memberIds.map((member) => ({ member, since: w.clock, until: Infinity }))
    const group = { id: textIn(reply, 'id'), changedAt: w.clock, stays }
    w.groups.set(group.id, group)
    w.tell(group.id, 'group.created', [group.id, ...memberIds], { groupId: group.id, memberIds, by: ask.as })
    return groupFacts(group)
  }, 201)
}

const joinGroup: Rule = (w, ask) => {
  const group = w.groups.get(ask.params!.id!)
  if (!group || (ask.as !== 'operator' && !present(group).includes(ask.as))) return no('not_found')
  const joinedIds = [...new Set(bodyOf<{ memberIds: string[] }>(ask).memberIds)].filter(
    (id) => !present(group).includes(id),
  )
  const barred = strangers(w, ask.as, joinedIds)
  if (barred) return barred
  return yes(() => {
    const since = Math.max(w.clock, group.changedAt) + 1
    if (joinedIds.length > 0) {
      group.changedAt = since
      group.stays.push(...joinedIds.map((member) => ({ member, since, until: Infinity })))
      const facts = { groupId: group.id, memberIds: joinedIds, since: iso(since), by: ask.as }
      w.tell(group.id, 'group.joined', [group.id, ...joinedIds], facts, since)
    }
    return { joinedIds, group: groupFacts(group) }
  })
}

const leaveGroup: Rule = (w, { as, params }) => {
  const group = w.groups.get(params!.id!)
  const memberId = params!.memberId!
  if (!group || (as !== 'operator' && !present(group).includes(as))) return no('not_found')
  if (as !== 'operator' && as !== memberId) return no('forbidden')
  if (!present(group).includes(memberId)) return no('not_found')
  return yes(() => {
    leave(w, group, memberId, as)
    return groupFacts(group)
  })
}

/** Whoever is in a group is not in it from the next moment on. */
export function leave(w: World, group: Group, memberId: string, by: string): void {
  const stay = group.stays.find(({ member, until }) => member === memberId && until === Infinity)
  if (!stay) return
  const until = Math.max(w.clock, group.changedAt) + 1
  group.changedAt = stay.until = until
  const facts = { groupId: group.id, memberId, until: iso(until), by }
  w.tell(group.id, 'group.left', [group.id, memberId], facts, until)
}

/** Everything about people and groups, by its route. */
export const peopleRules: Record<string, Rule> = {
  createMember,
  addPasskey,
  changeMe,
  putBlock,
  deleteBlock,
  putContact,
  deleteContact,
  createGroup,
  joinGroup,
  leaveGroup,
}
