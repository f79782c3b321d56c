/** A situation from a file or the standard input, read as the API reads it; what is at fault is named by its field. */

import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { readSituation } from '@laisee/core/advisor/read-situation.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Told } from '@laisee/core/words/advisor/say-plan.ts'
import type { Language } from '@laisee/core/words/words.ts'
import { UsageError } from '../usage.ts'

/** No situation is longer than this. */
const charactersMax = 1_000_000

const languages = ['zh', 'en'] as const

async function textIn(file: string): Promise<string> {
  if (file === '-') return readAll(process.stdin)
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`)
  }
}

/** What a file tells, and the language it asks for. Throws UsageError. */
export async function readTold(file: string, now: Instant): Promise<Told & { lang: Language | undefined }> {
  const name = file === '-' ? 'the standard input' : file
  const text = await textIn(file)
  if (text.length > charactersMax)
    throw new UsageError(`${name} is longer than ${charactersMax} characters: no situation is`)
  const { lang, json } = withoutLang(parsed(text, name))
  const reading = readSituation(json, now)
  const language = languages.find((it) => it === lang)
  const problems = [
    ...(lang === undefined || language !== undefined ? [] : [{ field: 'lang', message: 'must be zh or en' }]),
    ...('problems' in reading ? reading.problems : []),
  ]
  if (problems.length > 0 || 'problems' in reading) {
    const faults = problems.map(({ field, message }) => `${field} ${message}`.trim())
    throw new UsageError(`${name}: ${faults.join('; ')}`)
  }
  return { ...reading, lang: language }
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new UsageError(`${name} is not JSON: ${(error as Error).message}`)
  }
}

/** The API takes the language beside the situation; so does a file. */
function withoutLang(json: unknown): { lang?: unknown; json: unknown } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { json }
  const { lang, ...rest } = json as Record<string, unknown>
  return { lang, json: rest }
}
