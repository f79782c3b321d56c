/** Allowances: offered, accepted, ended; what they let through, what they pay, and what comes back to whom. */

import type { Ask, Fields } from '../asks.ts'
import { guardiansOf } from './grown-ups.ts'
import { countedIn, limitedOf, limitRefusal, minorRefusal, spanOf, type Spending } from './limits.ts'
import { officeLimit, sumOf, type Office } from './on-behalf.ts'
import { debitRefusal } from './profiles.ts'
import {
  bodyOf,
  iso,
  no,
  textIn,
  yes,
  type Packet,
  type Transfer,
  type Verdict,
  type World,
} from './world.ts'

type Rule = (w: World, ask: Ask) => Verdict

const day = 86_400_000
const givenMax = 4
const heldMax = 3
const monthDefault = 300_000

export interface Family {
  id: string
  giver: string
  holder: string
  state: 'invited' | 'active' | 'ended'
  monthMax: number
  approveAbove: number | null
  expiresAt: number
  endedBy: string | null
}

const stateOf = (w: World, f: Family) => (f.state === 'invited' && w.clock >= f.expiresAt ? 'ended' : f.state)
const alive = (w: World) => [...w.families.values()].filter((f) => stateOf(w, f) !== 'ended')

function shown(w: World, f: Family): Fields {
  const counted = countedIn(w, f.id, 'month', w.clock)
  return {
    id: f.id,
    state: stateOf(w, f),
    monthMax: f.monthMax,
    approveAbove: f.approveAbove,
    counted,
    left: Math.max(0, f.monthMax - counted),
    renewsAt: iso(spanOf('month', w.clock).until),
    endedBy: f.endedBy,
  }
}

function tell(w: World, f: Family, kind: string, facts: Fields, at = w.clock): void {
  const whose = { familyId: f.id, giverId: f.giver, holderId: f.holder }
  w.tell(f.id, `family.${kind}`, [f.giver, f.holder], { ...whose, ...facts }, at)
}

const inviteToFamily: Rule = (w, ask) => {
  const {
    memberId,
    monthMax = monthDefault,
    approveAbove = null,
  } = bodyOf<{
    memberId: string
    monthMax?: number
    approveAbove?: number | null
  }>(ask)
  const field = 'memberId'
  if (!w.members.has(memberId)) return no('member_unknown', { field, unknown: [memberId] })
  if (memberId === ask.as) return no('self_not_allowed', { field })
  if (w.blockedWith(ask.as, [memberId])) return no('recipient_blocked', { field })
  const given = alive(w).filter(({ giver }) => giver === ask.as)
  if (given.some(({ holder }) => holder === memberId)) return no('already_linked', { field })
  if (limitedOf(w, ask.as).band !== 'adult') return no('minor_may_not_give')
  if (given.length >= givenMax) return no('family_given_max', { max: givenMax })
  return yes((reply) => {
    const f: Family = {
      id: textIn(reply, 'id'),
      giver: ask.as,
      holder: memberId,
      state: 'invited',
      monthMax,
      approveAbove,
      expiresAt: w.clock + day,
      endedBy: null,
    }
    w.families.set(f.id, f)
    tell(w, f, 'invited', { monthMax, approveAbove, expiresAt: iso(f.expiresAt) })
    return shown(w, f)
  }, 201)
}

/** One of an allowance's two, or nobody. */
const ofTwo =
  (verb: (w: World, f: Family, as: string) => Verdict): Rule =>
  (w, { as, params }) => {
    const f = w.families.get(params!.id!)
    return f && [f.giver, f.holder].includes(as) ? verb(w, f, as) : no('not_found')
  }

const acceptFamily = ofTwo((w, f, as) => {
  if (f.holder !== as) return no('not_found')
  const state = stateOf(w, f)
  if (state === 'ended') return no('invitation_over')
  const held = alive(w).filter((one) => one.holder === as && one.state === 'active')
  if (state === 'invited' && held.length >= heldMax) return no('family_held_max', { max: heldMax })
  return yes(() => {
    if (f.state === 'invited') tell(w, f, 'accepted', { monthMax: f.monthMax })
    f.state = 'active'
    return shown(w, f)
  })
})

const endFamily = ofTwo((w, f, as) =>
  yes(() => {
    if (f.state === 'ended') return shown(w, f)
    f.state = 'ended'
    f.endedBy = as
    tell(w, f, 'ended', { endedBy: as })
    return shown(w, f)
  }),
)

/** Its giver's to change, from now on: what was sent this month stays counted. */
const changeFamily: Rule = (w, ask) => {
  const f = w.families.get(ask.params!.id!)
  if (f?.giver !== ask.as) return no('not_found')
  if (stateOf(w, f) === 'ended') return no('invitation_over')
  const { monthMax = f.monthMax, approveAbove = f.approveAbove } = bodyOf<Partial<Family>>(ask)
  return yes(() => {
    const isOther = monthMax !== f.monthMax || approveAbove !== f.approveAbove
    Object.assign(f, { monthMax, approveAbove })
    if (isOther) tell(w, f, 'changed', { monthMax, approveAbove })
    return shown(w, f)
  })
}

/** Everything about allowances, by its route. */
export const familyRules: Record<string, Rule> = { inviteToFamily, acceptFamily, changeFamily, endFamily }

/** Who pays a send: the sender, the giver of an allowance, or an organisation. */
export interface Payment {
  from: string
  family: Family | null
  /** For whose limits it counts. */
  countedFor: string
}

/** The allowance a send names, where it is the sender's to use. */
export function usableFamily(w: World, me: string, paidFrom: string | undefined): Family | null {
  const named = paidFrom === undefined ? undefined : w.families.get(paidFrom)
  return named && named.holder === me && stateOf(w, named) === 'active' ? named : null
}

/** Whether a send is refused between its times and its wallet, or by the wallet; else who pays it. */
export function paymentOf(
  w: World,
  me: string,
  ask: Spending,
  paidFrom: string | undefined,
  at: number,
): { refusal: Verdict } | Payment {
  const family = usableFamily(w, me, paidFrom)
  if (paidFrom !== undefined && !family) return { refusal: no('family_unknown', { field: 'paidFrom' }) }
  const refusal =
    limitRefusal(w, me, ask, at) ??
    (family ? allowanceRefusal(w, family, ask, at) : undefined) ??
    minorRefusal(w, me, ask, { at, guardians: guardiansOf(w, me) }) ??
    (family ? giverRefusal(w, me, family, ask, at) : debitRefusal(w, me, ask.amount))
  return refusal ? { refusal } : { from: family?.giver ?? me, family, countedFor: me }
}

/** An organisation pays what is sent on its behalf: its limits are asked, not its sender's own, and what a minor may not do. */
export function officePayment(
  w: World,
  office: Office,
  me: string,
  ask: Spending,
  { at, replaced }: { at: number; replaced: Packet | Transfer | null },
): { refusal: Verdict } | Payment {
  const { org } = office
  const balance = w.balanceOf(org.id) + sumOf(replaced)
  const poor = balance < ask.amount ? no('balance_too_low', { balance, needed: ask.amount }) : undefined
  // A guardian's word is good for a minor's own money alone.
  const barred = minorRefusal(w, me, ask, { at, guardians: [] })
  const refusal = officeLimit(w, office, me, ask, { at, replaced }) ?? barred ?? poor
  return refusal ? { refusal } : { from: org.id, family: null, countedFor: `${org.id} ${me}` }
}

function allowanceRefusal(w: World, f: Family, { field, amount }: Spending, at: number): Verdict | undefined {
  const left = Math.max(0, f.monthMax - countedIn(w, f.id, 'month', at))
  const facts = { field, max: f.monthMax, left, renewsAt: iso(spanOf('month', at).until) }
  return amount > left ? no('limit_family', facts) : undefined
}

function giverRefusal(
  w: World,
  me: string,
  { giver }: Family,
  ask: Spending,
  at: number,
): Verdict | undefined {
  if (w.members.get(me)!.frozen) return no('wallet_frozen')
  const cannot = limitRefusal(w, giver, ask, at) ?? debitRefusal(w, giver, ask.amount)
  return cannot && no('giver_cannot_pay')
}

/** Book a send that goes out: the money, and for whom it counts. */
export function pay(
  w: World,
  { from, family, countedFor }: Payment,
  send: { source: string; amount: number; reason: string; at: number },
): void {
  const { source, amount, reason, at } = send
  w.move(from, source, amount, family ? 'family_spent' : reason, source, at)
  for (const who of [countedFor, ...(family ? [family.giver, family.id] : [])])
    w.counted.push({ who, source, amount, at, givenBack: false })
  if (family) tell(w, family, 'spent', { sendId: source, amount }, at)
}

/** Tell the two of an allowance that money of it has come back. */
export function tellReturned(w: World, family: Family, sendId: string, amount: number, at: number): void {
  tell(w, family, 'returned', { sendId, amount }, at)
}
