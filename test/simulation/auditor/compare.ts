/** What must be there after a step: the auditor's books against what the database holds, in sentences. */

import type { Fields } from '../asks.ts'
import { misses } from '../auditor.ts'
import type { Seen, SeenEvent } from '../observe.ts'
import type { Line } from './books.ts'
import { beside } from './freezes.ts'
import { compareCases } from './compare-cases.ts'
import { compareOffices } from './compare-offices.ts'
import { compareVerdicts } from './guard.ts'
import { claimed } from './packets.ts'
import { compareReports } from './reports.ts'
import { comparePlans } from './split-plans.ts'
import type { World } from './world.ts'

/** What the comparison has seen of everything that only grows: claims, lines and events, by `kind id`. */
export type Settled = Map<string, number>

/** Every difference. Then what was seen counts as settled, lines in the order in which they were written. */
export function compare(w: World, seen: Seen, settled: Settled): string[] {
  return [
    ...compareMoney(w, seen),
    ...comparePackets(w, seen, settled),
    ...compareTransfers(w, seen),
    ...compareLines(w, seen, settled),
    ...compareEvents(w, seen, settled),
    ...compareVerdicts(w, seen, settled, misses),
    ...compareOffices(w, seen, settled, misses),
    ...comparePlans(w, seen, misses),
    ...compareReports(w, seen, misses),
    ...compareCases(w, seen, misses),
  ]
}

function compareMoney(w: World, seen: Seen): string[] {
  const outside = seen.accounts
    .filter(({ kind }) => kind === 'settlement')
    .reduce((sum, { balance }) => sum + balance, 0)
  const inside = seen.accounts
    .filter(({ kind }) => ['wallet', 'escrow', 'frozen'].includes(kind))
    .map((one) => (one.kind === 'frozen' ? { ...one, owner: beside(one.owner) } : one))
  const held = inside.reduce((sum, { balance }) => sum + balance, 0)
  const found = new Map([
    ...inside.map(({ owner, balance }) => [owner, balance] as const),
    ['outside', outside],
  ])
  const problems = held + outside === 0 ? [] : [`all accounts together hold ${held + outside}, not nothing`]
  for (const owner of new Set([...found.keys(), ...w.balances.keys()]))
    problems.push(
      ...misses(w.balances.get(owner) ?? null, found.get(owner) ?? null, `the balance of ${owner}`),
    )
  for (const { owner, kind, state } of inside) {
    const frozen = kind === 'wallet' && w.members.get(owner)?.frozen ? 'frozen' : 'open'
    problems.push(...misses(frozen, state, `the wallet of ${owner}`))
  }
  return problems
}

function comparePackets(w: World, seen: Seen, settled: Settled): string[] {
  const problems = misses(
    [...w.packets.keys()].sort(),
    seen.packets.map(({ id }) => id).sort(),
    'the list of packets',
  )
  for (const found of seen.packets) {
    const p = w.packets.get(found.id)
    if (!p) continue
    const sums = { claimedAmount: claimed(p), claimedCount: p.claims.length, returnedAmount: p.returned }
    const end = { closedAt: p.end?.at ?? null, closedBy: p.end?.by ?? null }
    problems.push(...misses({ state: p.state, ...sums, ...end }, { ...found }, `packet ${p.id}`))
  }
  for (const p of w.packets.values()) {
    const fresh = p.claims.slice(settled.get(`claim ${p.id}`) ?? 0)
    const found = seen.claims.filter(({ packet }) => packet === p.id)
    const expected = fresh.map(({ member, shareNo, amount, at }) => ({ member, shareNo, amount, at }))
    problems.push(
      ...misses(
        expected,
        found.map((one) => ({ ...one })),
        `the claims of ${p.id}`,
      ),
    )
    settled.set(`claim ${p.id}`, p.claims.length)
  }
  return problems
}

function compareTransfers(w: World, seen: Seen): string[] {
  const problems = misses(
    [...w.transfers.keys()].sort(),
    seen.transfers.map(({ id }) => id).sort(),
    'the list of transfers',
  )
  for (const found of seen.transfers) {
    const t = w.transfers.get(found.id)
    if (!t) continue
    const { state, acceptedAt, arriveAt } = t
    const end = { closedAt: t.end?.at ?? null, closedBy: t.end?.by ?? null }
    problems.push(...misses({ state, acceptedAt, arriveAt, ...end }, { ...found }, `transfer ${t.id}`))
  }
  return problems
}

const nameOf = ({ source, reason, amount, at }: Line) => `${amount} ${reason} ${source} at ${at}`

/** The lines of one step may stand in any order; their numbers are dense, and each balance follows from the one before. */
function compareLines(w: World, seen: Seen, settled: Settled): string[] {
  const problems: string[] = []
  for (const [owner, lines] of w.statements) {
    const before = settled.get(`line ${owner}`) ?? 0
    const fresh = lines.slice(before)
    const found = seen.lines.filter((line) => line.owner === owner)
    if (fresh.length === 0 && found.length === 0) continue
    const at = `the statement of ${owner}`
    problems.push(...misses(fresh.map(nameOf).sort(), found.map(nameOf).sort(), at))
    let balance = lines.slice(0, before).reduce((sum, line) => sum + line.amount, 0)
    found.forEach((line, i) => {
      balance += line.amount
      problems.push(
        ...misses(
          { no: before + i + 1, balance },
          { no: line.no, balance: line.balance },
          `${at}, line ${line.no}`,
        ),
      )
    })
    lines.splice(
      before,
      fresh.length,
      ...found.map(({ amount, reason, source, at: when }) => ({ amount, reason, source, at: when })),
    )
    settled.set(`line ${owner}`, lines.length)
  }
  return problems
}

/** How many claims one event tells of depends on how they were batched: they are compared claim by claim. */
function claimByClaim(event: SeenEvent): SeenEvent[] {
  const { claims, claimedCount } = event.data
  if (event.kind !== 'packet.claimed' || !Array.isArray(claims)) return [event]
  let count = Number(claimedCount)
  const singly = claims.toReversed().map((one) => {
    const data = { ...event.data, claims: [one], claimedCount: count }
    count -= 1
    return { ...event, data }
  })
  return singly.reverse()
}

/** What is told of claims is read by people who may not know yet how much anybody got. */
function tellsAmounts({ kind, data }: SeenEvent): boolean {
  return kind === 'packet.claimed' && /amount/i.test(JSON.stringify(data))
}

function compareEvents(w: World, seen: Seen, settled: Settled): string[] {
  const problems = seen.events
    .filter(tellsAmounts)
    .map(({ source, seq }) => `event ${seq} of ${source} tells how much was claimed`)
  const bySource = Map.groupBy(seen.events, ({ source }) => source)
  for (const source of new Set([...bySource.keys(), ...w.told.keys()])) {
    if (isCredential(source)) continue
    const found = bySource.get(source) ?? []
    const compared = settled.get(`told ${source}`) ?? 0
    const fresh = (w.told.get(source) ?? []).slice(compared)
    const seqs = found.map((_, i) => (settled.get(`event ${source}`) ?? 0) + i + 1)
    problems.push(
      ...misses(
        seqs,
        found.map(({ seq }) => seq),
        `the numbers of the events of ${source}`,
      ),
    )
    const singly = inOrder(
      source,
      found.flatMap(claimByClaim).map(({ kind, at, to, data }) => ({ kind, at, to, data })),
    )
    const expected = inOrder(
      source,
      fresh.map(({ kind, at, to, data }) => ({ kind, at, to, data })),
    )
    problems.push(
      ...misses(
        expected.map(({ kind }) => kind),
        singly.map(({ kind }) => kind),
        `the events of ${source}`,
      ),
    )
    if (expected.length === singly.length)
      problems.push(...misses(expected, singly, `the events of ${source}`))
    settled.set(`event ${source}`, seqs.at(-1) ?? settled.get(`event ${source}`) ?? 0)
    settled.set(`told ${source}`, compared + fresh.length)
  }
  return problems
}

/** Sends of one allowance that end in one sweep may be told in any order: they are compared send by send. */
function inOrder<Event extends { data: Fields }>(source: string, events: Event[]): Event[] {
  const nameOfSend = ({ data }: Event) => String(data.sendId ?? '')
  return source.startsWith('fam_')
    ? events.toSorted((a, b) => (nameOfSend(a) < nameOfSend(b) ? -1 : nameOfSend(a) > nameOfSend(b) ? 1 : 0))
    : events
}

/** Keys, sessions and looks at what is another's tell their own events; no money hangs on them. */
const isCredential = (source: string) => /^(key|ses|host|acc)_/.test(source)
