/**
 * What the sender was shown when they confirmed, and its fingerprint. A confirmation is good for exactly this: a name,
 * an amount, a head count or a reason that changed makes another fingerprint, and the question is asked anew. It names
 * the sender's last send as well, so that it is good once: the send it lets go is itself the last one from then on. Only
 * what stays the same while it is read is in it: no "40 seconds ago", but the id of the earlier send.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical.ts'
import { sentNow, type GuardFacts, type GuardedKind, type GuardedSend, type ToKind } from './facts.ts'
import type { Judgement, Reason } from './judge.ts'
import { shownName } from './look-alike.ts'
import { checkPayee, type PayeeCheck } from './payee-check.ts'
import { meaningOf, type Meaning } from './meaning.ts'
import type { Hold, Outcome, ReasonCode } from './rule.ts'
import type { SignalData } from './signal.ts'

export interface ShownPerson {
  id: string
  /** The name the sender sees, and the person's own. Null for somebody they do not know. */
  name: string | null
  ownName: string | null
}

/** The facts of the sheet. */
export interface Shown {
  version: 1
  payerId: string
  kind: GuardedKind
  toKind: ToKind
  to: readonly ShownPerson[]
  group: { id: string; name: string; members: number } | null
  /** Fen: what would be sent now. */
  amount: number
  /** Only of a ladder: its two parts. */
  ladder?: { first: number; rest: number }
  /** Only of a part of a split plan: which one, and of how much. */
  part?: { planId: string; no: number; count: number; total: number }
  /** Only of a transfer that arrives later: seconds from delivery, in which it can be recalled. */
  delayS?: number
  count: number
  words: string
  /** The family's allowance that pays, where one does. */
  paidFrom: string | null
  /** The sender's last send before this one, whatever became of it: several where they were in one moment. */
  after: readonly string[]
  outcome: Outcome
  /** Whether it is sent only once its sender has said yes to this. */
  asks: boolean
  reasons: readonly { code: ReasonCode; data: SignalData }[]
  /** What is told beside, and no reason to ask. */
  notes: readonly { code: ReasonCode; data: SignalData }[]
  hold: Hold | null
  payeeCheck: PayeeCheck | null
  /** What the sum says, where it says something: such a send is hard to call a mistake afterwards. */
  meaning: Meaning | null
  rules: { name: string; version: number }
}

/** What the sheet says of this send, whatever the verdict is. */
export function shownFacts({ send, people, groups, latestIds }: GuardFacts, { verdict }: Judgement): Shown {
  const known = new Map(people.map((person) => [person.id, person]))
  const to = send.memberIds.map((id): ShownPerson => {
    const person = known.get(id)
    return { id, name: person ? shownName(person) : null, ownName: person?.name ?? null }
  })
  const amount = sentNow(send)
  const group = send.groupId === null ? undefined : groups.find(({ id }) => id === send.groupId)
  return {
    version: 1,
    payerId: send.payerId,
    kind: send.kind,
    toKind: send.toKind,
    to,
    group: group ? { id: group.id, name: group.name, members: group.members } : null,
    amount: Number(amount),
    ...inParts(send),
    ...(send.delayS ? { delayS: send.delayS } : {}),
    count: send.count,
    words: send.words,
    paidFrom: send.paidFrom,
    after: latestIds,
    outcome: verdict.outcome,
    asks: verdict.asks,
    reasons: verdict.reasons.map(told),
    notes: verdict.notes.map(told),
    hold: verdict.hold,
    payeeCheck: checkPayee(send.payeeName, send.toKind === 'member' ? (to[0]?.ownName ?? null) : null),
    meaning: meaningOf(amount, send.count) ?? null,
    rules: verdict.rules,
  }
}

const told = ({ code, data }: Reason) => ({ code, data })

/** How what is sent is divided: said only where it is, so that the fingerprint of any other send stays what it was. */
function inParts({ amount, ladderFirst, planned }: GuardedSend): Pick<Shown, 'ladder' | 'part'> {
  if (planned) {
    const { planId, no, count, total } = planned
    return { part: { planId, no, count, total: Number(total) } }
  }
  if (!ladderFirst) return {}
  return { ladder: { first: Number(ladderFirst), rest: Number(amount - ladderFirst) } }
}

/** The fingerprint of what was shown: SHA-256 over its canonical JSON, in hexadecimal. */
export function shownHash(shown: Shown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(shown))))
}
