/**
 * Who looks after whom: asked by one, agreed to by the other, ended by either. A guardian hears that a send was refused,
 * asked about or held by a rule and how grave that is, the one they look after hears that they did, and nobody else.
 */

import type { Ask, Fields, Reply } from '../asks.ts'
import { forsake } from './family-waits.ts'
import { limitedOf } from './limits.ts'
import { bodyOf, iso, no, textIn, yes, type Verdict, type World } from './world.ts'

type Rule = (w: World, ask: Ask) => Verdict
type Role = 'guardian' | 'protected'

const day = 86_400_000
const quietFor = 10 * 60_000
const linksMax = 5

export interface Guardian {
  id: string
  guardian: string
  protected: string
  askedBy: string
  state: 'invited' | 'active' | 'ended'
  askedAt: number
  acceptedAt: number | null
  alertedAt: number | null
  /** How grave the last alert was. */
  risk: string | null
  endedBy: string | null
}

const stateOf = (w: World, g: Guardian) =>
  g.state === 'invited' && w.clock >= g.askedAt + day ? 'ended' : g.state

/** The links of somebody that are in force or may still be agreed to, newest first. */
function linksOf(w: World, member: string, side: Role): Guardian[] {
  const mine = [...w.guardians.values()].filter((g) => g[side] === member && stateOf(w, g) !== 'ended')
  return mine.sort((a, b) => b.askedAt - a.askedAt || (a.id < b.id ? 1 : -1))
}

function tell(w: World, g: Guardian, kind: string, facts: Fields): void {
  const two = { linkId: g.id, guardianId: g.guardian, protectedId: g.protected }
  w.tell(g.id, `guardian.${kind}`, [g.guardian, g.protected], { ...two, ...facts })
}

function shown(w: World, g: Guardian): Fields {
  const { id, askedBy, endedBy } = g
  return {
    id,
    askedBy,
    endedBy,
    state: stateOf(w, g),
    askedAt: iso(g.askedAt),
    expiresAt: iso(g.askedAt + day),
    acceptedAt: g.acceptedAt === null ? null : iso(g.acceptedAt),
    alertedAt: g.alertedAt === null ? null : iso(g.alertedAt),
  }
}

const askGuardian: Rule = (w, ask) => {
  const { memberId, as } = bodyOf<{ memberId: string; as: Role }>(ask)
  const field = 'memberId'
  const [guardian, kept] = as === 'guardian' ? [ask.as, memberId] : [memberId, ask.as]
  if (!w.members.has(memberId)) return no('member_unknown', { field, unknown: [memberId] })
  if (memberId === ask.as) return no('self_not_allowed', { field })
  if (w.blockedWith(ask.as, [memberId])) return no('recipient_blocked', { field })
  const mine = linksOf(w, ask.as, as)
  if (mine.some((g) => g.guardian === guardian && g.protected === kept))
    return no('already_linked', { field })
  if (mine.length >= linksMax) return no('guardian_links_max', { max: linksMax })
  return yes((reply) => {
    const none = { acceptedAt: null, alertedAt: null, risk: null, endedBy: null }
    const two = { guardian, protected: kept, askedBy: ask.as }
    const g: Guardian = { id: textIn(reply, 'id'), ...two, state: 'invited', askedAt: w.clock, ...none }
    w.guardians.set(g.id, g)
    tell(w, g, 'asked', { askedBy: ask.as, expiresAt: iso(w.clock + day) })
    return shown(w, g)
  }, 201)
}

/** One of a link's two, or nobody. */
const ofTwo =
  (verb: (w: World, g: Guardian, as: string) => Verdict): Rule =>
  (w, { as, params }) => {
    const g = w.guardians.get(params!.id!)
    return g && [g.guardian, g.protected].includes(as) ? verb(w, g, as) : no('not_found')
  }

const acceptGuardian = ofTwo((w, g, as) => {
  if (g.askedBy === as) return no('not_found')
  const state = stateOf(w, g)
  if (state === 'ended') return no('invitation_over')
  if (state === 'active') return yes(() => shown(w, g))
  const others = linksOf(w, as, g.guardian === as ? 'guardian' : 'protected').filter((one) => one !== g)
  if (others.length >= linksMax) return no('guardian_links_max', { max: linksMax })
  return yes(() => {
    g.state = 'active'
    g.acceptedAt = w.clock
    tell(w, g, 'accepted', { acceptedBy: as })
    return shown(w, g)
  })
})

/** At once, and with it whatever waits for a word that nobody is left to give. */
const endGuardian = ofTwo((w, g, as) =>
  yes(() => {
    if (g.state === 'ended') return shown(w, g)
    g.state = 'ended'
    g.endedBy = as
    tell(w, g, 'ended', { endedBy: as })
    forsake(w, { sender: g.protected, asked: g.guardian }, as)
    return shown(w, g)
  }),
)

const listGuardians: Rule = (w, { as }) =>
  yes(() => ({
    guarding: linksOf(w, as, 'guardian').map((g) => shown(w, g)),
    guardedBy: linksOf(w, as, 'protected').map((g) => shown(w, g)),
  }))

/** Everything about guardian links, by its route. */
export const guardianRules: Record<string, Rule> = { askGuardian, acceptGuardian, endGuardian, listGuardians }

/** What a refusal of a send is to a guardian; any other is no sign of danger. */
const alertOf: Record<string, [what: string, risk: string]> = {
  limit_share: ['refused', 'low'],
  limit_send: ['refused', 'low'],
  limit_day: ['refused', 'low'],
  limit_month: ['refused', 'low'],
  limit_family: ['refused', 'low'],
  step_up_needed: ['asked', 'low'],
  minor_night: ['refused', 'medium'],
  minor_group_lucky: ['refused', 'medium'],
  confirmation_needed: ['asked', 'medium'],
  guardian_approval_needed: ['asked', 'medium'],
  guard_refused: ['refused', 'high'],
}
const risks = ['low', 'medium', 'high']

/** A link rings once in ten minutes, and sooner only for what is graver. */
function alert(w: World, member: string, what: string, risk: string): void {
  for (const g of w.guardians.values()) {
    if (g.protected !== member || g.state !== 'active') continue
    const quiet = g.alertedAt !== null && w.clock - g.alertedAt < quietFor
    if (quiet && risks.indexOf(risk) <= risks.indexOf(g.risk!)) continue
    g.alertedAt = w.clock
    g.risk = risk
    tell(w, g, 'alerted', { what, risk })
  }
}

/** What is told of a send beside the send: of a passkey that signed it, and to whoever looks after its sender. */
export function tellOfSend(w: World, ask: Ask, verdict: Verdict, { body }: Reply): void {
  if ('no' in verdict) {
    const heard = alertOf[verdict.no]
    if (heard) alert(w, ask.as, ...heard)
    return
  }
  const isMinor = limitedOf(w, ask.as).band !== 'adult'
  if (isMinor) w.tell(ask.as, 'step_up.given', [ask.as], { memberId: ask.as, way: 'passkey' })
  const { heldReasons } = (body.first as Fields | undefined) ?? body
  const byRule = (heldReasons as string[]).some((reason) => !reason.startsWith('own_hold_'))
  if (byRule) alert(w, ask.as, 'held', 'high')
}
