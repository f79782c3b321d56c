/**
 * Words that hide what a thing is, and constructs that hide what the code does. Each rule gives a sentence a problem;
 * STYLE.md says why.
 */

import ts from 'typescript'
import { lineOf, visit, type Source } from './sources.ts'

const emptyWords = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'services', 'misc'])

/** What may stand before "service", which means the whole running Laisee and never a part of it. */
const mayPrecede = new Set([
  'create',
  'open',
  'opened',
  'start',
  'started',
  'stop',
  'running',
  'test',
  'the',
  'testing',
])

/** The words of a name that say nothing. */
function emptyOf(words: readonly string[]): string[] {
  const service = words.indexOf('service')
  const isPart = service > 0 && !mayPrecede.has(words[service - 1]!)
  return [...words.filter((word) => emptyWords.has(word)), ...(isPart ? ['service'] : [])]
}

function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
}

/** A folder or file named by an empty word. */
export function pathProblems(path: string): string[] {
  const empty = path.split('/').flatMap((part) => emptyOf(wordsOf(part)))
  const problems = empty.map((word) => `${path}: "${word}" says nothing: name what it does`)
  if (/(^|\/)index\.tsx?$/.test(path)) problems.push(`${path}: no barrels: import the file that has it`)
  return problems
}

/** Everything about the words and constructs of one file. */
export function wordProblems(source: Source): string[] {
  const problems: string[] = []
  const say = (node: ts.Node, problem: string) =>
    problems.push(`${source.path}:${lineOf(source.file, node)} ${problem}`)
  visit(source.file, (node) => {
    const name = declaredName(node)
    const empty = name && emptyOf(wordsOf(name.text))[0]
    if (name && empty) say(name, `"${empty}" in ${name.text} says nothing: name what it does`)
    for (const problem of constructProblems(node, source)) say(node, problem)
  })
  return [...problems, ...barrelProblems(source), ...commentProblems(source)]
}

function declaredName(node: ts.Node): ts.Identifier | undefined {
  const declares =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node)
  return declares && node.name && ts.isIdentifier(node.name) ? node.name : undefined
}

/** Programs a person runs in a terminal print to it; everything else has a log. */
const mayPrint = (path: string) => /^(packages\/cli|scripts|bench|examples)\//.test(path)
const isConfig = (path: string) => /^(packages\/\w+\/)?[\w.-]+\.config\.(ts|js)$/.test(path)

function* constructProblems(node: ts.Node, source: Source): Generator<string> {
  if (node.kind === ts.SyntaxKind.AnyKeyword) yield 'any turns the compiler off: use unknown'
  if (ts.isExportAssignment(node) && !isConfig(source.path)) yield 'no default exports: a thing has one name'
  if (hasModifier(node, ts.SyntaxKind.DefaultKeyword)) yield 'no default exports: a thing has one name'
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && !node.exportClause) {
    yield 'no export * from: import the file that has it'
  }
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return
  const target = node.expression.text
  const member = node.name.text
  if (target === 'console' && !mayPrint(source.path))
    yield 'console is for programs in a terminal: use the log'
  if (/^(describe|test|it)$/.test(target) && /^(only|skip|todo|fails)$/.test(member)) {
    yield `${target}.${member} hides tests`
  }
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind)
}

function barrelProblems(source: Source): string[] {
  const { statements } = source.file
  const barrel =
    statements.length > 0 && statements.every((it) => ts.isExportDeclaration(it) && it.moduleSpecifier)
  return barrel ? [`${source.path} only passes on what others export: no barrels`] : []
}

/** Assembled, so that this list does not find itself. */
const bannedComments: readonly [RegExp, string][] = [
  [new RegExp(`@ts-(${['ignore', 'expect-error', 'nocheck'].join('|')})`), 'turns the compiler off'],
  [
    new RegExp(`(${['eslint', 'prettier', 'biome', 'oxlint'].join('|')})-(disable|ignore)`),
    'turns a check off',
  ],
  [
    new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XXX', 'HACK'].join('|')})\\b`),
    'is a note to oneself: do it or say it in an issue',
  ],
  [
    new RegExp(`\\b(${['for now', 'place' + 'holder', 'not imple' + 'mented'].join('|')})\\b`, 'i'),
    'promises less than the code must do',
  ],
]

function commentProblems(source: Source): string[] {
  return source.text.split('\n').flatMap((line, i) => {
    const comment = /(\/\/|\/\*|^\s*\*).*$/.exec(line)?.[0] ?? ''
    const banned = bannedComments.filter(([pattern]) => pattern.test(comment))
    return banned.map(([pattern, why]) => `${source.path}:${i + 1} "${pattern.exec(comment)?.[0]}" ${why}`)
  })
}
