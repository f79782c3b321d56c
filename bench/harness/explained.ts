/**
 * What PostgreSQL says each part of a statement cost, as it ran. `auto_explain` sends the plan of every statement of
 * a connection as a notice: nothing is run but what the product runs, with the plans it runs with.
 */

import type pg from 'pg'

/** Where each part of a batch spends: times in microseconds, the rest as PostgreSQL counts them. */
export interface Cost {
  us: number
  rows: number
  walBytes: number
  walRecords: number
  buffersHit: number
  buffersRead: number
  buffersDirtied: number
}

interface PlanNode {
  'Node Type': string
  'Subplan Name'?: string
  'Actual Total Time': number
  'Actual Loops': number
  'Actual Rows': number
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  'Shared Dirtied Blocks': number
  'WAL Bytes'?: number
  'WAL Records'?: number
  Plans?: PlanNode[]
}

interface Explained {
  'Query Text': string
  Plan: PlanNode
}

/** Settings of a connection that tells what its statements cost. Timing itself costs, so times are read as shares. */
export const explainSettings: Record<string, string> = {
  session_preload_libraries: 'auto_explain',
  client_min_messages: 'log',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_wal': 'on',
  'auto_explain.log_timing': 'on',
  'auto_explain.log_format': 'json',
  'auto_explain.log_parameter_max_length': '0',
}

const noCost: Cost = {
  us: 0,
  rows: 0,
  walBytes: 0,
  walRecords: 0,
  buffersHit: 0,
  buffersRead: 0,
  buffersDirtied: 0,
}

function combined(a: Cost, b: Cost, sign: 1 | -1 = 1): Cost {
  const names = Object.keys(noCost) as (keyof Cost)[]
  return Object.fromEntries(names.map((name) => [name, a[name] + sign * b[name]])) as unknown as Cost
}

/** The sum of some costs. */
export function sumOf(costs: Iterable<Cost>): Cost {
  return [...costs].reduce((sum, cost) => combined(sum, cost), noCost)
}

function costOf(node: PlanNode): Cost {
  return {
    us: node['Actual Total Time'] * node['Actual Loops'] * 1_000,
    rows: node['Actual Rows'] * node['Actual Loops'],
    walBytes: node['WAL Bytes'] ?? 0,
    walRecords: node['WAL Records'] ?? 0,
    buffersHit: node['Shared Hit Blocks'],
    buffersRead: node['Shared Read Blocks'],
    buffersDirtied: node['Shared Dirtied Blocks'],
  }
}

/** What is read of other parts below a node: reading one runs it, and what that costs is its own. */
function readsBelow(node: PlanNode): Cost[] {
  const below = node.Plans ?? []
  return below.flatMap((child) => {
    if (child['Subplan Name']?.startsWith('CTE ')) return []
    return child['Node Type'] === 'CTE Scan' ? [costOf(child)] : readsBelow(child)
  })
}

/**
 * A statement's parts by name: each `with` of it, and the rest of the time it took. What a `with` writes that nobody
 * reads is run after the plan itself, so that the plan's own time is not the whole.
 */
function partsOf(name: string, plan: PlanNode, durationUs: number): Map<string, Cost> {
  const parts = new Map<string, Cost>()
  const ownCost = (node: PlanNode) => combined(costOf(node), sumOf(readsBelow(node)), -1)
  const look = (node: PlanNode) => {
    const cte = node['Subplan Name']
    if (cte?.startsWith('CTE '))
      parts.set(`${name}: ${cte.slice(4)}`, { ...ownCost(node), rows: costOf(node).rows })
    for (const child of node.Plans ?? []) look(child)
  }
  look(plan)
  if (parts.size === 0) return new Map([[name, { ...costOf(plan), us: durationUs }]])
  const rest = { ...ownCost(plan), us: durationUs - sumOf(parts.values()).us }
  return parts.set(`${name}: the rest`, rest)
}

/** Listen to the plans a connection tells of, part by part; `nameOf` gives a statement's name by its text. */
export function hearPlans(
  client: pg.ClientBase,
  nameOf: (text: string) => string | undefined,
): Map<string, Cost[]> {
  const heard = new Map<string, Cost[]>()
  client.on('notice', ({ message }) => {
    const found = /^duration: ([\d.]+) ms {2}plan:\n/.exec(message ?? '')
    if (!found) return
    const told = JSON.parse(message!.slice(found[0].length)) as Explained
    const name = nameOf(told['Query Text'].trim())
    if (name === undefined) return
    for (const [part, cost] of partsOf(name, told.Plan, Number(found[1]) * 1_000))
      heard.set(part, [...(heard.get(part) ?? []), cost])
  })
  return heard
}

/** A cost an operation: counts are means, the time is that of the quicker quarter, for others share the machine. */
export function costEach(costs: readonly Cost[], operations: number): Cost {
  const sum = sumOf(costs)
  const each = Object.entries(sum).map(([name, total]) => [name, total / costs.length / operations])
  return {
    ...(Object.fromEntries(each) as unknown as Cost),
    us: lowerQuartile(costs.map(({ us }) => us)) / operations,
  }
}

/** A quarter of the figures are below it. */
export function lowerQuartile(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 4)] ?? 0
}
