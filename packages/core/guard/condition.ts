/**
 * A condition read from its text: CEL over the facts of rule-facts.ts, and only what can neither loop nor fail. No calls,
 * no lists to walk, no patterns; what costs too much or names no fact is told with its exact place.
 */

import { Environment, ParseError, type ASTNode } from '@marcbachmann/cel-js'
import { ruleFacts, type RuleFactValues } from './rule-facts.ts'

export const conditionLengthMax = 1_000
const nodesMax = 120

export type ConditionFault =
  | 'syntax'
  | 'too_long'
  | 'too_costly'
  | 'unknown_fact'
  | 'not_allowed'
  | 'may_fail'
  | 'wrong_type'
  | 'not_a_condition'

/** A stretch of a condition's text in UTF-16 units, with the line and column of its start, from 1. */
export interface Place {
  start: number
  end: number
  line: number
  column: number
}

export interface ConditionProblem {
  code: ConditionFault
  /** What the text says there. */
  text: string
  at: Place
}

export interface Condition {
  ast: ASTNode
  holds(values: RuleFactValues): unknown
}

function openEnvironment(): Environment {
  const environment = new Environment({
    limits: {
      maxAstNodes: nodesMax,
      maxDepth: 20,
      maxListElements: 20,
      maxMapEntries: 1,
      maxCallArguments: 3,
    },
  })
  for (const [name, { type }] of Object.entries(ruleFacts)) environment.registerVariable(name, type)
  return environment
}

const environment = openEnvironment()

/** The condition a text is, or what is wrong with it: the first thing in reading order. */
export function readCondition(text: string): Condition | ConditionProblem {
  if (text.length > conditionLengthMax)
    return problem('too_long', text, { start: conditionLengthMax, end: text.length })
  let parsed
  try {
    parsed = environment.parse(text)
  } catch (error) {
    const range = error instanceof ParseError ? error.range : undefined
    const isCost = error instanceof ParseError && error.code === 'limit_exceeded'
    return problem(isCost ? 'too_costly' : 'syntax', text, range ?? { start: 0, end: text.length })
  }
  const barred = barredIn(parsed.ast)
  if (barred) return problem(barred.code, text, barred.range)
  const { valid, type, error } = parsed.check()
  if (!valid)
    return problem(
      error?.code === 'unknown_variable' ? 'unknown_fact' : 'wrong_type',
      text,
      error?.range ?? parsed.ast.range,
    )
  if (type !== 'bool') return problem('not_a_condition', text, parsed.ast.range)
  return { ast: parsed.ast, holds: (values) => parsed(values) as unknown }
}

export function isProblem(read: Condition | ConditionProblem): read is ConditionProblem {
  return 'code' in read
}

function problem(
  code: ConditionFault,
  text: string,
  { start, end }: { start: number; end: number },
): ConditionProblem {
  const before = text.slice(0, start).split('\n')
  const place = { start, end, line: before.length, column: (before.at(-1) ?? '').length + 1 }
  return { code, text: text.slice(start, Math.max(end, start + 1)), at: place }
}

interface Barred {
  code: ConditionFault
  range: { start: number; end: number }
}

/** The first thing that is no part of this language: what walks, calls, or can fail at a send. */
function barredIn(node: ASTNode): Barred | undefined {
  switch (node.op) {
    case 'id':
      return Object.hasOwn(ruleFacts, node.args) ? undefined : { code: 'unknown_fact', range: node.range }
    case 'value':
      return undefined
    case '!_':
    case '-_':
      return barredIn(node.args)
    case '/':
    case '%': {
      const [left, right] = node.args
      const isSafe = right.op === 'value' && typeof right.args === 'bigint' && right.args > 0n
      return barredIn(left) ?? (isSafe ? undefined : { code: 'may_fail', range: right.range })
    }
    case 'list':
      return node.args.map(barredIn).find((barred) => barred !== undefined)
    case '==':
    case '!=':
    case 'in':
    case '+':
    case '-':
    case '*':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '&&':
    case '||':
      return barredIn(node.args[0]) ?? barredIn(node.args[1])
    case '?:':
      return node.args.map(barredIn).find((barred) => barred !== undefined)
    default:
      return { code: 'not_allowed', range: node.range }
  }
}
