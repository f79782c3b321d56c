/**
 * Step-up: a signature by a passkey over exactly what is about to happen. The challenge that is signed is a hash of the
 * send (who pays whom, from which purse, how much, in how many shares) or of the change of a setting, so that what was
 * signed for one is worthless for another. When it is asked for is a policy, kept as data.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { ageRules, type AgeBand } from './age.ts'
import { canonicalJson } from './guard/canonical.ts'
import { minuteMs } from './instant.ts'
import { amountToJson, type Amount } from './money.ts'
import type { Audience, PacketKind } from './packet.ts'

/** A send as it is signed. */
export interface SignedSend {
  payerId: string
  kind: PacketKind | 'transfer'
  audience: Audience
  payeeIds: readonly string[]
  groupId: string | null
  total: Amount
  count: number
  /** The family's allowance that pays; null for the payer's own wallet. */
  paidFrom: string | null
  /** The organisation it is sent for, which pays; null for a send of the payer's own. */
  onBehalfOf: string | null
  /** Only of a ladder: its first part, so that a signature for it is good for no other division, and for no plain transfer. */
  first?: Amount
  /** Only of a transfer that arrives later: seconds in which it can be recalled, which a signature does not give away. */
  delayS?: number
}

/** Who pays, as a send asks for it. */
interface AskedPurse {
  paidFrom?: string | null
  onBehalfOf?: string | null
}

/** A packet as it is signed, from what its sender asks for. */
export function signedPacket(
  ask: Omit<SignedSend, 'payeeIds' | keyof AskedPurse> & AskedPurse & { recipientIds: readonly string[] },
): SignedSend {
  const { payerId, kind, audience, recipientIds, groupId, total, count } = ask
  return { payerId, kind, audience, payeeIds: recipientIds, groupId, total, count, ...purseOf(ask) }
}

/** A transfer as it is signed. */
export function signedTransfer(
  ask: AskedPurse & {
    payerId: string
    payeeId: string
    amount: Amount
    ladder?: { first: Amount } | null
    delayS: number
  },
): SignedSend {
  const { payerId, payeeId, amount, ladder, delayS } = ask
  const payee = { audience: 'member', payeeIds: [payeeId], groupId: null } as const
  const signed = { payerId, kind: 'transfer', ...payee, total: amount, count: 1, ...purseOf(ask) } as const
  const later = delayS > 0 ? { delayS } : {}
  return ladder ? { ...signed, first: ladder.first, ...later } : { ...signed, ...later }
}

function purseOf({ paidFrom = null, onBehalfOf = null }: AskedPurse) {
  return { paidFrom, onBehalfOf }
}

/** A change of what protects a member, as it is signed. */
export type SignedChange = { memberId: string } & (
  | { change: 'add_passkey' }
  | { change: 'remove_passkey'; passkeyId: string }
  | { change: 'make_recovery_codes' }
  | { change: 'set_step_up'; fromAmount: Amount | null }
)

export type Signed = SignedSend | SignedChange

/** How long what is to be signed may wait for its signature. */
export const challengeMs = 5 * minuteMs

const challengeVersion = 1

/**
 * The 32 bytes a passkey signs: SHA-256 of the canonical JSON of what happens and a nonce. Whoever names the payees in
 * another order signs the same; anything else that differs makes another challenge.
 */
export function stepUpChallenge(signed: Signed, nonce: string): Uint8Array {
  return sha256(utf8ToBytes(canonicalJson({ version: challengeVersion, nonce, ...plain(signed) })))
}

function plain(signed: Signed): Record<string, unknown> {
  if (!('change' in signed)) {
    const { first, ...send } = signed
    const plainSend = { ...send, payeeIds: [...send.payeeIds].sort(), total: amountToJson(send.total) }
    return first === undefined ? plainSend : { ...plainSend, first: amountToJson(first) }
  }
  if (signed.change !== 'set_step_up') return signed
  return { ...signed, fromAmount: signed.fromAmount === null ? null : amountToJson(signed.fromAmount) }
}

/** From which sum on an age band is asked for a step-up, whatever the member has set; null asks by itself never. */
export interface StepUpPolicy {
  name: string
  version: number
  from: Readonly<Record<AgeBand, Amount | null>>
}

const fromOf = (band: AgeBand): Amount | null => (ageRules[band].stepUpAlways ? 1n : null)

/** Minors for every sum; adults from the sum they set, which is none until they do. */
export const stepUpPolicy: StepUpPolicy = {
  name: 'laisee',
  version: 1,
  from: { adult: fromOf('adult'), teen: fromOf('teen'), child: fromOf('child') },
}

/** Why a send needs a step-up: the age band, the member's own sum, the organisation's, or a rule that asked for it. */
export const stepUpReasons = ['age', 'own', 'organisation', 'rule'] as const
export type StepUpReason = (typeof stepUpReasons)[number]

export interface StepUpNeed {
  reason: StepUpReason
  /** From which sum on; null where a rule asks for this one send. */
  fromAmount: Amount | null
}

/** What is asked of one send beside the sender's age and own sum. */
export interface StepUpAsked {
  /** From which sum on the policy of the organisation asks that it is sent for; null for none. */
  organisationFrom: Amount | null
  /** Whether a rule asks for this one. */
  byRule: boolean
}

export const nothingAsked: StepUpAsked = { organisationFrom: null, byRule: false }

/** Whether a send of this sum needs a step-up, and why: the first reason that applies. Undefined where none does. */
export function stepUpNeed(
  total: Amount,
  { band, own, asked = nothingAsked }: { band: AgeBand; own: Amount | null; asked?: StepUpAsked },
  policy: StepUpPolicy = stepUpPolicy,
): StepUpNeed | undefined {
  const byAge = policy.from[band]
  const { organisationFrom, byRule } = asked
  if (byAge !== null && total >= byAge) return { reason: 'age', fromAmount: byAge }
  if (own !== null && total >= own) return { reason: 'own', fromAmount: own }
  if (organisationFrom !== null && total >= organisationFrom)
    return { reason: 'organisation', fromAmount: organisationFrom }
  return byRule ? { reason: 'rule', fromAmount: null } : undefined
}

/** Whether a new sum protects less than the one before: nothing protects least, a lower sum more. */
export function protectsLess(after: Amount | null, before: Amount | null): boolean {
  if (before === null) return false
  return after === null || after > before
}
