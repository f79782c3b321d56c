/** What a replay reports: what happened, whether every fen is accounted for, and how long it took. */

import Table from 'cli-table3'
import { formatYuan, type Amount } from '@laisee/core/money.ts'
import { plainTable } from '../table.ts'
import type { Books } from './books.ts'
import type { Day } from './day.ts'
import { mistakesOf, type MistakeEnd } from './mistakes.ts'
import type { Play } from './play.ts'
import type { ReadBack } from './settle.ts'
import type { Stopwatch, Timing } from './timing.ts'

export interface ReplayReport {
  day: string
  synthetic: boolean
  people: number
  groups: number
  /** Sends that could not be made, by code. */
  unsent: number
  /** How many sends stand how. */
  states: Record<string, number>
  claims: { given: number; amount: Amount }
  returned: Amount
  /** How often each "no" was said, by what was asked. */
  refusals: Record<string, number>
  mistakes: MistakeEnd[]
  money: { toppedUp: Amount; inWallets: Amount; inEscrow: Amount; unaccounted: Amount }
  disagreements: readonly string[]
  timings: Timing[]
  tookS: number
  ok: boolean
}

/** Put the report together. */
export function reportOf(parts: {
  day: Day
  play: Play
  readBack: ReadBack
  books: Books
  stopwatch: Stopwatch
  tookMs: number
}): ReplayReport {
  const { day, play, books, stopwatch, tookMs } = parts
  const { endings, wallets } = parts.readBack
  const accounts = endings.map(({ outcome }) => books.account(outcome.send.id))
  const escrows = endings.reduce((sum, { escrow }) => sum + escrow, 0n)
  const { topUps } = books
  const unsent = play.outcomes.length - endings.length
  const unaccounted = topUps - wallets - escrows
  return {
    day: day.name,
    synthetic: day.synthetic,
    people: day.people.length,
    groups: day.groups.length,
    unsent,
    states: countBy(endings.map(({ state }) => state)),
    claims: {
      given: accounts.reduce((sum, { claims }) => sum + claims.size, 0),
      amount: endings.reduce((sum, { outcome }) => sum + books.claimedOf(outcome.send.id), 0n),
    },
    returned: accounts.reduce((sum, { returned }) => sum + returned, 0n),
    refusals: Object.fromEntries([...play.refusals].sort(([a], [b]) => (a < b ? -1 : 1))),
    mistakes: mistakesOf(day, endings, books),
    money: { toppedUp: topUps, inWallets: wallets, inEscrow: escrows, unaccounted },
    disagreements: books.disagreements,
    timings: stopwatch.timings(),
    tookS: Math.round(tookMs / 100) / 10,
    ok: unsent === 0 && unaccounted === 0n && books.disagreements.length === 0,
  }
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of [...words].sort()) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const yuan = (amount: Amount): string => `¥${formatYuan(amount)}`
const disagreementsMax = 20

/** The report for a person to read. */
export function reportLines(report: ReplayReport): string[] {
  const { day, synthetic, people, groups, states, claims, returned, refusals, money, disagreements, tookS } =
    report
  const counts = Object.entries(states).map(([state, count]) => `${count} ${state}`)
  const noes = Object.entries(refusals).map(([what, count]) => `  ${count} × ${what}`)
  const hidden = disagreements.length - disagreementsMax
  return [
    `${day}${synthetic ? ' (synthetic)' : ''}: ${people} people, ${groups} groups, played in ${tookS} s`,
    '',
    `Sends: ${counts.join(', ')}${report.unsent > 0 ? `; ${report.unsent} refused` : ''}`,
    `Claims: ${claims.given} shares, ${yuan(claims.amount)}. Back to senders: ${yuan(returned)}.`,
    ...(noes.length > 0 ? ['Said no to:', ...noes] : []),
    ...mistakeLines(report.mistakes),
    '',
    `Money: ${yuan(money.toppedUp)} topped up = ${yuan(money.inWallets)} in wallets + ${yuan(money.inEscrow)} in escrow${money.unaccounted === 0n ? '' : ` + ${yuan(money.unaccounted)} NOWHERE`}`,
    disagreements.length === 0
      ? 'Every wallet and every packet agrees with what was answered.'
      : `${disagreements.length} ${disagreements.length === 1 ? 'DISAGREEMENT' : 'DISAGREEMENTS'}:`,
    ...disagreements.slice(0, disagreementsMax).map((says) => `  ${says}`),
    ...(hidden > 0 ? [`  and ${hidden} more`] : []),
    '',
    timingTable(report.timings),
  ]
}

function mistakeLines(mistakes: readonly MistakeEnd[]): string[] {
  if (mistakes.length === 0) return []
  const lines = mistakes.map(({ id, from, total, mistake, meant, says }) => {
    const why = meant === '' ? mistake : `${mistake}, ${meant}`
    return `  ${id}  ${from} ${yuan(total)} (${why}): ${says}`
  })
  return ['', `Mistakes: ${mistakes.length}`, ...lines]
}

function timingTable(timings: readonly Timing[]): string {
  const head = ['operation', 'count', 'p50 ms', 'p95 ms', 'p99 ms', 'max ms']
  const table = new Table({
    ...plainTable,
    head,
    colAligns: ['left', ...head.slice(1).map(() => 'right' as const)],
  })
  for (const { operation, count, p50Ms, p95Ms, p99Ms, maxMs } of timings)
    table.push([operation, count, p50Ms, p95Ms, p99Ms, maxMs])
  return table.toString()
}
