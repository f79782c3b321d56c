/** What a bench says: a table for people and the same as JSON, with the machine; figures only beside a ratio. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { median, ratioOf, serverCpuUs, type Ratio, type Result, type Run } from './contest.ts'
import type { Machine } from './machine.ts'

export interface Section {
  title: string
  /** What everything is measured against. */
  yardstick: string
  results: readonly Result[]
}

export interface Bar {
  /** What is asked, as speed wants it. */
  what: string
  atLeast?: number
  atMost?: number
  got: number
  least: number
  most: number
  met: boolean
}

export interface Report {
  bench: string
  date: string
  machine: Machine
  settings: Record<string, string | number>
  sections: readonly Section[]
  bars: readonly Bar[]
  notes: readonly string[]
}

/** A bar: `got` is the median of ratios within one round. */
export function bar(what: string, limit: { atLeast: number } | { atMost: number }, ratio: Ratio): Bar {
  const met = 'atLeast' in limit ? ratio.median >= limit.atLeast : ratio.median <= limit.atMost
  return { what, ...limit, got: ratio.median, least: ratio.least, most: ratio.most, met }
}

const twoPlaces = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const two = (figure: number) => twoPlaces.format(figure)
const whole = (figure: number) => new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(figure)

function middle(result: Result, figure: (run: Run) => number | undefined): number | undefined {
  const figures = result.runs.map(figure).filter((it) => it !== undefined)
  return figures.length === 0 ? undefined : median(figures)
}

function shown(result: Result, figure: (run: Run) => number | undefined, write = whole): string {
  const got = middle(result, figure)
  return got === undefined ? '–' : write(got)
}

function rowOf(result: Result, yardstick: Result | undefined): string {
  const ratio = yardstick && ratioOf(result, yardstick, (run) => run.perSecond)
  const cpu = Object.keys(result.runs[0]!.cpuUs).map((name) => shown(result, (run) => run.cpuUs[name]))
  const cells = [
    result.name,
    whole(result.atOnce),
    shown(result, (run) => run.perSecond),
    ratio ? `${two(ratio.median)} (${two(ratio.least)}–${two(ratio.most)})` : '–',
    shown(result, (run) => run.latencyMs?.p50, two),
    shown(result, (run) => run.latencyMs?.p95, two),
    shown(result, (run) => run.latencyMs?.p99, two),
    ...cpu,
    whole(middle(result, serverCpuUs)!),
    shown(result, (run) => run.batch?.mean),
  ]
  return `| ${cells.join(' | ')} |`
}

function tableOf({ title, yardstick, results }: Section): string {
  const processes = Object.keys(results[0]!.runs[0]!.cpuUs).map((name) => `${name} µs`)
  const head = ['', 'at once', 'a second', `to ${yardstick}`, 'p50 ms', 'p95 ms', 'p99 ms']
  const columns = [...head, ...processes, 'all but load µs', 'batch']
  const rows = results.map((result) =>
    rowOf(
      result,
      results.find((other) => other.name === yardstick && other.atOnce === result.atOnce) ??
        results.find((other) => other.name === yardstick),
    ),
  )
  return [
    `## ${title}`,
    '',
    `| ${columns.join(' | ')} |`,
    `|${' --- |'.repeat(columns.length)}`,
    ...rows,
  ].join('\n')
}

function barRow(it: Bar): string {
  const wanted = it.atLeast === undefined ? `≤ ${two(it.atMost!)}` : `≥ ${two(it.atLeast)}`
  return `| ${it.what} | ${wanted} | ${two(it.got)} (${two(it.least)}–${two(it.most)}) | ${it.met ? 'yes' : '**no**'} |`
}

/** The day a report is of. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** The report as a page. */
export function pageOf({ bench, date, machine, settings, sections, bars, notes }: Report): string {
  const about = [
    `${machine.cpu}, ${machine.cores} cores shared by server, database and load, ${machine.memoryGb} GB`,
    `Linux ${machine.kernel}, Node ${machine.node}, PostgreSQL ${machine.postgres}` +
      (machine.redis === null ? '' : `, Redis ${machine.redis}`),
    `commit ${machine.commit}, load average before the first round ${two(machine.loadAverage)}`,
    Object.entries(settings)
      .map(([name, setting]) => `${name} ${setting}`)
      .join(', '),
  ]
  const barTable = [
    '## Bars',
    '',
    '| | wanted | got (least–most) | met |',
    '| --- | --- | --- | --- |',
    ...bars.map(barRow),
  ]
  return [
    `# ${bench}, ${date}`,
    about.map((line) => `- ${line}`).join('\n'),
    'Medians of the rounds; a ratio is the median of the ratios within each round, with the least and the most.',
    ...(bars.length > 0 ? [barTable.join('\n')] : []),
    ...sections.map(tableOf),
    ...(notes.length > 0 ? [`## Notes\n\n${notes.map((note) => `- ${note}`).join('\n')}`] : []),
    '',
  ].join('\n\n')
}

/** Write the report beside the others, and say it. */
export function publish(report: Report, folder: URL): void {
  mkdirSync(folder, { recursive: true })
  const name = `${report.date}-${report.bench}`
  const page = pageOf(report)
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(report, null, 1)}\n`)
  writeFileSync(new URL(`${name}.md`, folder), page)
  console.log(`\n${page}`)
}

/** The option of every bench that says where its results are written, and the folder it names. */
export const resultsOption = {
  type: 'string',
  default: fileURLToPath(new URL('../results', import.meta.url)),
} as const
export const folderOf = (results: string): URL => pathToFileURL(`${resolve(results)}/`)
