/** Disputes, freezes, collections and notices as the database holds them, against the auditor's picture. */

import type { Fields, Json } from '../asks.ts'
import type { Seen } from '../observe.ts'
import type { Collection } from './collections.ts'
import { standingOf, type Dispute } from './disputes.ts'
import type { Freeze } from './freezes.ts'
import type { Notice } from './group-notices.ts'
import type { World } from './world.ts'

type Misses = (expected: Json | undefined, found: Json | undefined, at: string) => string[]

/** Every difference in what is disputed, frozen, asked for and told. */
export function compareCases(w: World, seen: Seen, misses: Misses): string[] {
  const expected: [string, Fields[], readonly object[]][] = [
    ['dispute', [...w.disputes.values()].map(disputeRow), seen.disputes],
    ['freeze', [...w.freezes.values()].map(freezeRow), seen.freezes],
    ['collection', [...w.collections.values()].map(collectionRow), seen.collections],
    ['notice', [...w.notices.values()].map(noticeRow), seen.notices],
  ]
  return expected.flatMap(([what, rows, found]) => byName(what, rows, found as readonly Fields[], misses))
}

const nameOf = ({ id, packet }: Fields) => String(id ?? packet)

function byName(what: string, rows: readonly Fields[], found: readonly Fields[], misses: Misses): string[] {
  const inOrder = (some: readonly Fields[]) => some.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const [expected, there] = [inOrder(rows), inOrder(found)]
  const names = misses(expected.map(nameOf), there.map(nameOf), `the list of every ${what}`)
  if (names.length > 0) return names
  return expected.flatMap((row, i) => misses(row, there[i], `${what} ${nameOf(row)}`))
}

function freezeRow({ id, amount, basis, about, until, paidOut, ended, appeals }: Freeze): Fields {
  return {
    id,
    amount,
    basis,
    about,
    until,
    paidOut,
    ended,
    answered: appeals.map(({ answered }) => answered),
  }
}

/** What a dispute was when something last happened to it: what time has done since is nobody's word. */
function disputeRow(d: Dispute): Fields {
  const { state, agent, due } = standingOf(d, d.facts.at(-1)!.at)
  const facts = d.facts.map(({ kind, at, by, outcome, amount, effect, effectId }): Fields => ({
    kind,
    at,
    by,
    outcome,
    amount,
    effect,
    effectId,
  }))
  return { id: d.id, state, agent, dueAt: due, facts }
}

function collectionRow({ id, closedAt, shares }: Collection): Fields {
  const asked = shares.map(({ member, amount, declinedAt, reminders, transfer }): Fields => ({
    member,
    amount,
    declinedAt,
    reminders,
    transfer,
  }))
  return { id, closedAt, shares: asked }
}

function noticeRow({ packet, text, postedAt, withdrawnAt }: Notice): Fields {
  return { packet, text, postedAt, withdrawnAt }
}
