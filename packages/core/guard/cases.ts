/**
 * A condition as the cases in which it holds, where that can be decided: each case says for every fact what it may be.
 * With it the check of a policy finds conditions that can never hold, that always hold, and that another rule covers.
 * What it cannot read (sums of facts, comparisons of two facts) it takes for a fact of its own by its text, so it may
 * miss a contradiction and never invents one.
 */

import { serialize, type ASTNode } from '@marcbachmann/cel-js'
import { ruleFacts } from './rule-facts.ts'

/** What one fact may be: whole numbers from `min` to `max`, or one of some texts or truths. */
type May = { min: bigint | null; max: bigint | null; not: ReadonlySet<bigint> } | { in: ReadonlySet<string> }

/** One case: every fact it limits. */
export type Case = ReadonlyMap<string, May>

const casesMax = 64

/** Every case in which the condition holds; null where there are too many to look at. Contradictory cases are left out. */
export function casesOf(node: ASTNode, truth = true): readonly Case[] | null {
  if (node.op === '!_') return casesOf(node.args, !truth)
  if (node.op === '&&' || node.op === '||') {
    const left = casesOf(node.args[0], truth)
    const right = casesOf(node.args[1], truth)
    if (!left || !right) return null
    return (node.op === '&&') === truth ? together(left, right) : few([...left, ...right])
  }
  if (node.op === '?:') return casesOfChoice(node.args, truth)
  if (node.op === 'value' && typeof node.args === 'boolean') return node.args === truth ? [new Map()] : []
  return atom(node, truth)
}

function casesOfChoice([condition, yes, no]: readonly [ASTNode, ASTNode, ASTNode], truth: boolean) {
  const [ifYes, thenYes] = [casesOf(condition), casesOf(yes, truth)]
  const [ifNo, thenNo] = [casesOf(condition, false), casesOf(no, truth)]
  if (!ifYes || !thenYes || !ifNo || !thenNo) return null
  const one = together(ifYes, thenYes)
  const other = together(ifNo, thenNo)
  return one && other ? few([...one, ...other]) : null
}

const few = (cases: readonly Case[]) => (cases.length > casesMax ? null : cases)

function together(left: readonly Case[], right: readonly Case[]): readonly Case[] | null {
  if (left.length * right.length > casesMax * 4) return null
  return few(left.flatMap((one) => right.flatMap((other) => merge(one, other) ?? [])))
}

function merge(one: Case, other: Case): Case | undefined {
  const merged = new Map(one)
  for (const [fact, may] of other) {
    const known = merged.get(fact)
    const left = known ? meet(known, may) : may
    if (isEmpty(left)) return undefined
    merged.set(fact, left)
  }
  return merged
}

const larger = (a: bigint | null, b: bigint | null) => (a === null ? b : b === null ? a : a > b ? a : b)
const smaller = (a: bigint | null, b: bigint | null) => (a === null ? b : b === null ? a : a < b ? a : b)

function meet(one: May, other: May): May {
  if ('in' in one || 'in' in other) {
    return 'in' in one && 'in' in other ? { in: both(one.in, other.in) } : { in: new Set() }
  }
  return {
    min: larger(one.min, other.min),
    max: smaller(one.max, other.max),
    not: new Set([...one.not, ...other.not]),
  }
}

const both = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  new Set([...one].filter((text) => other.has(text)))

function isEmpty(may: May): boolean {
  if ('in' in may) return may.in.size === 0
  const { min, max, not } = may
  if (min === null || max === null) return false
  if (min > max) return true
  if (max - min > 64n) return false
  for (let number = min; number <= max; number++) if (!not.has(number)) return false
  return true
}

/** Whether a case lies wholly inside another. */
function isInside(one: Case, other: Case): boolean {
  for (const [fact, may] of other) {
    const known = one.get(fact)
    if (!known || !isWithin(known, may)) return false
  }
  return true
}

function isWithin(one: May, other: May): boolean {
  if ('in' in one || 'in' in other)
    return 'in' in one && 'in' in other && [...one.in].every((text) => other.in.has(text))
  const from = other.min === null || (one.min !== null && one.min >= other.min)
  const to = other.max === null || (one.max !== null && one.max <= other.max)
  const excluded = [...other.not].every(
    (number) =>
      one.not.has(number) || (one.min !== null && number < one.min) || (one.max !== null && number > one.max),
  )
  return from && to && excluded
}

/** Whether, wherever the one condition holds, the other holds as well; false where that cannot be said. */
export function isCovered(one: readonly Case[] | null, other: readonly Case[] | null): boolean {
  if (!one || !other || one.length === 0) return false
  return one.every((inner) => other.some((outer) => isInside(inner, outer)))
}

const truths = new Set(['true', 'false'])

/** What is read as it stands: a fact that is true, a fact against a number or text; anything else by its own text. */
function atom(node: ASTNode, truth: boolean): readonly Case[] {
  if (node.op === 'id') return one(node.args, { in: new Set([String(truth)]) })
  const compared = comparison(node, truth)
  if (compared) return compared
  const text = serialize(node)
  return one(`(${text})`, { in: new Set([String(truth)]) })
}

function one(fact: string, may: May): readonly Case[] {
  const whole = meetBounds(fact, may)
  return isEmpty(whole) ? [] : [new Map([[fact, whole]])]
}

function meetBounds(fact: string, may: May): May {
  const known = Object.hasOwn(ruleFacts, fact) ? ruleFacts[fact] : undefined
  if (known?.type === 'int' && !('in' in may))
    return meet(may, { min: known.min ?? null, max: known.max ?? null, not: new Set() })
  if (known?.type === 'string' && known.oneOf && 'in' in may) return meet(may, { in: new Set(known.oneOf) })
  return 'in' in may && known?.type !== 'string' ? { in: both(may.in, truths) } : may
}

const flipped = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' } as const
const opposite = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '==': '!=', '!=': '==' } as const
type Comparison = keyof typeof opposite

function comparison(node: ASTNode, truth: boolean): readonly Case[] | undefined {
  if (!Object.hasOwn(opposite, node.op)) return undefined
  const [left, right] = node.args as readonly [ASTNode, ASTNode]
  const isTurned = right.op === 'id'
  const [name, literal] = isTurned ? [right, left] : [left, right]
  const plain = literalOf(literal)
  if (name.op !== 'id' || plain === undefined) return undefined
  const said = node.op as Comparison
  const facing = isTurned ? flipped[said] : said
  return withValue(name.args, truth ? facing : opposite[facing], plain)
}

function literalOf(node: ASTNode): bigint | string | boolean | undefined {
  if (node.op === '-_') {
    const inner = literalOf(node.args)
    return typeof inner === 'bigint' ? -inner : undefined
  }
  if (node.op !== 'value') return undefined
  const { args } = node
  return typeof args === 'bigint' || typeof args === 'string' || typeof args === 'boolean' ? args : undefined
}

function withValue(
  fact: string,
  op: Comparison,
  plain: bigint | string | boolean,
): readonly Case[] | undefined {
  if (typeof plain === 'bigint') {
    const none: ReadonlySet<bigint> = new Set()
    const range = (min: bigint | null, max: bigint | null, not = none) => one(fact, { min, max, not })
    if (op === '<') return range(null, plain - 1n)
    if (op === '<=') return range(null, plain)
    if (op === '>') return range(plain + 1n, null)
    if (op === '>=') return range(plain, null)
    return op === '==' ? range(plain, plain) : range(null, null, new Set([plain]))
  }
  if (op !== '==' && op !== '!=') return undefined
  const all = typeof plain === 'boolean' ? truths : new Set(ruleFacts[fact]?.oneOf)
  const is = new Set([String(plain)])
  return one(fact, { in: op === '==' ? is : new Set([...all].filter((text) => !is.has(text))) })
}
