/** `laisee advise`: what to do now about money sent by mistake. It needs no server, and nothing leaves the machine. */

import { readMoment } from '@laisee/core/advisor/read-value.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { interviewWords } from '@laisee/core/words/advisor/interview-words.ts'
import { sayPlan, type Told } from '@laisee/core/words/advisor/say-plan.ts'
import type { Language } from '@laisee/core/words/words.ts'
import { interview, StoppedError } from '../advise/ask.ts'
import { writeCalendar } from '../advise/calendar-file.ts'
import { claimEnding, writeClaim } from '../advise/claim-file.ts'
import { planLines } from '../advise/plan-lines.ts'
import { readTold } from '../advise/read-told.ts'
import { command } from '../command.ts'
import { print, printAside, printJson } from '../output.ts'
import { oneOf, UsageError } from '../usage.ts'

const languages = ['zh', 'en'] as const

export const advise = command(
  {
    situation: {
      type: 'string',
      description:
        'A situation as POST /v1/advice takes it; - reads the standard input. Without it, questions',
      valueHint: 'FILE',
    },
    lang: { type: 'string', description: 'Of questions and plan; zh where nobody says', valueHint: 'zh|en' },
    at: {
      type: 'string',
      description: 'The moment to plan for, with its zone; now where it is not said',
      valueHint: 'MOMENT',
    },
    'claim-draft': {
      type: 'string',
      description: 'Also write the plan’s draft of a claim to a new file',
      valueHint: 'FILE.docx|FILE.pdf',
    },
    ics: {
      type: 'string',
      description: 'Also write every deadline of the plan to a new calendar file',
      valueHint: 'FILE.ics',
    },
    json: { type: 'boolean', description: 'Print the plan as POST /v1/advice gives it' },
  },
  async (args) => {
    const typed = args.lang === undefined ? undefined : oneOf('--lang', args.lang, languages)
    const claimFile = args['claim-draft']
    const ending = claimFile === undefined ? undefined : claimEnding(claimFile)
    if (args.ics === '') throw new UsageError('--ics is missing: the file to write')
    const now = args.at === undefined ? Date.now() : momentTyped(args.at)
    const told: Asked | undefined =
      args.situation === undefined ? await ask(now, typed ?? 'zh') : await readTold(args.situation, now)
    if (told === undefined) return 1
    const language = typed ?? told.lang ?? 'zh'
    const plan = sayPlan(told, now, language)
    if (args.json) printJson(plan)
    else print(...planLines(plan, Intl.DateTimeFormat().resolvedOptions().timeZone))
    if (claimFile !== undefined && ending !== undefined) await writeClaim(plan, claimFile, ending)
    if (args.ics !== undefined) await writeCalendar(told.situation, now, language, args.ics)
    return 0
  },
)

function momentTyped(text: string): Instant {
  const read = readMoment(text)
  if ('problem' in read) throw new UsageError(`--at ${read.problem}`)
  return read.value
}

/** What was told, and the language it was told in where that was said. */
type Asked = Told & { lang?: Language | undefined }

/** The answers of whoever sits there; undefined where they broke it off. */
async function ask(now: Instant, language: Language): Promise<Told | undefined> {
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new UsageError('there is nobody to ask: give --situation FILE, or - for the standard input')
  try {
    return await interview(now, language)
  } catch (error) {
    if (!(error instanceof StoppedError)) throw error
    printAside(interviewWords[language].stopped)
    return undefined
  }
}
