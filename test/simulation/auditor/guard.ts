/**
 * The guard, as its words promise it (docs/concepts/guard.md): what it may answer in place of a send, and what must be
 * kept with one that went out. Which signals speak is the service's to find; what follows from a word once it is said is
 * held here: a question moves nothing, is asked whatever else follows, a yes is good for exactly what was shown and for one
 * send, a refusal and a hold are what they say.
 */

import { createHash } from 'node:crypto'
import type { Ask, Fields, Json, Reply } from '../asks.ts'
import type { Seen, SeenVerdict } from '../observe.ts'
import type { Settled } from './compare.ts'
import { holdFrom, type Hold, type Wait } from './holds.ts'
import { wholeOf } from './ladders.ts'
import { limitedOf } from './limits.ts'
import type { Office } from './on-behalf.ts'
import { asksOf } from './policies.ts'
import { reportersOf } from './reports.ts'
import { bodyOf, no, type Packet, type Transfer, type Verdict, type World } from './world.ts'

const outcomes = ['allow', 'confirm', 'hold', 'approve', 'refuse']
const rank = (outcome: string) => outcomes.indexOf(outcome)
const minute = 60_000

/** A send as the guard looks at it. */
export interface Looked {
  kind: string
  toKind: string
  to: readonly string[]
  group: string | null
  amount: number
  count: number
  words: string
  at: number
  /** The two parts of a ladder. */
  ladder?: Fields
  /** Which part of which split plan it is; the guard looks at the sum of that. */
  part?: { planId: string; no: number; count: number; total: number }
}

/** What was known of a send when it was judged, to be held against what is kept of it. */
export interface Judged {
  /** What must have been shown, and what its sender said yes to. */
  shown: Fields
  yes: string | null
  /** What it must have come to at least, by what is known here. */
  least: string
  /** Whether something is known that asks, whatever else it comes to. */
  mustAsk: boolean
  /** Whether something is known that makes it wait, even where it has to be approved first. */
  mustWait: boolean
  /** What the payer's own care asked, from when, and how the send waits. */
  own: Wait | null
  from: number
  hold: Hold
  waits: boolean
  typed: string | null
  /** Whether anybody it goes to was reported by somebody they had dealt with. */
  reported: boolean
}

/** A question of the guard's, as it was answered to whoever asked to send. */
export interface Question {
  ask: Ask
  hash: string
  at: number
}

interface GuardBody {
  confirmation?: { shownHash: string }
  payeeName?: string
  paidFrom?: string
}

/** JSON with one spelling (RFC 8785), and its fingerprint. */
function spelled(part: Json | undefined): string {
  if (Array.isArray(part)) return `[${part.map(spelled).join(',')}]`
  if (typeof part !== 'object' || part === null) return JSON.stringify(part)
  const fields = Object.keys(part)
    .filter((field) => part[field] !== undefined)
    .sort()
  return `{${fields.map((field) => `${JSON.stringify(field)}:${spelled(part[field])}`).join(',')}}`
}

export const fingerprint = (shown: Fields) => createHash('sha256').update(spelled(shown)).digest('hex')

/** Whether anybody judges a send: the service where it has a guard, an organisation where its policy has rules. */
export function isJudged(w: World, office: Office | null): boolean {
  return w.guard || (office !== null && office.content.rules.length > 0)
}

/** The least that must come of it: rules of the organisation, frozen payees, and what was sent a moment ago already. */
function leastOf(
  w: World,
  me: string,
  look: Looked,
  office: Office | null,
): Pick<Judged, 'least' | 'mustAsk' | 'mustWait'> {
  const asked = office ? asksOf(office.content, look.amount) : []
  if (w.guard) {
    const isFrozen = look.to.some((id) => w.members.get(id)?.frozen)
    if (isFrozen) asked.push(look.toKind === 'member' ? 'refuse' : 'confirm')
    if (isReportedStranger(w, me, look)) asked.push('hold')
    if (isRepeat(w, me, look)) asked.push('confirm')
  }
  const least = asked.reduce((most, one) => (rank(one) > rank(most) ? one : most), 'allow')
  return { least, mustAsk: asked.includes('confirm'), mustWait: asked.includes('hold') }
}

/** Reported by three, or by one and never sent anything by this sender. */
function isReportedStranger(w: World, me: string, { toKind, to, at }: Looked): boolean {
  const [payee] = to
  if (toKind !== 'member' || payee === undefined) return false
  const reporters = reportersOf(w, payee, at)
  const known = () =>
    [...w.packets.values(), ...w.transfers.values()].some((send) => send.payer === me && names(send, payee))
  return reporters >= 3 || (reporters > 0 && !known())
}

const names = (send: Packet | Transfer, member: string) =>
  'kind' in send ? (send.inside?.has(member) ?? false) || send.recipient === member : send.payee === member

const isRefusedToo = ({ state }: Packet | Transfer) => state === 'rejected'

/** The same to the same within five minutes, or one for a group, and not taken back. */
function isRepeat(w: World, me: string, look: Looked): boolean {
  if (look.toKind === 'link' || look.toKind === 'members') return false
  const sends = [...w.packets.values(), ...w.transfers.values()]
  return sends.some((send) => {
    if (send.payer !== me || isRefusedToo(send) || isTakenBack(send)) return false
    if ('plan' in send && send.plan?.id === look.part?.planId) return false
    const age = look.at - send.sentAt
    if (age > (look.toKind === 'group' ? minute - 1_000 : 5 * minute)) return false
    // A ladder is remembered once, by its sum, with the half that may still come back.
    if (!('kind' in send))
      return (
        send.half?.part !== 'first' &&
        look.kind === 'transfer' &&
        send.payee === look.to[0] &&
        wholeOf(send) === (look.part?.total ?? look.amount)
      )
    const same = look.toKind === 'group' ? send.audience === 'group' && send.group === look.group : false
    const isSame = same || (look.toKind === 'member' && send.recipient === look.to[0])
    return look.kind !== 'transfer' && isSame && send.total === look.amount && send.count === look.count
  })
}

const isTakenBack = (send: Packet | Transfer) =>
  send.state === 'undone' || (send.state === 'recalled' && ('kind' in send ? send.claims.length === 0 : true))

/** What must be shown of a send, whatever comes of it. */
function shownOf(me: string, look: Looked, paidFrom: string | null): Fields {
  return {
    version: 1,
    payerId: me,
    kind: look.kind,
    toKind: look.toKind,
    to: look.to.map((id) => ({ id })),
    group: look.group === null ? null : { id: look.group },
    amount: look.amount,
    ...(look.ladder && { ladder: look.ladder }),
    ...(look.part && { part: look.part }),
    count: look.count,
    words: look.words,
    paidFrom,
  }
}

/** A send as it stands once nothing but the guard is left to ask: what keeps it, or what is known for its verdict. */
export function gate(
  w: World,
  ask: Ask,
  reply: Reply,
  sent: { look: Looked; office: Office | null; own: Wait | null; from: number; waits: boolean },
): { verdict: Verdict } | { judged: Judged | null; hold: Hold } {
  const { look, office, own, from, waits } = sent
  const unsigned = limitedOf(w, ask.as).band !== 'adult' && !ask.signs
  if (!isJudged(w, office))
    return unsigned ? { verdict: no('step_up_needed') } : { judged: null, hold: holdFrom([own], from) }
  const { confirmation, payeeName = null, paidFrom = null } = bodyOf<GuardBody>(ask)
  const { least, mustAsk, mustWait } = leastOf(w, ask.as, look, office)
  if (least === 'refuse' || (least === 'approve' && !waits)) return { verdict: no('guard_refused') }
  if (unsigned) return { verdict: no('step_up_needed') }
  const yes = confirmation?.shownHash ?? null
  const shown = { ...shownOf(ask.as, look, paidFrom), ...rulesOf(office) }
  const question = questionOf(w, ask, reply, { shown, yes, least })
  if (question) return { verdict: question }
  const hold = heldAs(reply.body, holdFrom([own], from))
  const reported = look.to.some((id) => reportersOf(w, id, look.at) > 0)
  const known = { shown, yes, least, mustAsk, mustWait, reported }
  return { judged: { ...known, own, from, hold, waits, typed: payeeName }, hold }
}

/** Every decision names the policy that it was made by: an organisation's has its id and version. */
function rulesOf(office: Office | null): Fields {
  return office ? { rules: { name: office.org.id, version: office.version } } : {}
}

/** A question of the guard's in place of a send, where that is what was answered and it may be asked. */
function questionOf(
  w: World,
  ask: Ask,
  { body }: Reply,
  { shown, yes, least }: { shown: Fields; yes: string | null; least: string },
): Verdict | undefined {
  if (body.code !== 'confirmation_needed' && body.code !== 'confirmation_stale') return undefined
  const told = (body.shown as Fields[] | undefined)?.[0] ?? {}
  const hash = fingerprint(told)
  // What was shown and confirmed is not asked again.
  if (yes === hash) return undefined
  w.question = { ask, hash, at: w.clock }
  const outcome = rank(String(told.outcome)) < rank(least) ? least : String(told.outcome)
  return no(yes === null ? 'confirmation_needed' : 'confirmation_stale', {
    shownHash: hash,
    shown: [{ ...shown, outcome, asks: true }],
  })
}

/** How it waits, as the payer is told; without a word of it, as their own care asks. */
function heldAs(body: Fields, own: Hold): Hold {
  if (typeof body.heldUntil !== 'string') return own
  return {
    heldUntil: Date.parse(body.heldUntil),
    releaseFrom: typeof body.heldReleaseFrom === 'string' ? Date.parse(body.heldReleaseFrom) : null,
    reasons: (body.heldReasons as string[] | undefined) ?? [],
  }
}

/** What is kept of every send that was judged: one verdict, that is what it came to. */
export function compareVerdicts(
  w: World,
  seen: Seen,
  settled: Settled,
  misses: (expected: Json | undefined, found: Json | undefined, at: string) => string[],
): string[] {
  const problems: string[] = []
  const found = new Map(seen.verdicts.map((verdict) => [verdict.send, verdict]))
  for (const send of [...w.packets.values(), ...w.transfers.values()]) {
    const verdict = found.get(send.id)
    found.delete(send.id)
    if (settled.has(`verdict ${send.id}`)) continue
    settled.set(`verdict ${send.id}`, 1)
    const { judged } = send
    if (!judged !== !verdict)
      problems.push(`${send.id} ${judged ? 'was judged and has no' : 'was not judged and has a'} verdict`)
    else if (judged && verdict)
      problems.push(
        ...usedTwice(w, send, verdict),
        ...misses({ ...judged.shown, outcome: verdict.outcome }, verdict.shown, `what ${send.id} showed`),
        ...verdictProblems(judged, verdict).map((problem) => `the verdict on ${send.id} ${problem}`),
      )
  }
  return [...problems, ...[...found.keys()].map((id) => `there is a verdict on ${id}, which was never sent`)]
}

/** What each yes was given for, in each world. */
const usedFor = new WeakMap<World, Map<string, string>>()

/** A yes is good for one send; the two parts of a ladder are one. */
function usedTwice(w: World, send: Packet | Transfer, { hash, confirmed }: SeenVerdict): string[] {
  if (!confirmed) return []
  const used = usedFor.get(w) ?? new Map<string, string>()
  usedFor.set(w, used)
  const other = used.get(hash)
  used.set(hash, send.id)
  if (other === undefined || other === send.id || ('half' in send && send.half?.other === other)) return []
  return [`the yes to ${other} was good for ${send.id} as well`]
}

function verdictProblems(judged: Judged, verdict: SeenVerdict): string[] {
  const { outcome, hash, confirmed, shown, reasons } = verdict
  const problems: string[] = []
  if (fingerprint(shown) !== hash) problems.push('has the fingerprint of something else than was shown')
  if (rank(outcome) < rank(judged.least)) problems.push(`is ${outcome}, and must be ${judged.least} at least`)
  if (outcome === 'refuse') problems.push('refuses what was sent')
  if (outcome === 'approve' && !judged.waits) problems.push('wants an approval that nobody was asked for')
  if (outcome === 'confirm' || judged.mustAsk) {
    if (shown.asks !== true) problems.push('does not ask, and must')
  }
  if (shown.asks === true && judged.yes !== hash)
    problems.push('asks, and there was no yes to what was shown')
  if (confirmed !== (judged.yes === hash))
    problems.push(`says ${confirmed ? 'yes' : 'no'} where its sender did not`)
  const said = (shown.payeeCheck as Fields | null)?.answer ?? null
  if ((judged.typed === null) !== (said === null)) problems.push(`answers ${String(said)} to a name`)
  if (judged.typed !== null && said === 'MTCH' && !isNameOf(judged, shown))
    problems.push('takes a name for another')
  if (!judged.reported && reasons.some(({ code }) => code === 'payee_reported'))
    problems.push('warns of a report that does not count')
  const asked = shown.hold as { ms: number; releaseFromMs: number | null } | null
  if (judged.mustWait && !asked) problems.push('lets go at once what has to wait')
  const why = reasons.map(({ code }) => code)
  const guards = asked && { ms: asked.ms, release: asked.releaseFromMs, reasons: why }
  const due = holdFrom([judged.own, guards], judged.from)
  if (JSON.stringify(due) !== JSON.stringify(judged.hold))
    problems.push(`asks for ${JSON.stringify(due)}, and it waits as ${JSON.stringify(judged.hold)}`)
  return problems
}

function isNameOf({ typed }: Judged, { to }: Fields): boolean {
  return (to as { ownName: string | null }[]).some(({ ownName }) => ownName === typed)
}
