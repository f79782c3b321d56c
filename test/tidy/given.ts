/**
 * Time, chance and the environment are given at the root: a seed replays a day only if nobody looks past it. Core takes
 * nothing from the world at all; the packages that run may measure a duration, and no more.
 */

import ts from 'typescript'
import { isTest, lineOf, visit, type Source } from './sources.ts'

/** Who may take something all the same, with the reason. */
export const takers: readonly { path: RegExp; what: readonly string[]; why: string }[] = [
  {
    path: /^packages\/server\/main\.ts$/,
    what: ['process.env'],
    why: 'The composition root reads the environment.',
  },
  {
    path: /^packages\/cli\//,
    what: ['process.env', 'Date.now', 'new Date()'],
    why: 'A command is its own root.',
  },
  {
    path: /^packages\/client\//,
    what: ['crypto.randomUUID', 'crypto.getRandomValues'],
    why: 'A client is its own root: its keys are like nobody else’s, and it comes back at a moment of its own.',
  },
  {
    path: /^packages\/web\/(app\/data\/service-time\.ts|vite\.config\.ts)$/,
    what: ['Date.now', 'process.env'],
    why: 'The device’s clock stands in until the service has told its own; the build reads where a server listens.',
  },
  {
    path: /^packages\/server\/db\/embedded\//,
    what: ['Date.now', 'new Date()', 'process.env'],
    why: 'The launcher minds real processes and their lock files: nobody replays them.',
  },
]

const everywhere = [
  'Date.now',
  'new Date()',
  'Math.random',
  'process.env',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]
const inCore = [
  'performance.now',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'fetch',
  'console',
  'process',
  'crypto',
]

/** What a file of the packages takes from the world and may not. */
export function givenProblems(source: Source): string[] {
  if (isTest(source.path) || !source.path.startsWith('packages/')) return []
  const banned = source.path.startsWith('packages/core/') ? [...everywhere, ...inCore] : everywhere
  const allowed = takers.filter((taker) => taker.path.test(source.path)).flatMap((taker) => taker.what)
  const problems: string[] = []
  visit(source.file, (node) => {
    const what = taken(node)
    if (what === undefined || !banned.includes(what) || allowed.includes(what)) return
    problems.push(
      `${source.path}:${lineOf(source.file, node)} ${what} is given at the root, never taken here`,
    )
  })
  return problems
}

/** What this node takes: a call of the clock, of chance, or a global by its own name. */
function taken(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Date') {
    return node.arguments?.length ? undefined : 'new Date()'
  }
  if (ts.isPropertyAccessExpression(node)) {
    return ts.isIdentifier(node.expression) ? `${node.expression.text}.${node.name.text}` : undefined
  }
  if (!ts.isIdentifier(node) || !inCore.includes(node.text)) return undefined
  const { parent } = node
  const isName = ts.isPropertyAccessExpression(parent) && parent.name === node
  const isKey = 'name' in parent && parent.name === node
  return isName || isKey || ts.isImportSpecifier(parent) ? undefined : node.text
}
