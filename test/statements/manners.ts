/**
 * Manners of a statement that hold wherever it runs: it names its columns, reads no clock and rolls no dice of its own,
 * and is written in lower case. `mannerProblems` tells what is wrong; an empty list is a good statement.
 */

import { loadModule, parseSync, scanSync, type Node, type SelectStmt } from 'libpg-query'

await loadModule()

/** The service's time is `tx.now()`, read after the locks, and its chance is `tx.random`: SQL has neither. */
const bannedFunctions = new Set([
  'now',
  'clock_timestamp',
  'statement_timestamp',
  'transaction_timestamp',
  'timeofday',
  'random',
  'random_normal',
  'gen_random_uuid',
  'uuidv4',
  'uuidv7',
  'nextval',
])

/** What is wrong with how a statement is written. `clock` is the one statement that may read the database's clock. */
export function mannerProblems(text: string, options: { clock?: boolean } = {}): string[] {
  const problems = new Set<string>()
  for (const { stmt } of parseSync(text).stmts ?? []) look(stmt, problems)
  if (options.clock) problems.delete('calls clock_timestamp(): use tx.now()')
  for (const word of upperCaseKeywords(text)) problems.add(`writes ${word} in upper case`)
  return [...problems]
}

/** Keywords that are not in lower case. */
export function upperCaseKeywords(text: string): string[] {
  const keywords = scanSync(text).tokens.filter((token) => token.keywordName !== 'NO_KEYWORD')
  return [...new Set(keywords.map((token) => token.text).filter((word) => word !== word.toLowerCase()))]
}

function look(part: unknown, problems: Set<string>): void {
  if (Array.isArray(part)) for (const item of part) look(item, problems)
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return
  const node = part as Node
  if ('SQLValueFunction' in node) problems.add('uses current_timestamp or its kin: use tx.now()')
  if ('FuncCall' in node) {
    const last = node.FuncCall.funcname?.at(-1)
    const name = last && 'String' in last ? (last.String.sval ?? '') : ''
    const instead =
      name.includes('rand') || name.includes('uuid') || name === 'nextval'
        ? 'tx.newId or tx.random'
        : 'tx.now()'
    if (bannedFunctions.has(name)) problems.add(`calls ${name}(): use ${instead}`)
  }
  if ('SelectStmt' in node && namesItsColumns(node.SelectStmt)) {
    const { targetList, ...rest } = node.SelectStmt
    return look(rest, problems)
  }
  if ('ColumnRef' in node && node.ColumnRef.fields?.some((field) => 'A_Star' in field)) {
    problems.add('takes every column with *: name them')
  }
  for (const inner of Object.values(part)) look(inner, problems)
}

/** `select * from unnest(…) as line (packet_id, amount)` takes just the columns it names. */
function namesItsColumns(select: SelectStmt): boolean {
  const [target, ...others] = select.targetList ?? []
  const onlyStar =
    target && others.length === 0 && 'ResTarget' in target && 'ColumnRef' in (target.ResTarget.val ?? {})
  const sources = select.fromClause ?? []
  const named = (item: Node) => 'RangeFunction' in item && Boolean(item.RangeFunction.alias?.colnames?.length)
  return Boolean(onlyStar) && sources.length > 0 && sources.every(named)
}
