/**
 * The auditor's own picture of what there is, and how it says what an answer must be. It shares no code with the service
 * it watches; amounts are plain integers of fen, moments milliseconds.
 */

import type { Ask, Fields, Json } from '../asks.ts'
import type { Approval } from './approval.ts'
import { Books } from './books.ts'
import type { Collection } from './collections.ts'
import type { Dispute } from './disputes.ts'
import type { Document } from './documents.ts'
import type { Family } from './families.ts'
import type { Freeze } from './freezes.ts'
import type { Notice } from './group-notices.ts'
import type { Judged, Question } from './guard.ts'
import type { Guardian } from './guardians.ts'
import type { Care, Hold } from './holds.ts'
import type { CountedSend, Limited } from './limits.ts'
import type { Instalments } from './instalments.ts'
import type { Organisation } from './organisations.ts'
import type { ReturnRequest, Share } from './returns.ts'
import type { Report } from './reports.ts'
import type { SplitPlan } from './split-plans.ts'

export interface Member {
  id: string
  name: string
  undoS: number
  delayS: number
  frozen: { since: number; reason: string } | null
  care: Care
  /** Whether they have a passkey to sign with. */
  signs: boolean
}

export interface Stay {
  member: string
  since: number
  until: number
}

export interface Group {
  id: string
  changedAt: number
  stays: Stay[]
}

export interface Claim {
  member: string
  shareNo: number
  amount: number
  at: number
}

/** How a packet or transfer ended: when that counts from, and by whom (null: the clock). */
export interface End {
  at: number
  by: string | null
  reason: string | null
}

/** Whom a send was made for, and until when it waits, or waited, for approval. */
interface Filed {
  org: string | null
  approveBy: number | null
  /** The version of the organisation's policy that judged it. */
  filedBy: number | null
  /** When it was last changed, where that is dated after the clock: by a word that followed a change of its organisation. */
  changedAt: number
  /** What the guard was given with it; null where nobody judged it. */
  judged: Judged | null
}

export interface Packet extends Hold, Filed {
  id: string
  payer: string
  /** The allowance that paid, where one did: what comes back goes to its giver. */
  family: Family | null
  kind: string
  profile: string
  total: number
  count: number
  split: string | null
  audience: string
  recipient: string | null
  group: string | null
  /** Who may claim; null where a link decides. */
  inside: Set<string> | null
  /** Who has it in their list of packets: the group's members at the send, or those it names. */
  meant: Set<string>
  /** Whom its events are told to beside the payer. */
  told: string[]
  phrase: string | null
  notBefore: number | null
  test: boolean
  openAs: string
  /** As it is written down; what the clock has decided since counts all the same. */
  state: string
  sentAt: number
  deliverAt: number
  expireAt: number
  askedAt: number | null
  toldExpiring: boolean
  /** Until when the service has frozen it, as it is written down. */
  frozenUntil: number | null
  claims: Claim[]
  returned: number
  commitment: string | null
  attempts: Map<string, number>
  end: End | null
}

export interface Transfer extends Hold, Filed {
  id: string
  payer: string
  family: Family | null
  payee: string
  profile: string
  amount: number
  delayS: number
  state: string
  sentAt: number
  deliverAt: number
  acceptBy: number | null
  acceptedAt: number | null
  arriveAt: number | null
  toldExpiring: boolean
  end: End | null
  half?: Half
  /** The split plan that it is a part of, and which. */
  plan?: { id: string; no: number }
}

/** Which half of a ladder a transfer is. */
export interface Half {
  part: 'first' | 'rest'
  other: string
  first: number
  rest: number
}

export interface Link {
  packet: string
  member: string | null
  expireAt: number
}

/** What a request must be answered: a refusal with its facts, or success with what follows from the answer. */
export type Verdict =
  { no: string; status: number; facts: Fields } | { yes: number; then: (body: Fields) => Fields }

const statuses: Record<number, readonly string[]> = {
  400: ['invalid_request'],
  401: ['unauthenticated'],
  403: [
    'forbidden',
    'minor_may_not_give',
    'step_up_needed',
    'link_invalid',
    'link_for_someone_else',
    'not_a_group_member',
    'wallet_frozen',
  ]
    .concat(['link_expired', 'passphrase_wrong', 'passphrase_attempts_used_up'])
    .concat(['role_missing', 'organisation_suspended', 'sending_suspended', 'own_act'])
    .concat(['recall_right_missing', 'not_an_approver', 'not_in_hand']),
  404: ['not_found'],
  422: ['member_unknown', 'group_unknown', 'self_not_allowed', 'recipient_blocked', 'count_not_one']
    .concat(['count_above_max', 'count_above_recipients', 'total_below_min', 'total_not_divisible'])
    .concat(['total_above_max', 'amount_above_max', 'delay_out_of_bounds', 'expiry_out_of_bounds'])
    .concat(['not_before_after_expiry', 'balance_too_low', 'balance_above_max', 'family_unknown'])
    .concat(['limit_share', 'limit_send', 'limit_day', 'limit_month', 'limit_family', 'giver_cannot_pay'])
    .concat(['return_due_out_of_bounds', 'return_above_left', 'return_text_refused', 'parts_not_the_total'])
    .concat(['instalment_days_out_of_bounds', 'freeze_out_of_bounds'])
    .concat(['minor_night', 'minor_group_lucky', 'guardian_approval_needed'])
    .concat(['organisation_unknown', 'roles_apart', 'policy_invalid', 'guard_refused'])
    .concat(['ladder_first_out_of_bounds', 'acknowledge_out_of_bounds', 'part_count_out_of_bounds'])
    .concat(['recall_reason_needed', 'stand_in_unfit', 'bulk_above_max'])
    .concat(['notice_without_group', 'notice_names_somebody'])
    .concat(['freeze_reference_needed', 'freeze_document_needed', 'release_reason_unfit', 'agent_unfit'])
    .concat(['paying_order_needed', 'document_unknown', 'document_type_unfit', 'document_unsafe']),
}

/** Refused, with the facts the refusal must tell. */
export function no(code: string, facts: Fields = {}): Verdict {
  const status = Object.keys(statuses).find((key) => statuses[Number(key)]!.includes(code))
  return { no: code, status: Number(status ?? 409), facts }
}

/** Done. `then` books it, from what only the service can choose (ids, lucky shares), and gives the facts to be told. */
export function yes(then: (body: Fields) => Fields, status = 200): Verdict {
  return { yes: status, then }
}

/** A moment as the API writes it. */
export function iso(at: number): string {
  return new Date(at).toISOString()
}

/** Everything there is, beside the books: who and what the money is about. */
export class World extends Books {
  /** Whether the service asks before money moves, by the rules it comes with. */
  guard = false
  readonly organisations = new Map<string, Organisation>()
  readonly approvals = new Map<string, Approval>()
  /** What the guard asked last. */
  question: Question | null = null
  readonly members = new Map<string, Member>()
  /** Whom the service has forgotten: nobody, wherever one is asked for. */
  readonly forgotten = new Set<string>()
  /** Who has blocked whom: `owner member`. */
  readonly blocks = new Set<string>()
  /** Who keeps whom as a contact, and how: `owner member`. */
  readonly contacts = new Map<string, string>()
  readonly groups = new Map<string, Group>()
  readonly packets = new Map<string, Packet>()
  readonly transfers = new Map<string, Transfer>()
  readonly plans = new Map<string, SplitPlan>()
  readonly reports = new Map<string, Report>()
  readonly links = new Map<string, Link>()
  readonly families = new Map<string, Family>()
  readonly guardians = new Map<string, Guardian>()
  readonly returns = new Map<string, ReturnRequest>()
  /** What recipients have and have given back: `source recipient`. */
  readonly shares = new Map<string, Share>()
  readonly instalments = new Map<string, Instalments>()
  readonly freezes = new Map<string, Freeze>()
  readonly documents = new Map<string, Document>()
  readonly disputes = new Map<string, Dispute>()
  readonly collections = new Map<string, Collection>()
  /** What the groups of packets were told, by the packet. */
  readonly notices = new Map<string, Notice>()
  readonly limited = new Map<string, Limited>()
  /** Every send, once for each whose limit or allowance it counts in. */
  readonly counted: CountedSend[] = []
  /** Where a page of a statement ended, by the cursor it gave. */
  readonly cursors = new Map<string, number>()

  blockedWith(one: string, others: readonly string[]): boolean {
    return others.some((other) => this.blocks.has(`${one} ${other}`) || this.blocks.has(`${other} ${one}`))
  }

  /** Whether a share is being paid in instalments that its two have agreed on. */
  paysInParts(source: string, debtor: string): boolean {
    return [...this.instalments.values()].some(
      (one) => one.state === 'active' && one.source === source && one.debtor === debtor,
    )
  }

  /** Who is in a group at a moment. */
  insideAt(group: Group, at: number): string[] {
    return group.stays.filter((stay) => stay.since <= at && at < stay.until).map((stay) => stay.member)
  }
}

/**
 * When what happens to a send now happens: never before it was sent or last changed, which a change of its group or of
 * its organisation can date a little after the clock that stands still.
 */
export function momentOf(w: World, { sentAt, changedAt }: Packet | Transfer): number {
  return Math.max(w.clock, sentAt, changedAt)
}

/** A request's body, with the fields its rules read. */
export function bodyOf<Body>(ask: Ask): Body {
  return (ask.body ?? {}) as Body
}

/** A fact the service chose, as text. */
export function textIn(body: Fields, field: string): string {
  const part: Json | undefined = body[field]
  if (typeof part !== 'string') throw new Error(`the answer has no ${field}`)
  return part
}

/** A fact the service chose, as a whole number. */
export function numberIn(body: Fields, field: string): number {
  const part: Json | undefined = body[field]
  if (typeof part !== 'number' || !Number.isSafeInteger(part)) throw new Error(`the answer has no ${field}`)
  return part
}
