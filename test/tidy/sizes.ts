/**
 * Sizes: a function has at most 70 lines, a file at most 400, and one over 200 is listed with its size in
 * over-200-lines.json, where it may shrink and never grow.
 */

import ts from 'typescript'
import { isTest, lineOf, visit, type Source } from './sources.ts'

export const functionLinesMax = 70
export const fileLinesMax = 400
export const fileLinesSoft = 200

export interface LongFunction {
  path: string
  line: number
  name: string
  lines: number
}

/** Functions over the limit. The bodies of `describe` and `test` are lists, not functions. */
export function longFunctions(source: Source): LongFunction[] {
  const found: LongFunction[] = []
  visit(source.file, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || isTestBody(node)) return
    const line = lineOf(source.file, node)
    const end = source.file.getLineAndCharacterOfPosition(node.end).line + 1
    const lines = end - line + 1
    if (lines > functionLinesMax)
      found.push({ path: source.path, line, name: nameOf(node, source.file), lines })
  })
  return found
}

function isTestBody(node: ts.Node): boolean {
  if (!ts.isCallExpression(node.parent)) return false
  const callee = node.parent.expression.getText()
  return /^(describe|describe\.each\(|test\.each\()/.test(callee)
}

function nameOf(node: ts.SignatureDeclaration, file: ts.SourceFile): string {
  if (node.name) return node.name.getText(file)
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText(file) : '(without a name)'
}

/** How many lines a text has. */
export function lineCount(text: string): number {
  return text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

/** What the sizes say against the list of those that are over the soft limit. */
export function sizeProblems(
  sizes: ReadonlyMap<string, number>,
  listed: Readonly<Record<string, number>>,
): string[] {
  const problems: string[] = []
  for (const [path, lines] of sizes) {
    const most = listed[path]
    if (lines > fileLinesMax) problems.push(`${path} has ${lines} lines: ${fileLinesMax} is the limit`)
    else if (isTest(path)) continue
    else if (most === undefined && lines > fileLinesSoft) {
      problems.push(
        `${path} has ${lines} lines: split it, or list it in over-200-lines.json and say why in the review`,
      )
    } else if (most !== undefined && lines > most)
      problems.push(`${path} grew from ${most} to ${lines} lines`)
    else if (most !== undefined && lines <= fileLinesSoft) {
      problems.push(`${path} has ${lines} lines: take it off over-200-lines.json`)
    }
  }
  for (const path of Object.keys(listed))
    if (!sizes.has(path)) problems.push(`${path} is listed and not there`)
  return problems
}
