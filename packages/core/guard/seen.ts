/** A send as the signals and the rules' facts both need it: what is looked up once, for one judgement. */

import type { GuardFacts, KnownGroup, KnownPerson, SendRecord } from './facts.ts'
import { findLookAlikes, type LookAlike } from './look-alike.ts'
import { wordsKey, areGeneral } from './purpose.ts'
import { earlierTwin } from './moment-signals.ts'
import { pastOf, usualOf, type Past, type Usual } from './past.ts'
import { toldBy, type Told } from './purpose.ts'
import { mostDoubted } from './several.ts'

export interface Seen {
  facts: GuardFacts
  past: Past
  /** The one person it is for, as the sender knows them; nobody where it is for several, or for a stranger. */
  payee: KnownPerson | undefined
  /** The payee, or of several the one in whose place another is likeliest meant; nobody where none looks alike. */
  doubted: KnownPerson | undefined
  /** Who may be taken for the one that is doubted. */
  alikes: readonly LookAlike[]
  group: KnownGroup | undefined
  /** The send that this one repeats. */
  twin: SendRecord | undefined
  /** How well the words say why the sum is larger than the usual. */
  told: Told
  /** What these recipients usually get, or anyone of the same sort where they never got anything. */
  usual: Usual
  scope: 'payee' | 'overall'
  /** What anyone of the same sort usually gets. */
  usualOfAll: Usual
}

export function look(facts: GuardFacts): Seen {
  const { send, people, groups } = facts
  const past = pastOf(facts)
  const payeeId = send.toKind === 'member' ? send.memberIds[0] : undefined
  const payee = payeeId === undefined ? undefined : people.find(({ id }) => id === payeeId)
  const usualOfAll = usualOf(past.alike)
  const isKnown = past.same.length > 0
  const named = send.toKind === 'members' ? mostDoubted(send.memberIds, people, past) : undefined
  return {
    facts,
    past,
    payee,
    doubted: payee ?? named?.payee,
    alikes: payee ? likeliest(facts, past, findLookAlikes(payee, people, past)) : (named?.alikes ?? []),
    group: send.groupId === null ? undefined : groups.find(({ id }) => id === send.groupId),
    twin: earlierTwin(send, past),
    told: goesBack(facts) ? 'plainly' : toldBy(send, past),
    usual: isKnown ? usualOf(past.same) : usualOfAll,
    scope: isKnown ? 'payee' : 'overall',
    usualOfAll,
  }
}

/** Of those who are alike in the same way, whoever got this very sum or these words is the likeliest to be meant. */
function likeliest(facts: GuardFacts, past: Past, found: readonly LookAlike[]): readonly LookAlike[] {
  const { amount, words } = facts.send
  const key = wordsKey(words)
  const isTold = key !== '' && !areGeneral(key)
  const fits = ({ person }: LookAlike) =>
    past
      .to(person.id)
      .filter((record) => record.amount === amount || (isTold && wordsKey(record.words) === key)).length
  const alikes = mixedUp(facts, found)
  const [first] = alikes
  if (!first) return alikes
  const rivals = alikes.filter(
    (one) => one.likeness === first.likeness && one.isMoreUsual === first.isMoreUsual,
  )
  const best = rivals.reduce((most, one) => (fits(one) > fits(most) ? one : most))
  return [best, ...alikes.filter((one) => one !== best)]
}

/**
 * Whoever opens a payee's own link or code did not go by the name. What is left to fear is somebody who goes under the
 * name of a contact.
 */
function mixedUp({ screen }: GuardFacts, alikes: readonly LookAlike[]): readonly LookAlike[] {
  return screen?.chosenFrom === 'link'
    ? alikes.filter(({ person, paid }) => person.isContact || paid >= 3)
    : alikes
}

/** The very sum came from the payee lately: what goes back the way it came has its reason there. */
function goesBack({ send, received }: GuardFacts): boolean {
  return received.some(
    ({ fromId, at, amount }) =>
      send.memberIds.length === 1 && send.memberIds[0] === fromId && at <= send.at && amount === send.amount,
  )
}
