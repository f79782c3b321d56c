/**
 * Whether a statement would run on a distributed PostgreSQL without asking every node: each sharded table it touches
 * is pinned to distribution keys the statement was given, tables are joined on their keys only, and a row lock names
 * one key. `keyProblems` tells what is wrong in words; an empty list is a good statement.
 */

import type { DeleteStmt, InsertStmt, Node, RangeVar, SelectStmt, UpdateStmt, WithClause } from 'libpg-query'
import { loadModule, parseSync } from 'libpg-query'
import { distributionKey } from '../../packages/server/db/distribution.ts'
import { addFrom, addRelation, conjuncts, openScope, type Scope } from './scope.ts'
import { anchorsOf, oneKeyOf } from './anchors.ts'

await loadModule()

/** What is wrong with a statement's keys, one sentence a problem. */
export function keyProblems(text: string): string[] {
  const problems: string[] = []
  for (const { stmt } of parseSync(text).stmts ?? []) {
    if (stmt) checkQuery(stmt, new Set(), undefined, problems)
  }
  return problems
}

function checkQuery(
  query: Node,
  expressions: ReadonlySet<string>,
  outer: Scope | undefined,
  problems: string[],
): void {
  if ('SelectStmt' in query) checkSelect(query.SelectStmt, expressions, outer, problems)
  else if ('InsertStmt' in query) checkInsert(query.InsertStmt, expressions, outer, problems)
  else if ('UpdateStmt' in query) checkUpdate(query.UpdateStmt, expressions, outer, problems)
  else if ('DeleteStmt' in query) checkDelete(query.DeleteStmt, expressions, outer, problems)
  else problems.push(`is a ${Object.keys(query)[0]}, which this check does not know`)
}

/** Check the `with` list in order; each expression is visible to those after it and to the statement. */
function checkWith(
  clause: WithClause | undefined,
  expressions: ReadonlySet<string>,
  outer: Scope | undefined,
  problems: string[],
): ReadonlySet<string> {
  const visible = new Set(expressions)
  for (const node of clause?.ctes ?? []) {
    if (!('CommonTableExpr' in node)) continue
    const { ctename = '', ctequery } = node.CommonTableExpr
    if (clause?.recursive) visible.add(ctename)
    if (ctequery) checkQuery(ctequery, visible, outer, problems)
    visible.add(ctename)
  }
  return visible
}

function checkSelect(
  select: SelectStmt,
  expressions: ReadonlySet<string>,
  outer: Scope | undefined,
  problems: string[],
): void {
  const visible = checkWith(select.withClause, expressions, outer, problems)
  if (select.larg && select.rarg) {
    checkSelect(select.larg, visible, outer, problems)
    checkSelect(select.rarg, visible, outer, problems)
    return
  }
  const scope = openScope(visible, outer)
  for (const item of select.fromClause ?? []) addFrom(scope, item)
  scope.conditions.push(...conjuncts(select.whereClause))
  checkScope(scope, problems)
  if (select.lockingClause?.length) checkLock(scope, problems)
  const { fromClause, withClause, lockingClause, ...rest } = select
  checkInside([rest, joinConditions(fromClause)], scope, problems)
}

function checkInsert(
  insert: InsertStmt,
  expressions: ReadonlySet<string>,
  outer: Scope | undefined,
  problems: string[],
): void {
  const visible = checkWith(insert.withClause, expressions, outer, problems)
  const table = insert.relation?.relname ?? ''
  const key = distributionKey(table)
  const columns = (insert.cols ?? []).map((node) => ('ResTarget' in node ? node.ResTarget.name : undefined))
  if (key !== undefined && !columns.includes(key))
    problems.push(`inserts into ${table} without its key ${key}`)
  const conflict = insert.onConflictClause?.infer?.indexElems ?? []
  const conflictOn = conflict.map((node) => ('IndexElem' in node ? node.IndexElem.name : undefined))
  if (key !== undefined && insert.onConflictClause?.infer && !conflictOn.includes(key)) {
    problems.push(`looks for a conflict in ${table} without its key ${key}`)
  }
  if (insert.onConflictClause?.targetList)
    refuseKeyChange(table, insert.onConflictClause.targetList, problems)
  if (insert.selectStmt) checkQuery(insert.selectStmt, visible, outer, problems)
}

function checkUpdate(
  update: UpdateStmt,
  expressions: ReadonlySet<string>,
  outer: Scope | undefined,
  problems: string[],
): void {
  const visible = checkWith(update.withClause, expressions, outer, problems)
  refuseKeyChange(update.relation?.relname ?? '', update.targetList ?? [], problems)
  checkChange(update.relation, update.fromClause, update.whereClause, visible, outer, problems)
}

function checkDelete(
  remove: DeleteStmt,
  expressions: ReadonlySet<string>,
  outer: Scope | undefined,
  problems: string[],
): void {
  const visible = checkWith(remove.withClause, expressions, outer, problems)
  checkChange(remove.relation, remove.usingClause, remove.whereClause, visible, outer, problems)
}

function checkChange(
  relation: RangeVar | undefined,
  from: Node[] | undefined,
  where: Node | undefined,
  expressions: ReadonlySet<string>,
  outer: Scope | undefined,
  problems: string[],
): void {
  const scope = openScope(expressions, outer)
  if (relation) addRelation(scope, relation)
  for (const item of from ?? []) addFrom(scope, item)
  scope.conditions.push(...conjuncts(where))
  checkScope(scope, problems)
  checkInside([where, joinConditions(from)], scope, problems)
}

function refuseKeyChange(table: string, targets: Node[], problems: string[]): void {
  const key = distributionKey(table)
  const changed = targets.some((node) => 'ResTarget' in node && node.ResTarget.name === key)
  if (key !== undefined && changed) problems.push(`changes the key ${key} of ${table}`)
}

/** Every sharded table of one level is pinned, and all of them to the same keys. */
function checkScope(scope: Scope, problems: string[]): void {
  for (const query of scope.subqueries) checkQuery(query, scope.expressions, scope, problems)
  const anchors = anchorsOf(scope)
  const sharded = scope.sources.filter((source) => source.sharded)
  const groups = new Set(sharded.map((source) => anchors.groupOf(source)))
  for (const source of sharded) {
    if (anchors.isPinned(source)) continue
    problems.push(`touches ${source.sharded?.table} without its key ${source.sharded?.key}`)
  }
  if (groups.size > 1) {
    problems.push(`joins ${sharded.map((source) => source.sharded?.table).join(' and ')} across keys`)
  }
}

/** Tables that have one row by their own law: to lock them is to lock it. */
const oneRowTables = ['clock']

/** A row lock names one key: `for update` over several shards is refused by a distributed PostgreSQL. */
function checkLock(scope: Scope, problems: string[]): void {
  const tables = scope.sources.filter((source) => source.isTable)
  const [only] = tables
  if (tables.length !== 1 || only === undefined || scope.sources.length !== 1) {
    problems.push('locks rows of a join: lock one table by one key')
  } else if (!oneKeyOf(scope, only) && !oneRowTables.includes(only.name))
    problems.push(`locks rows of ${only.name} without one key: use key = $n`)
}

/** Look at every query inside expressions: `exists (…)`, `in (…)`, a scalar subquery. */
function checkInside(part: unknown, scope: Scope, problems: string[]): void {
  if (Array.isArray(part)) for (const item of part) checkInside(item, scope, problems)
  else if (typeof part === 'object' && part !== null) {
    if ('SubLink' in part) {
      const link = (part as Extract<Node, { SubLink: unknown }>).SubLink
      if (link.subselect) checkQuery(link.subselect, scope.expressions, scope, problems)
      return
    }
    for (const inner of Object.values(part)) checkInside(inner, scope, problems)
  }
}

function joinConditions(from: Node[] | undefined): Node[] {
  return (from ?? []).flatMap((item) => {
    if (!('JoinExpr' in item)) return []
    const { larg, rarg, quals } = item.JoinExpr
    return [...joinConditions(larg && [larg]), ...joinConditions(rarg && [rarg]), ...(quals ? [quals] : [])]
  })
}
