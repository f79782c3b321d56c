/**
 * The repository's own files as tidy reads them: what git tracks and what it would track, TypeScript parsed once.
 */

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { fromRoot, root } from '../../scripts/root.ts'

export interface Source {
  /** From the repository's root. */
  path: string
  text: string
  file: ts.SourceFile
}

/** Files that a program or a standard wrote: sizes and words are not ours to keep. */
export function isWritten(path: string): boolean {
  return !/(\/generated\/|\.gen\.|\.d\.ts$|\/law\/|^package-lock\.json$|^openapi\.json$|schema\.sql$|\/golden\/)/.test(
    path,
  )
}

/** Tests may reach where the code may not: other features' rows, the clock, the environment. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/testing\/|^test\//.test(path)
}

/** Every file of the repository, ignored ones aside. */
export function listFiles(): string[] {
  const args = ['-c', 'safe.directory=*', 'ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(fromRoot(path))).sort()
}

/** A source made from a text, as the rules' own tests need it. */
export function sourceFrom(path: string, text: string): Source {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return { path, text, file: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind) }
}

/** Every TypeScript file that a person wrote. */
export function readSources(files: readonly string[]): Source[] {
  return files
    .filter((path) => /\.tsx?$/.test(path) && isWritten(path))
    .map((path) => sourceFrom(path, readFileSync(fromRoot(path), 'utf8')))
}

/** Visit every node of a file, parents first. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

/** The line a node begins on, counted from one. */
export function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
}
