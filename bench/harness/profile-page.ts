/** What a profile says, as a page: where a claim's time goes, statement by statement and by kind of work. */

import type { Cost } from './explained.ts'
import type { Machine } from './machine.ts'
import { today } from './report.ts'

export interface Phases {
  /** Microseconds a claim, of the quicker quarter of the batches. */
  lockAndRead: number
  write: number
  commit: number
  postgresCpu: number
  walBytes: number
}

export interface Profile {
  title: string
  phases: Phases
  parts: Map<string, Cost>
  /** Of Node over HTTP, by what is asked and by kind of work. */
  node: Map<string, Map<string, number>>
}

export interface Settings {
  atOnce: number
  batches: number
  claims: number
  warmBatches: number
}

const figure = (digits: number) =>
  new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const tenth = (of: number) => figure(1).format(of)
const whole = (of: number) => figure(0).format(of)
const two = (of: number) => figure(2).format(of)

function partRow([name, cost]: [string, Cost]): string {
  const { us, rows, walBytes, walRecords, buffersHit, buffersRead, buffersDirtied } = cost
  const cells = [tenth(us), two(Math.max(rows, 0)), whole(walBytes), two(walRecords), tenth(buffersHit)]
  return `| ${[name, ...cells, two(buffersRead), two(buffersDirtied)].join(' | ')} |`
}

function nodeTable(node: Profile['node']): string[] {
  const found = new Set([...node.values()].flatMap((work) => [...work.keys()]))
  const kinds = [...found].filter((kind) => kind !== 'the profiler itself')
  const names = [...node.keys()]
  const cell = (name: string, kind: string) => tenth(node.get(name)!.get(kind) ?? 0)
  return [
    `| Node, µs | ${names.join(' | ')} |`,
    `|${' --- |'.repeat(names.length + 1)}`,
    ...kinds.map((kind) => `| ${[kind, ...names.map((name) => cell(name, kind))].join(' | ')} |`),
  ]
}

function pageOfProfile({ title, phases, parts, node }: Profile, { claims, atOnce }: Settings): string {
  const { lockAndRead, write, commit, postgresCpu, walBytes } = phases
  return [
    `## ${claims} claims on ${title}`,
    '',
    `A claim, as it is: lock, read and decide ${tenth(lockAndRead)} µs, write ${tenth(write)} µs, commit ${tenth(commit)} µs;`,
    `CPU of PostgreSQL ${whole(postgresCpu)} µs; WAL ${whole(walBytes)} bytes, pages in full included.`,
    '',
    'A claim, while PostgreSQL tells:',
    '',
    '| part | µs | rows | WAL bytes | WAL records | buffers hit | read | dirtied |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...[...parts].map(partRow),
    '',
    `An operation over HTTP at ${atOnce} connections, while Node is profiled:`,
    '',
    ...nodeTable(node),
  ].join('\n')
}

/** The whole page, with the machine. */
export function pageOfProfiles(machine: Machine, profiles: readonly Profile[], settings: Settings): string {
  const { cpu, cores, memoryGb, kernel, node, postgres, commit, loadAverage } = machine
  const { batches, claims, warmBatches } = settings
  return [
    `# profile, ${today()}`,
    `- ${cpu}, ${cores} cores, ${memoryGb} GB; Linux ${kernel}, Node ${node}, PostgreSQL ${postgres}\n` +
      `- commit ${commit}, load average before ${two(loadAverage)}; ${batches} batches of ${claims} claims after ${warmBatches}`,
    'Times of the database are those of the quicker quarter of the batches. Where it tells what each part cost, looking\nat the clock for every row is in it: read those as shares.',
    ...profiles.map((profile) => pageOfProfile(profile, settings)),
    '',
  ].join('\n\n')
}
