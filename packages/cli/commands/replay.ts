/** `laisee replay`: a recorded day, played to a running service through its public API, and accounted for to the fen. */

import { readFile } from 'node:fs/promises'
import { createClient } from '@laisee/client/client.ts'
import { secondMs } from '@laisee/core/instant.ts'
import { command } from '../command.ts'
import { print, printJson } from '../output.ts'
import { startProgress } from '../progress.ts'
import { serviceUrl } from '../remote.ts'
import { Books } from '../replay/books.ts'
import { makeCast } from '../replay/cast.ts'
import { Crowd } from '../replay/crowd.ts'
import { speedForAMinute, type Day } from '../replay/day.ts'
import { Play } from '../replay/play.ts'
import { DayError, readDay } from '../replay/read-day.ts'
import { reportLines, reportOf, type ReplayReport } from '../replay/report.ts'
import { settle } from '../replay/settle.ts'
import { clockStage, failUnlessClockMoves, wallStage } from '../replay/stage.ts'
import { Stopwatch } from '../replay/timing.ts'
import { required, UsageError, wholeNumber } from '../usage.ts'

export const replay = command(
  {
    file: {
      type: 'positional',
      required: true,
      description: 'The day, as JSON lines or CSV (docs/reference/replay-format.md)',
    },
    url: {
      type: 'string',
      description: 'Where the service listens; LAISEE_URL where it is not said',
      valueHint: 'URL',
    },
    key: {
      type: 'string',
      description: 'An operator’s key; LAISEE_KEY where it is not said',
      valueHint: 'KEY',
    },
    speed: {
      type: 'string',
      description: 'How many times faster than it was; without, as fast as makes it a minute',
      valueHint: 'N',
    },
    clock: {
      type: 'boolean',
      description: 'Move a demo world’s clock instead: every second as recorded, the quiet ones skipped',
    },
    at: { type: 'string', description: 'How many requests at a time', valueHint: 'N', default: '64' },
    wait: {
      type: 'string',
      description: 'How long to wait at the end for what the clock decides',
      valueHint: 'SECONDS',
      default: '90',
    },
    json: { type: 'boolean', description: 'Print the report as JSON' },
  },
  async (args) => {
    const key = required('--key', args.key ?? process.env.LAISEE_KEY, 'an operator’s key; or set LAISEE_KEY')
    const ask = {
      baseUrl: serviceUrl(args.url),
      key,
      speed:
        args.speed === undefined ? undefined : wholeNumber('--speed', args.speed, { min: 1, max: 1_000_000 }),
      moveClock: args.clock === true,
      atOnce: wholeNumber('--at', args.at, { min: 1, max: 1_024 }),
      patienceMs: wholeNumber('--wait', args.wait, { min: 0, max: 86_400 }) * secondMs,
    }
    const report = await replayDay(await dayIn(args.file), ask)
    if (args.json) printJson(report)
    else print(...reportLines(report))
    return report.ok ? 0 : 1
  },
)

const sweepPatienceMs = 20_000

async function dayIn(file: string): Promise<Day> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`)
  }
  try {
    return readDay(text)
  } catch (error) {
    if (error instanceof DayError) throw new UsageError(`${file}: ${error.message}`)
    throw error
  }
}

interface ReplayAsk {
  baseUrl: string
  key: string
  speed: number | undefined
  moveClock: boolean
  atOnce: number
  patienceMs: number
}

async function replayDay(day: Day, ask: ReplayAsk): Promise<ReplayReport> {
  const startedAt = performance.now()
  const { baseUrl, key, patienceMs } = ask
  const operator = createClient({ baseUrl, token: key })
  if (ask.moveClock) await failUnlessClockMoves(operator)
  const [crowd, stopwatch, books] = [new Crowd(ask.atOnce), new Stopwatch(), new Books()]
  const actions = day.sends.reduce((sum, { claims, steps }) => sum + 1 + claims.length + steps.length, 0)
  const progress = startProgress(day.people.length + actions)
  try {
    progress.say(`${day.people.length} people come in`)
    const onPerson = () => progress.step(`${day.people.length} people come in`)
    const cast = await makeCast(day, { baseUrl, operator, crowd, stopwatch, onPerson })
    for (const { id, wallet } of day.people) books.begin(id, wallet)
    const stage = ask.moveClock
      ? await clockStage(operator, crowd)
      : wallStage(ask.speed ?? speedForAMinute(day), operator, crowd)
    const play = new Play({
      day,
      cast,
      books,
      stage,
      stopwatch,
      onPlayed: () => progress.step('the day is played'),
    })
    await play.run()
    progress.say('what is due is waited for, and everything read back')
    const readBack = await settle(play.outcomes, {
      operator,
      cast,
      books,
      stage,
      crowd,
      patienceMs,
      sweepPatienceMs,
    })
    progress.end(`${day.name} is played`)
    return reportOf({ day, play, readBack, books, stopwatch, tookMs: performance.now() - startedAt })
  } catch (error) {
    progress.end('stopped')
    throw error
  }
}
