/**
 * A statement's text is fixed when its file is loaded: what a template puts in is a constant list of columns of the
 * same file, never a value.
 */

import ts from 'typescript'
import { lineOf, visit, type Source } from './sources.ts'

/** Templates of a `.sql.ts` that put in anything but a constant text of the file. */
export function staticTextProblems(source: Source): string[] {
  if (!source.path.endsWith('.sql.ts')) return []
  const fixed = constantTexts(source.file)
  const problems: string[] = []
  visit(source.file, (node) => {
    if (!ts.isTemplateSpan(node)) return
    if (ts.isIdentifier(node.expression) && fixed.has(node.expression.text)) return
    const put = node.expression.getText(source.file)
    problems.push(
      `${source.path}:${lineOf(source.file, node)} puts ${put} into a statement: pass it as a parameter`,
    )
  })
  return problems
}

function constantTexts(file: ts.SourceFile): Set<string> {
  const names = new Set<string>()
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const))
      continue
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer && ts.isStringLiteralLike(initializer)) names.add(name.text)
    }
  }
  return names
}
