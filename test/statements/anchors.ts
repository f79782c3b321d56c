/**
 * What pins the sharded tables of one query level: equalities between a table's distribution key and something known
 * beforehand (a parameter, a list, a column of a source that is not sharded) or another table's key.
 */

import type { Node } from 'libpg-query'
import { columnPath, isKey, sourceOf, type Scope, type Source } from './scope.ts'

export interface Anchors {
  /** Whether the rows of this source are found by keys the statement was given. */
  isPinned(source: Source): boolean
  /** Sources in the same group have equal keys. */
  groupOf(source: Source): string
}

type Equality = [Node, Node]

/** The equalities a condition states; `any`, `in` and row comparisons included. */
function equalitiesOf(condition: Node): Equality[] {
  if ('SubLink' in condition) {
    const { subLinkType, testexpr, operName } = condition.SubLink
    if (subLinkType !== 'ANY_SUBLINK' || testexpr === undefined || (operName && !isEquals(operName)))
      return []
    return partsOf(testexpr).map((part) => [part, condition])
  }
  if (!('A_Expr' in condition)) return []
  const { kind, name, lexpr, rexpr } = condition.A_Expr
  if (lexpr === undefined || rexpr === undefined || !isEquals(name ?? [])) return []
  if (kind === 'AEXPR_OP_ANY' || kind === 'AEXPR_IN') return partsOf(lexpr).map((part) => [part, condition])
  if (kind !== 'AEXPR_OP') return []
  const left = partsOf(lexpr)
  const right = partsOf(rexpr)
  return left.length === right.length ? left.map((part, i) => [part, right[i]!]) : []
}

function isEquals(name: Node[]): boolean {
  return name.length === 1 && 'String' in name[0]! && name[0].String.sval === '='
}

function partsOf(side: Node): Node[] {
  return 'RowExpr' in side ? (side.RowExpr.args ?? []) : [side]
}

/** What an expression stands for, or undefined where it reads a sharded table's other columns. */
function anchorName(scope: Scope, value: Node): string | undefined {
  const path = columnPath(value)
  if (path) {
    const source = sourceOf(scope, path)
    if (source === undefined || (source.sharded && !isKey(source, path))) return undefined
    return `column ${source.name}.${path.at(-1)}`
  }
  if ('SubLink' in value || 'A_Expr' in value) return readsShardedColumn(scope, value) ? undefined : unique()
  return readsShardedColumn(scope, value) ? undefined : `value ${JSON.stringify(withoutPlaces(value))}`
}

let lists = 0
/** A list or subquery pins a key and links it to nothing: two tables with keys in one list need not have equal keys. */
function unique(): string {
  return `list ${++lists}`
}

/** The value without positions in the text and casts, so that `$1` and `$1::text` are the same. */
function withoutPlaces(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutPlaces)
  if (typeof part !== 'object' || part === null) return part
  if ('TypeCast' in part) return withoutPlaces((part as Extract<Node, { TypeCast: unknown }>).TypeCast.arg)
  const entries = Object.entries(part).filter(([name]) => name !== 'location')
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutPlaces(inner)]))
}

/** Whether the right-hand side reads columns of this level's sharded tables. Subqueries are checked on their own. */
function readsShardedColumn(scope: Scope, value: Node): boolean {
  const right = 'A_Expr' in value ? value.A_Expr.rexpr : value
  return columnsIn(right).some((path) => sourceOf(scope, path)?.sharded !== undefined)
}

function columnsIn(part: unknown): string[][] {
  if (Array.isArray(part)) return part.flatMap(columnsIn)
  if (typeof part !== 'object' || part === null || 'SubLink' in part) return []
  if ('ColumnRef' in part) return [columnPath(part as Node) ?? []]
  return Object.values(part).flatMap(columnsIn)
}

/** Join sources and anchors that are equal into groups. */
export function anchorsOf(scope: Scope): Anchors {
  const parent = new Map<string, string>()
  const find = (name: string): string => {
    const up = parent.get(name) ?? name
    return up === name ? name : find(up)
  }
  const pinnedGroups = () => new Set([...pinned].map(find))
  const pinned = new Set<string>()
  const nodeOf = (source: Source) => `column ${source.name}.${source.sharded?.key}`
  const own = (source: Source | undefined) => source !== undefined && scope.sources.includes(source)
  for (const [left, right] of scope.conditions.flatMap(equalitiesOf)) {
    for (const [side, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const path = columnPath(side)
      const source = path && sourceOf(scope, path)
      if (!path || !source || !own(source) || !isKey(source, path)) continue
      const anchor = anchorName(scope, other)
      if (anchor === undefined) continue
      parent.set(find(nodeOf(source)), find(anchor))
      const otherPath = columnPath(other)
      const otherSource = otherPath && sourceOf(scope, otherPath)
      if (!(own(otherSource) && otherSource?.sharded)) pinned.add(anchor)
    }
  }
  return {
    isPinned: (source) => pinnedGroups().has(find(nodeOf(source))),
    groupOf: (source) => find(nodeOf(source)),
  }
}

/** Whether one key alone finds the rows of a source: its distribution key, or any column of a reference table, is `$n`. */
export function oneKeyOf(scope: Scope, source: Source): boolean {
  return scope.conditions.some((condition) => {
    if (!('A_Expr' in condition) || condition.A_Expr.kind !== 'AEXPR_OP') return false
    if (!isEquals(condition.A_Expr.name ?? [])) return false
    const { lexpr, rexpr } = condition.A_Expr
    const path = columnPath(lexpr)
    if (!path || sourceOf(scope, path) !== source) return false
    if (source.sharded && !isKey(source, path)) return false
    return rexpr !== undefined && isParameter(rexpr)
  })
}

function isParameter(value: Node): boolean {
  if ('TypeCast' in value) return value.TypeCast.arg !== undefined && isParameter(value.TypeCast.arg)
  return 'ParamRef' in value
}
