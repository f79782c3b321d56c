/** The recorded cases of the scam check, read from `test/scam/data`: made-up messages, made-up hosts, real lists. */

import { readFileSync } from 'node:fs'
import { fromRoot } from '../../scripts/root.ts'

export interface Case {
  /** `S4`, or the heading under which it stands. */
  kind: string
  text: string
}

/** The cases of a file: a line each, ` // ` between the messages of a dialogue, `## S4` before those of a kind. */
export function readCases(name: string): Case[] {
  const cases: Case[] = []
  let kind = ''
  for (const line of readFileSync(fromRoot(`test/scam/data/${name}`), 'utf8').split('\n')) {
    if (line.startsWith('## ')) kind = line.slice(3)
    else if (line !== '' && !line.startsWith('# ')) cases.push({ kind, text: line.replaceAll(' // ', '\n') })
  }
  return cases
}

/** The lines of a list, its remarks aside. */
export function readList(name: string): string[] {
  return readCases(name).map(({ text }) => text)
}
