/** Writing a day down as JSON lines or as CSV, so that `readDay` reads the same day again. */

import type { Instant } from '@laisee/core/instant.ts'
import { csvLine } from './csv.ts'
import type { Day, Group, Person, Send } from './day.ts'
import { claimsText, recipientsText, stepsText } from './notation.ts'
import { columns, everyone, type Column } from './read-day.ts'

type Row = Partial<Record<Column, string | number>>

/** The day as JSON lines. Moments are written in Beijing time, where these days are. */
export function dayAsJsonLines(day: Day): string {
  return recordsOf(day)
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('')
}

/** The day as CSV, with a heading. */
export function dayAsCsv(day: Day): string {
  const rows = recordsOf(day).map((record) => columns.map((column) => String(record[column] ?? '')))
  return [columns, ...rows].map((row) => `${csvLine(row)}\n`).join('')
}

function recordsOf(day: Day): Row[] {
  return [
    { record: 'day', id: day.name, ...(day.synthetic ? { kind: 'synthetic' } : {}), name: day.about },
    ...day.people.map(personRecord),
    ...day.groups.map((group) => groupRecord(group, day.people)),
    ...day.sends.map(sendRecord),
  ]
}

function personRecord({ id, name, wallet, undoS }: Person): Row {
  return { record: 'person', id, total: Number(wallet), ...(undoS === null ? {} : { undo_s: undoS }), name }
}

function groupRecord({ id, name, members }: Group, people: readonly Person[]): Row {
  const all = members.length === people.length && members.every((member, i) => member === people[i]!.id)
  return { record: 'group', id, to: all ? everyone : members.join(' '), name }
}

function sendRecord(send: Send): Row {
  return {
    record: 'send',
    id: send.id,
    at: beijingTime(send.at),
    from: send.from,
    to: recipientsText(send.to),
    kind: send.kind,
    ...(send.split === null ? {} : { split: send.split }),
    total: Number(send.total),
    ...(send.count === 1 ? {} : { count: send.count }),
    ...(send.expireAfterS === null ? {} : { expire_after_s: send.expireAfterS }),
    ...(send.delayS === null ? {} : { delay_s: send.delayS }),
    ...(send.greeting === '' ? {} : { name: send.greeting }),
    ...(send.claims.length === 0 ? {} : { claims: claimsText(send.claims) }),
    ...(send.steps.length === 0 ? {} : { then: stepsText(send.steps) }),
    ...(send.mistake === null ? {} : { mis_send: `${send.mistake.kind} ${send.mistake.meant}`.trim() }),
  }
}

const beijingOffsetMs = 8 * 3_600_000

function beijingTime(at: Instant): string {
  return new Date(at + beijingOffsetMs).toISOString().replace('Z', '+08:00')
}
