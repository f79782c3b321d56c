/**
 * Reading a recorded day from a file, as JSON lines or as CSV: one record a line, a fault told with its line
 * (docs/reference/replay-format.md).
 */

import { fromIso } from '@laisee/core/instant.ts'
import { readCsv } from './csv.ts'
import { dayProblem, sendKinds, type Day, type Group, type Person, type Send } from './day.ts'
import {
  NotationError,
  readClaims,
  readId,
  readIds,
  readMistake,
  readRecipients,
  readSteps,
} from './notation.ts'

export const columns = [
  'record',
  'id',
  'at',
  'from',
  'to',
  'kind',
  'split',
  'total',
  'count',
  'undo_s',
  'expire_after_s',
  'delay_s',
  'name',
  'claims',
  'then',
  'mis_send',
] as const
export type Column = (typeof columns)[number]

export const recordKinds = ['day', 'person', 'group', 'send'] as const

/** One record, its fields as texts; what is not there is empty. */
type Fields = Record<Column, string>

interface Read {
  line: number
  fields: Fields
}

/** Everyone in the day, as the members of a group. */
export const everyone = '*'

/** A fault in a file, told with its place. */
export class DayError extends Error {
  override readonly name = 'DayError'
}

/** The day a file's text holds: CSV where the first line says so, else JSON lines. Throws DayError. */
export function readDay(text: string): Day {
  const body = text.replace(/^\uFEFF/, '')
  const records = body.startsWith('record,') ? recordsOfCsv(body) : recordsOfJson(body)
  const head = records.find(({ fields }) => fields.record === 'day')
  if (!head) throw new DayError('there is no record of the day itself')
  const of = (kind: string) => records.filter(({ fields }) => fields.record === kind)
  const people = of('person').map((read) => at(read, personFrom))
  const groups = of('group').map((read) => at(read, (fields) => groupFrom(fields, people)))
  const sends = of('send').map((read) => at(read, sendFrom))
  const { id: name, name: about, kind } = head.fields
  const day: Day = { name, about, synthetic: kind === 'synthetic', people, groups, sends }
  const problem = dayProblem(day)
  if (problem !== undefined) throw new DayError(problem)
  return day
}

function at<T>({ line, fields }: Read, read: (fields: Fields) => T): T {
  try {
    return read(fields)
  } catch (error) {
    if (error instanceof NotationError) throw new DayError(`line ${line}: ${error.message}`)
    throw error
  }
}

function recordsOfCsv(text: string): Read[] {
  const [head, ...rows] = readCsv(text)
  const names = head?.fields ?? []
  const unknown = names.find((name) => !(columns as readonly string[]).includes(name))
  if (unknown !== undefined) throw new DayError(`line 1: there is no column ${JSON.stringify(unknown)}`)
  return rows.map(({ line, fields }) => {
    if (fields.length > names.length) throw new DayError(`line ${line}: more fields than columns`)
    return checked(line, Object.fromEntries(names.map((name, i) => [name, fields[i] ?? ''])))
  })
}

function recordsOfJson(text: string): Read[] {
  return text.split('\n').flatMap((json, i) => (json.trim() === '' ? [] : [recordOfJson(json, i + 1)]))
}

function recordOfJson(json: string, line: number): Read {
  let record: unknown
  try {
    record = JSON.parse(json)
  } catch (error) {
    throw new DayError(`line ${line}: not JSON (${(error as Error).message})`)
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw new DayError(`line ${line}: not a JSON object`)
  }
  const texts = Object.entries(record).map(([name, part]): [string, string] => {
    if (!(columns as readonly string[]).includes(name)) {
      throw new DayError(`line ${line}: there is no field ${JSON.stringify(name)}`)
    }
    if (typeof part !== 'string' && typeof part !== 'number') {
      throw new DayError(`line ${line}: ${name} is neither a text nor a number`)
    }
    return [name, String(part)]
  })
  return checked(line, Object.fromEntries(texts))
}

function checked(line: number, given: Record<string, string>): Read {
  const fields = Object.fromEntries(columns.map((name) => [name, given[name] ?? ''])) as Fields
  if (!(recordKinds as readonly string[]).includes(fields.record)) {
    throw new DayError(
      `line ${line}: record is one of ${recordKinds.join(', ')}, not ${JSON.stringify(fields.record)}`,
    )
  }
  return { line, fields }
}

function personFrom({ id, name, total, undo_s }: Fields): Person {
  return {
    id: readId(id, 'id'),
    name,
    wallet: BigInt(whole('total', total)),
    undoS: wholeOrNull('undo_s', undo_s),
  }
}

function groupFrom({ id, name, to }: Fields, people: readonly Person[]): Group {
  const members = to === everyone ? people.map((person) => person.id) : readIds(to, 'to')
  return { id: readId(id, 'id'), name, members }
}

function sendFrom(fields: Fields): Send {
  const moment = fromIso(fields.at)
  if (moment === undefined)
    throw new NotationError(`at is not a moment in RFC 3339: ${JSON.stringify(fields.at)}`)
  const kind = sendKinds.find((known) => known === fields.kind)
  if (!kind)
    throw new NotationError(`kind is one of ${sendKinds.join(', ')}, not ${JSON.stringify(fields.kind)}`)
  return {
    id: readId(fields.id, 'id'),
    at: moment,
    from: readId(fields.from, 'from'),
    to: readRecipients(fields.to),
    kind,
    total: BigInt(whole('total', fields.total)),
    count: fields.count === '' ? 1 : whole('count', fields.count),
    split: splitFrom(fields.split),
    greeting: fields.name,
    expireAfterS: wholeOrNull('expire_after_s', fields.expire_after_s),
    delayS: wholeOrNull('delay_s', fields.delay_s),
    claims: readClaims(fields.claims),
    steps: readSteps(fields.then),
    mistake: readMistake(fields.mis_send),
  }
}

function splitFrom(text: string): Send['split'] {
  if (text === '') return null
  if (text === 'wechat' || text === 'provable') return text
  throw new NotationError(`split is wechat or provable, not ${JSON.stringify(text)}`)
}

function whole(name: string, text: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!Number.isSafeInteger(number))
    throw new NotationError(`${name} is not a whole number: ${JSON.stringify(text)}`)
  return number
}

function wholeOrNull(name: string, text: string): number | null {
  return text === '' ? null : whole(name, text)
}
