/** Signals about the one a send is for: who may be taken for them, and whether they were ever paid. */

import { dayMs, toIso, type Instant } from '../instant.ts'
import type { GuardFacts, KnownPerson } from './facts.ts'
import { likenessCodes, likenesses, type Likeness } from './likeness.ts'
import { shownName, type LookAlike } from './look-alike.ts'
import { roundMs, type Past } from './past.ts'
import { answerOf, checkPayee } from './payee-check.ts'
import type { Seen } from './seen.ts'
import { signal, type Signal, type SignalData, type Strength } from './signal.ts'

/** Not paid for so long counts as long ago: half a year, in which people change phones and numbers. */
export const longAgoMs = 180 * dayMs

const strengths: Record<Likeness, Strength> = { same: 3, look: 3, sound: 2, near: 1, avatar: 1 }

export function payeeSignals(seen: Seen): Signal[] {
  const { facts, past, payee } = seen
  if (!payee) return [...strangerSignals(facts, past), ...alikeSignals(seen)]
  const found = [...acquaintance(payee, facts, past), ...alikeSignals(seen)]
  const other = amountOfOther(payee, facts, past)
  if (other) found.push(other)
  if (facts.screen?.chosenFrom === 'recent') found.push(signal('chosen_from_recent', 1, { ...whoIs(payee) }))
  return [...found, ...checked(payee, facts)]
}

/** A payee who is in nobody's list, or several of them: all that can be said is whether they were paid before. */
function strangerSignals({ send }: GuardFacts, past: Past): Signal[] {
  const id = send.memberIds[0]
  if (id === undefined || past.same.length > 0) return []
  return [signal('first_payee', 1, { memberId: id, name: null, isContact: false })]
}

function whoIs(payee: KnownPerson): SignalData {
  return { memberId: payee.id, name: shownName(payee) }
}

function lastPaidAt(id: string, past: Past): Instant | null {
  return past.to(id)[0]?.at ?? null
}

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : toIso(at))

function acquaintance(payee: KnownPerson, { send }: GuardFacts, past: Past): Signal[] {
  const last = lastPaidAt(payee.id, past)
  if (last === null) return [signal('first_payee', 1, { ...whoIs(payee), isContact: payee.isContact })]
  if (send.at - last < longAgoMs) return []
  return [signal('long_ago', 1, { ...whoIs(payee), lastPaidAt: toIso(last) })]
}

/** One for each way in which somebody looks like the one that is doubted. */
function alikeSignals({ doubted, alikes, past }: Seen): Signal[] {
  if (!doubted) return []
  return likenesses.flatMap((likeness) => {
    const those = alikes.filter((alike) => alike.likeness === likeness)
    return those[0] ? [alikeSignal(doubted, those[0], those, past)] : []
  })
}

function alikeSignal(
  payee: KnownPerson,
  { person, likeness, name }: LookAlike,
  those: readonly LookAlike[],
  past: Past,
): Signal {
  return signal(likenessCodes[likeness], strengths[likeness], {
    memberId: payee.id,
    name,
    ownName: payee.name,
    relation: payee.relation,
    lastPaidAt: isoOrNull(lastPaidAt(payee.id, past)),
    otherId: person.id,
    otherName: shownName(person),
    otherOwnName: person.name,
    otherRelation: person.relation,
    otherLastPaidAt: isoOrNull(lastPaidAt(person.id, past)),
    others: those.length,
  })
}

/** Enough times for a sum to be somebody's. */
const ownTimes = 2

/** A sum that one other person has had more than once and others hardly ever, least of all this payee. */
function amountOfOther(payee: KnownPerson, { send, people }: GuardFacts, past: Past): Signal | undefined {
  const had = past.alike.filter(({ amount }) => amount === send.amount)
  if (had.some(({ at }) => send.at - at <= roundMs)) return undefined
  const byKey = [...Map.groupBy(had, ({ toKey }) => toKey)].sort(([, a], [, b]) => b.length - a.length)
  const [owner, theirs] = byKey[0] ?? []
  if (owner === undefined || !theirs || theirs.length < ownTimes) return undefined
  if (theirs.length * 3 < had.length * 2 || had.some(({ toKey }) => toKey === payee.id)) return undefined
  const other = people.find(({ id }) => id === owner)
  return signal('amount_of_other', 2, {
    ...whoIs(payee),
    amount: Number(send.amount),
    otherId: owner,
    otherName: other ? shownName(other) : null,
    times: theirs.length,
  })
}

function checked(payee: KnownPerson, { send }: GuardFacts): Signal[] {
  const answer = answerOf(checkPayee(send.payeeName, payee.name))
  const data = { ...whoIs(payee), typed: send.payeeName, ownName: payee.name }
  if (answer === 'NMTC') return [signal('payee_no_match', 3, data)]
  return answer === 'CMTC' ? [signal('payee_close_match', 1, data)] : []
}
