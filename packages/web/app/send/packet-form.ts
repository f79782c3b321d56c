/**
 * The form of a packet: what somebody has filled in, read as the request it would be, or as what is still to mend. The
 * rules are the service's own (core/send.ts), asked in its order with what this device knows. Pure.
 */

import type { Ask } from '@laisee/client/client.ts'
import { fromIso } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import type { PacketKind } from '@laisee/core/packet.ts'
import { profiles } from '@laisee/core/profile.ts'
import { isRefusal, type Refusal } from '@laisee/core/refusals.ts'
import { decideSend, type SendAsk } from '@laisee/core/send.ts'
import type { PacketDraft } from './packet-draft.ts'
import { problemOf } from './problem-of.ts'
import { isProblem, purseFields, readPayeeName } from './purse-fields.ts'
import { isUnit, readAmount, readWhole, secondsOf, textProblem, type Problem } from './reading.ts'

export type PacketTo =
  | { kind: 'member'; id: string; canPay: boolean }
  | { kind: 'group'; id: string; memberCount: number }
  | { kind: 'link' }

export interface PacketFacts {
  to: PacketTo
  myId: string
  /** One's own, or the organisation's where it is sent for one. */
  wallet: { balance: number; state: 'open' | 'frozen' }
  /** When it would be delivered. */
  deliverAt: number
  /** Sent where nothing is written. */
  usualGreeting: string
}

export interface PacketReading {
  kind: PacketKind
  count: number | undefined
  /** As it stands in its field: each, or in all. */
  amount: Amount | undefined
  /** What each gets, where everyone gets the same. */
  share: Amount | undefined
  total: Amount | undefined
  problems: readonly Problem[]
  /** The request, where nothing is to mend. */
  body: Ask<'sendPacket'>['body'] | undefined
}

const greetingLengthMax = 120
const passphraseLengthMax = 40
const profile = profiles.laisee

/** The kinds that this recipient can be sent, the usual one first. */
export function kindsFor(to: PacketTo['kind']): readonly PacketKind[] {
  if (to === 'member') return ['direct']
  return to === 'group' ? ['lucky', 'equal', 'exclusive'] : ['lucky', 'equal']
}

function readCount(text: string): number | Problem {
  if (text.trim() === '') return { field: 'count', code: 'count_missing' }
  const count = readWhole(text)
  if (count === undefined) return { field: 'count', code: 'count_not_whole' }
  return count === 0 ? { field: 'count', code: 'count_zero' } : count
}

interface Conditions {
  expireAfterS: number | undefined
  notBefore: string | undefined
  payee: { payeeName?: string }
  problems: Problem[]
}

function readConditions(draft: PacketDraft, to: PacketTo['kind']): Conditions {
  const problems: Problem[] = []
  const told = textProblem('greeting', draft.greeting, greetingLengthMax)
  const secret = textProblem('passphrase', draft.passphrase, passphraseLengthMax)
  problems.push(...[told, secret].filter((problem) => problem !== undefined))
  let expireAfterS = draft.expiry === '' || draft.expiry === 'own' ? undefined : readWhole(draft.expiry)
  if (draft.expiry === 'own') {
    const own = readWhole(draft.expiryOwn)
    if (own === undefined) problems.push({ field: 'expiry', code: 'expiry_not_whole' })
    else expireAfterS = secondsOf(own, isUnit(draft.expiryUnit) ? draft.expiryUnit : 'hours')
  }
  const at = draft.notBefore === '' ? undefined : new Date(draft.notBefore).getTime()
  if (at !== undefined && !(at >= 0)) problems.push({ field: 'notBefore', code: 'moment_odd' })
  const notBefore = at !== undefined && at >= 0 ? new Date(at).toISOString() : undefined
  // Only one payee has a name to check.
  const payee = to === 'member' ? readPayeeName(draft.payeeName) : {}
  if (isProblem(payee)) problems.push(payee)
  return { expireAfterS, notBefore, payee: isProblem(payee) ? {} : payee, problems }
}

/** Read the form. */
export function readPacketForm(draft: PacketDraft, facts: PacketFacts): PacketReading {
  const kinds = kindsFor(facts.to.kind)
  const kind = kinds.find((known) => known === draft.kind) ?? kinds[0]!
  const isOne = kind === 'direct' || kind === 'exclusive'
  const count = isOne ? 1 : readCount(draft.count)
  const amount = readAmount(draft.amount)
  const hasBoth = typeof amount === 'bigint' && typeof count === 'number'
  const total = hasBoth ? (kind === 'equal' ? amount * BigInt(count) : amount) : undefined
  const conditions = readConditions(draft, facts.to.kind)
  const problems: Problem[] = []
  if (kind === 'exclusive' && draft.exclusiveTo === '')
    problems.push({ field: 'recipient', code: 'recipient_missing' })
  if (typeof amount !== 'bigint') problems.push(amount)
  if (typeof count !== 'number') problems.push(count)
  problems.push(...conditions.problems)
  const base = {
    kind,
    count: typeof count === 'number' ? count : undefined,
    amount: typeof amount === 'bigint' ? amount : undefined,
    share: kind === 'equal' && typeof amount === 'bigint' ? amount : undefined,
    total,
  }
  if (hasBoth && total !== undefined) {
    const no = refusalOf({ draft, facts, kind, total, count, conditions })
    if (no) problems.push(problemOf(no, count, kind))
    else if (problems.length === 0)
      return { ...base, problems, body: bodyOf({ draft, facts, kind, total, count, conditions }) }
  }
  return { ...base, problems, body: undefined }
}

interface Filled {
  draft: PacketDraft
  facts: PacketFacts
  kind: PacketKind
  total: Amount
  count: number
  conditions: Conditions
}

/** What is in a wallet that is not one's own is not known here: the service says whether it can pay. */
export const anotherWallet = { balance: Number.MAX_SAFE_INTEGER, state: 'open' } as const

/** The service's own answer, as far as this device knows the facts. */
function refusalOf({ draft, facts, kind, total, count, conditions }: Filled): Refusal | undefined {
  const { to, myId } = facts
  const wallet = draft.paidFrom === '' ? facts.wallet : anotherWallet
  const audience =
    to.kind === 'link' ? 'link' : to.kind === 'group' && kind !== 'exclusive' ? 'group' : 'member'
  const ask: SendAsk = {
    kind,
    audience,
    total,
    count,
    expireAfterMs: conditions.expireAfterS === undefined ? null : conditions.expireAfterS * 1_000,
    notBefore: conditions.notBefore === undefined ? null : (fromIso(conditions.notBefore) ?? null),
  }
  const decided = decideSend(
    ask,
    {
      payerId: myId,
      wallet: { balance: BigInt(wallet.balance), state: wallet.state },
      unknownIds: [],
      group: to.kind === 'group' ? { known: true, payerInside: true, members: to.memberCount } : null,
      recipientIds: to.kind === 'member' ? [to.id] : draft.exclusiveTo === '' ? [] : [draft.exclusiveTo],
      recipientsInside: true,
      blocked: to.kind === 'member' && !to.canPay,
    },
    profile,
    facts.deliverAt,
  )
  return isRefusal(decided) ? decided : undefined
}

function bodyOf({ draft, facts, kind, total, count, conditions }: Filled): Ask<'sendPacket'>['body'] {
  const { to } = facts
  const passphrase = draft.passphrase.trim()
  const { expireAfterS, notBefore } = conditions
  return {
    kind,
    total: Number(total),
    count,
    greeting: draft.greeting.trim() === '' ? facts.usualGreeting : draft.greeting,
    ...(to.kind === 'member' && { recipientIds: [to.id] }),
    ...(to.kind === 'group' && { groupId: to.id }),
    ...(kind === 'exclusive' && { recipientIds: [draft.exclusiveTo] }),
    ...(to.kind === 'link' && { link: true as const }),
    ...(kind === 'lucky' && draft.provable && { splitMethod: 'provable' as const }),
    ...(passphrase !== '' && { passphrase }),
    ...(notBefore !== undefined && { notBefore }),
    ...(expireAfterS !== undefined && { expireAfterS }),
    ...(draft.paused && { openAs: 'paused' as const }),
    ...(draft.test && { test: true }),
    ...conditions.payee,
    ...purseFields(draft),
  }
}
