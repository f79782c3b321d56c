/** Sending a packet: what may be asked for, in the order in which it is refused. */

import type { Wallet } from './account.ts'
import type { Instant } from './instant.ts'
import type { Amount } from './money.ts'
import type { Audience, PacketKind } from './packet.ts'
import type { ProductProfile } from './profile.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'
import { decidePayment, decideSpending, type SpendingAsk, type SpendingFacts } from './spending.ts'

/** A send as asked, after the edge has read it. */
export interface SendAsk {
  kind: PacketKind
  audience: Audience
  total: Amount
  count: number
  expireAfterMs: number | null
  notBefore: Instant | null
}

/** What the rules need to know about the people and the money behind a send. */
export interface SendFacts {
  payerId: string
  wallet: Wallet
  /** Named recipients that do not exist. */
  unknownIds: readonly string[]
  /** Null where no group is named; `members` counts who was in it now. */
  group: { known: boolean; payerInside: boolean; members: number } | null
  recipientIds: readonly string[]
  /** Whether the one recipient of a packet shown in a group is in that group. */
  recipientsInside: boolean
  blocked: boolean
  /** The limits on the sender; absent in a form, which does not know them before it is sent. */
  spending?: SpendingFacts
}

/** A packet as limits see it. */
export function spendingOf({ kind, audience, total, count }: SendAsk): SpendingAsk {
  return { field: 'total', amount: total, count, groupLucky: kind === 'lucky' && audience !== 'member' }
}

/** May this packet be sent, and until when can it be claimed? All in one order; limits and the money come last. */
export function decideSend(
  ask: SendAsk,
  facts: SendFacts,
  profile: ProductProfile,
  deliverAt: Instant,
): { expireAt: Instant } | Refusal {
  const wrong = decidePeople(facts) ?? decideShape(ask, facts, profile)
  if (wrong) return wrong
  const times = decideTimes(ask, profile, deliverAt)
  if (isRefusal(times)) return times
  const { wallet, spending } = facts
  const limits = spending && decideSpending(spendingOf(ask), spending)
  if (isRefusal(limits)) return limits
  const payment = decidePayment(wallet, ask.total, spending?.family ?? null)
  return isRefusal(payment) ? payment : times
}

function decidePeople(facts: SendFacts): Refusal | undefined {
  if (facts.unknownIds.length > 0)
    return refuse('member_unknown', { field: 'recipientIds', unknown: facts.unknownIds })
  if (facts.group && !facts.group.known) return refuse('group_unknown', { field: 'groupId' })
  if (facts.recipientIds.includes(facts.payerId)) return refuse('self_not_allowed', { field: 'recipientIds' })
  if (facts.blocked) return refuse('recipient_blocked', { field: 'recipientIds' })
  if (facts.group && (!facts.group.payerInside || !facts.recipientsInside))
    return refuse('not_a_group_member', { field: 'groupId' })
  return undefined
}

function decideShape(ask: SendAsk, facts: SendFacts, profile: ProductProfile): Refusal | undefined {
  const { kind, total, count } = ask
  if ((kind === 'direct' || kind === 'exclusive') && count !== 1)
    return refuse('count_not_one', { field: 'count' })
  if (count > profile.countMax) return refuse('count_above_max', { field: 'count', max: profile.countMax })
  const people = peopleOf(ask, facts)
  if (people !== undefined && count > people)
    return refuse('count_above_recipients', { field: 'count', max: people })
  const shares = BigInt(count)
  if (total < profile.shareMin * shares)
    return refuse('total_below_min', { field: 'total', min: Number(profile.shareMin * shares) })
  if (kind === 'equal' && total % shares !== 0n)
    return refuse('total_not_divisible', { field: 'total', count })
  if (total > profile.shareAverageMax * shares)
    return refuse('total_above_max', { field: 'total', max: Number(profile.shareAverageMax * shares) })
  return undefined
}

/** How many people could claim a share, where that is known at the send. */
function peopleOf(ask: SendAsk, facts: SendFacts): number | undefined {
  if (ask.audience === 'group' && ask.kind !== 'exclusive') return facts.group?.members
  return ask.audience === 'members' ? facts.recipientIds.length : undefined
}

function decideTimes(
  ask: SendAsk,
  profile: ProductProfile,
  deliverAt: Instant,
): { expireAt: Instant } | Refusal {
  const life = ask.expireAfterMs ?? profile.expiryDefaultMs
  if (life < profile.expiryMinMs || life > profile.expiryMaxMs) {
    return refuse('expiry_out_of_bounds', {
      field: 'expireAfterS',
      min: profile.expiryMinMs / 1000,
      max: profile.expiryMaxMs / 1000,
    })
  }
  const expireAt = deliverAt + life
  if (ask.notBefore !== null && ask.notBefore >= expireAt)
    return refuse('not_before_after_expiry', { field: 'notBefore' })
  return { expireAt }
}
