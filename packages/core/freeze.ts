/**
 * Freezes of a packet, a wallet, or an amount in a wallet, as pure rules. A freeze says why, on what it stands and until
 * when; it ends by itself then, or before by somebody's word. The person whose money it is may object, and whoever
 * froze it never judges that. Nobody touches what they are a party to.
 */

import { actorName, type Actor } from './actor.ts'
import {
  basisRules,
  freezeUntilMax,
  mayEndFor,
  sumUntilMax,
  type FreezeBasis,
  type FreezeReason,
  type ReleaseReason,
} from './freeze-basis.ts'
import { toIso, type Instant } from './instant.ts'
import type { Amount } from './money.ts'
import { closedRefusal, stateAt, type Packet } from './packet.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'

export const freezeKinds = ['packet', 'wallet', 'amount'] as const
export type FreezeKind = (typeof freezeKinds)[number]

export const freezeNoteLengthMax = 200
export const referenceLengthMax = 100
export const appealTextLengthMax = 1_000
export const appealsMax = 3

export const appealOutcomes = ['upheld', 'dismissed'] as const
export type AppealOutcome = (typeof appealOutcomes)[number]

/** A freeze as its row stands. */
export interface Freeze {
  id: string
  kind: FreezeKind
  basis: FreezeBasis
  reason: FreezeReason
  reference: string | null
  /** The dispute, or the packet or transfer, that the money is kept for; null where it is for none in particular. */
  aboutId: string | null
  frozenBy: string
  since: Instant
  until: Instant
  releasedAt: Instant | null
}

/** An objection as its row stands. */
export interface Appeal {
  appealNo: number
  answeredAt: Instant | null
}

export interface FreezeAsk {
  kind: FreezeKind
  basis: FreezeBasis
  reason: FreezeReason
  reference: string | null
  documentId: string | null
  /** Null for as long as the basis allows. */
  until: Instant | null
  /** Of an amount: how much. */
  amount: Amount | null
}

export interface FreezeFacts {
  /** Whether the one who asks is somebody whose money, or case, it is. */
  isParty: boolean
  /** Freezes of the same packet, or of the same owner's wallet and amounts in it, ended ones too. */
  earlier: readonly Freeze[]
  /** Of a wallet or an amount: what is in the wallet now. */
  balance: Amount | null
  /** Of a packet: the packet. */
  packet: Packet | null
}

/**
 * May this be frozen, until when, and how much of it: of an amount never more than is there. Where nobody says until
 * when, it is as long as its basis, and the sum of all on it, allow.
 */
export function decideFreeze(
  ask: FreezeAsk,
  facts: FreezeFacts,
  now: Instant,
): { until: Instant; amount: Amount | null } | Refusal {
  if (facts.isParty) return refuse('own_act')
  const rule = basisRules[ask.basis]
  if (ask.kind === 'amount' && facts.balance === 0n)
    return refuse('balance_too_low', { balance: 0, needed: Number(ask.amount) })
  const closed = facts.packet && closedRefusal(facts.packet, now)
  if (closed) return closed
  const onBasis = facts.earlier.filter((one) => one.basis === ask.basis)
  const again = onBasis.find(
    (one) => one.kind === ask.kind && one.reference === ask.reference && one.releasedAt === null,
  )
  if (ask.kind !== 'amount' && again) return refuse('already_frozen')
  if (facts.packet && stateAt(facts.packet, now) === 'approving') return refuse('not_freezable')
  if (rule.isOrder && ask.reference === null) return refuse('freeze_reference_needed', { field: 'reference' })
  if (rule.isOrder && ask.documentId === null)
    return refuse('freeze_document_needed', { field: 'documentId' })
  const until = decideUntil(ask, onBasis, now)
  if (isRefusal(until)) return until
  const amount = ask.kind === 'amount' ? least(ask.amount!, facts.balance!) : null
  return { until, amount }
}

function decideUntil(ask: FreezeAsk, onBasis: readonly Freeze[], now: Instant): Instant | Refusal {
  const { basis, reason } = ask
  const rule = basisRules[basis]
  const max = freezeUntilMax(basis, now)
  if (ask.until !== null && (ask.until <= now || ask.until > max))
    return refuse('freeze_out_of_bounds', { field: 'until', max: toIso(max), basis })
  if (onBasis.length >= rule.timesMax) return refuse('freeze_times_max', { max: rule.timesMax })
  const sameReason = onBasis.filter((one) => one.reason === reason)
  const sumMax = sumUntilMax(basis, sameReason, now) ?? max
  const until = ask.until ?? Math.min(max, sumMax)
  return until > now && until <= sumMax ? until : refuse('freeze_sum_max', { field: 'until', ...rule.sumMax })
}

function least(one: Amount, other: Amount): Amount {
  return one < other ? one : other
}

/** May this freeze be ended before its time, for this reason? */
export function decideRelease(
  freeze: Freeze,
  { isParty, reason }: { isParty: boolean; reason: ReleaseReason },
  now: Instant,
): 'release' | Refusal {
  if (isParty) return refuse('own_act')
  const ended = endedRefusal(freeze, now)
  if (ended) return ended
  return mayEndFor(freeze.basis, reason)
    ? 'release'
    : refuse('release_reason_unfit', { field: 'reason', basis: freeze.basis })
}

/** The refusal that says when a freeze ended; nothing while it lasts. It ends at its time, however late the sweep. */
export function endedRefusal(freeze: Freeze, now: Instant): Refusal | undefined {
  if (freeze.releasedAt !== null) return refuse('freeze_ended', { endedAt: toIso(freeze.releasedAt) })
  return now >= freeze.until ? refuse('freeze_ended', { endedAt: toIso(freeze.until) }) : undefined
}

/** May the frozen person object? Once until it is answered, and a few times in all. */
export function decideAppeal(freeze: Freeze, appeals: readonly Appeal[], now: Instant): 'appeal' | Refusal {
  const ended = endedRefusal(freeze, now)
  if (ended) return ended
  if (appeals.some((one) => one.answeredAt === null)) return refuse('already_appealed')
  return appeals.length >= appealsMax ? refuse('appeals_max', { max: appealsMax }) : 'appeal'
}

/** May this one answer the objection that waits? Never whoever froze it, nor a party to it. */
export function decideAnswerAppeal(
  freeze: Freeze,
  appeals: readonly Appeal[],
  { by, isParty }: { by: Actor; isParty: boolean },
  now: Instant,
): { appealNo: number } | Refusal {
  if (isParty || sameActor(freeze.frozenBy, by)) return refuse('own_act')
  const ended = endedRefusal(freeze, now)
  if (ended) return ended
  const waiting = appeals.find((one) => one.answeredAt === null)
  return waiting ? { appealNo: waiting.appealNo } : refuse('nothing_appealed')
}

/** Whether what was kept of who acted names this actor: a member by their id, an operator by their key. */
export function sameActor(kept: string, by: Actor): boolean {
  return kept === keptActor(by)
}

/** Who acted, as it is kept: the member, or the operator's key, which nobody but the operator is told. */
export function keptActor(by: Actor): string {
  return by.kind === 'operator' ? by.keyId : actorName(by)
}

/** Until when a packet stays frozen by what still lasts; null where nothing does. */
export function frozenUntilOf(lasting: readonly Pick<Freeze, 'until'>[]): Instant | null {
  return lasting.length === 0 ? null : Math.max(...lasting.map(({ until }) => until))
}
