/**
 * One query level of a parsed statement: what it reads from, and the conditions that must all hold. A source is a
 * sharded table with its key, or anything else (a common table expression, a function, a subquery, a reference table),
 * whose rows may come from anywhere.
 */

import type { Node, RangeVar } from 'libpg-query'
import { distributionKey } from '../../packages/server/db/distribution.ts'

export interface Source {
  /** How this level calls it. */
  name: string
  /** The sharded table it is; absent for anything else. */
  sharded?: { table: string; key: string }
  /** Whether it is a table of the schema at all. */
  isTable: boolean
}

export interface Scope {
  sources: Source[]
  conditions: Node[]
  /** Subqueries in `from`, to be looked at on their own. */
  subqueries: Node[]
  outer: Scope | undefined
  /** Names of the common table expressions that are visible here. */
  expressions: ReadonlySet<string>
}

/** A scope that has read nothing yet. */
export function openScope(expressions: ReadonlySet<string>, outer?: Scope): Scope {
  return { sources: [], conditions: [], subqueries: [], outer, expressions }
}

/** The parts of a condition that must all hold. */
export function conjuncts(condition: Node | undefined): Node[] {
  if (condition === undefined) return []
  if ('BoolExpr' in condition && condition.BoolExpr.boolop === 'AND_EXPR') {
    return (condition.BoolExpr.args ?? []).flatMap(conjuncts)
  }
  return [condition]
}

/** Add a table, or the common table expression of that name, to what a scope reads. */
export function addRelation(scope: Scope, relation: RangeVar): void {
  const table = relation.relname ?? ''
  const name = relation.alias?.aliasname ?? table
  if (scope.expressions.has(table)) {
    scope.sources.push({ name, isTable: false })
    return
  }
  const key = distributionKey(table)
  scope.sources.push({ name, isTable: true, ...(key === undefined ? {} : { sharded: { table, key } }) })
}

/** Add one item of a `from` list; conditions of inner joins count as the level's own. */
export function addFrom(scope: Scope, item: Node): void {
  if ('RangeVar' in item) addRelation(scope, item.RangeVar)
  else if ('JoinExpr' in item) {
    const { larg, rarg, quals } = item.JoinExpr
    if (larg) addFrom(scope, larg)
    if (rarg) addFrom(scope, rarg)
    scope.conditions.push(...conjuncts(quals))
  } else if ('RangeSubselect' in item) {
    scope.sources.push({ name: item.RangeSubselect.alias?.aliasname ?? '', isTable: false })
    if (item.RangeSubselect.subquery) scope.subqueries.push(item.RangeSubselect.subquery)
  } else if ('RangeFunction' in item) {
    scope.sources.push({ name: item.RangeFunction.alias?.aliasname ?? '', isTable: false })
  } else throw new Error(`a kind of source this check does not know: ${Object.keys(item)[0]}`)
}

/** The words of a column reference: `claim.packet_id` is ['claim', 'packet_id']. */
export function columnPath(node: Node | undefined): string[] | undefined {
  if (node === undefined) return undefined
  if ('TypeCast' in node) return columnPath(node.TypeCast.arg)
  if (!('ColumnRef' in node)) return undefined
  return (node.ColumnRef.fields ?? []).map((field) => ('String' in field ? (field.String.sval ?? '') : '*'))
}

/**
 * The source a column belongs to, from this level outwards. A bare column belongs to the only source, to the sharded
 * table whose key has that name, or to the source of that very name (`unnest(…) as packet_id`).
 */
export function sourceOf(scope: Scope, path: readonly string[]): Source | undefined {
  const column = path.at(-1)
  const named = (source: Source) =>
    path.length > 1 ? source.name === path.at(-2) : source.sharded?.key === column || source.name === column
  const own = scope.sources.find(named)
  if (own) return own
  if (path.length === 1 && scope.sources.length === 1) return scope.sources[0]
  return scope.outer && sourceOf(scope.outer, path)
}

/** Whether this column is the distribution key of the sharded table it belongs to. */
export function isKey(source: Source | undefined, path: readonly string[]): boolean {
  return source?.sharded !== undefined && source.sharded.key === path.at(-1)
}
