/** `laisee scam-check`: signs of fraud in a text, a link or a number. It needs no server, and nothing leaves the machine. */

import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { checkScam, scamKinds, type ScamCheck } from '@laisee/core/scam/check-scam.ts'
import {
  sayScamAdvice,
  sayScamPattern,
  sayScamSignal,
  sayScamVerdict,
  sayScamVerdictDetail,
} from '@laisee/core/words/scam/say-scam.ts'
import type { Language } from '@laisee/core/words/words.ts'
import { command } from '../command.ts'
import { print, printJson } from '../output.ts'
import { oneOf, UsageError } from '../usage.ts'

const languages = ['zh', 'en'] as const

export const scamCheck = command(
  {
    text: {
      type: 'positional',
      required: false,
      description: 'What to check; without it and without --file, the standard input',
    },
    file: { type: 'string', description: 'A file that holds what to check', valueHint: 'FILE' },
    kind: { type: 'string', description: 'What it is, where that is known', valueHint: scamKinds.join('|') },
    language: { type: 'string', description: 'Of the answer', valueHint: 'zh|en', default: 'en' },
    json: { type: 'boolean', description: 'Print the check as POST /v1/scam-checks gives it' },
  },
  async (args) => {
    const kind = args.kind === undefined ? undefined : oneOf('--kind', args.kind, scamKinds)
    const language = oneOf('--language', args.language, languages)
    const text = await given(args.text, args.file)
    if (text.trim() === '') throw new UsageError('there is nothing to check')
    const check = checkScam({ text, ...(kind && { kind }) })
    if (args.json) printJson(check)
    else print(...tell(check, language))
    return check.verdict === 'no_sign_found' ? 0 : 1
  },
)

async function given(text: string | undefined, file: string | undefined): Promise<string> {
  if (text !== undefined && file !== undefined) throw new UsageError('a text or --file, not both')
  if (text !== undefined && text !== '-') return text
  if (file === undefined) return readAll(process.stdin)
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`)
  }
}

function tell(check: ScamCheck, language: Language): string[] {
  const lines = [sayScamVerdict(language, check.verdict), sayScamVerdictDetail(language, check.verdict)]
  if (check.patterns.length > 0) {
    lines.push('', check.patterns.map((id) => `${id} ${sayScamPattern(language, id)}`).join(' · '))
  }
  if (check.signals.length > 0) lines.push('')
  for (const signal of check.signals) {
    lines.push(`${String(signal.weight).padStart(3)}  ${sayScamSignal(language, signal)}`)
  }
  lines.push('', ...check.advice.map((advice, i) => `${i + 1}. ${sayScamAdvice(language, advice)}`))
  return lines
}
