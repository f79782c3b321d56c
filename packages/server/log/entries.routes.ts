/** Looking through the log over the API: for an operator's key, and for the auditors of the service's own house. */

import { Type } from 'typebox'
import { eventKinds } from '@laisee/core/events.ts'
import { disputeRoles } from '@laisee/core/dispute-actor.ts'
import { fromIso, toIso } from '@laisee/core/instant.ts'
import { authorKey, authorsOf, type Author } from '../disputes/authors.ts'
import { encodeCursor } from '../http/cursor.ts'
import { numberOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, MomentSchema, named, nullable, oneOf, pageFields, PageOf } from '../http/schemas.ts'
import { onlyStaff } from '../organisations/house.ts'
import { namesOf } from '../organisations/names.ts'
import { searchLog, type FoundEntries, type LogEntry } from './search-log.ts'

const states = ['logged', 'forgotten', 'altered'] as const

const EntrySchema = named('LogEntry', 'One event as the log has it.', {
  index: Type.Integer({ minimum: 0, description: 'Its place in the log, from 0.' }),
  sourceId: Type.String({ description: 'What it happened to.' }),
  seq: Type.Integer({ minimum: 1 }),
  kind: Type.String(),
  at: MomentSchema,
  actor: nullable(
    Type.String({
      description: 'Who did it: a member, a key, `operator`, `staff`, a duty; null where nobody is named.',
    }),
  ),
  staff: nullable(
    closed(
      { id: Type.String(), role: oneOf(disputeRoles) },
      {
        description:
          'Who of the service it was, where the two sides of a dispute are told no more than `staff`.',
      },
    ),
  ),
  data: Type.Record(Type.String(), Type.Unknown()),
  changes: Type.Array(
    closed({
      field: Type.String(),
      from: Type.Optional(Type.Unknown({ description: 'As it was, where it was told.' })),
      to: Type.Unknown(),
    }),
  ),
  policy: nullable(
    Type.String({ description: 'By which version of which policy, where something was judged.' }),
  ),
  state: oneOf(states, 'Whether the log’s leaf is of what the event says now.'),
  receipt: nullable(Type.String({ description: 'A `.tlog-proof` file’s text; null where there is none.' })),
  names: Type.Record(Type.String(), Type.String(), {
    description: 'What the members among its ids are called.',
  }),
})

const IdText = (description: string) =>
  Type.String({ minLength: 1, maxLength: 100, pattern: '^[\\x21-\\x7e]+$', description })

const entriesRoute = route({
  method: 'GET',
  path: '/v1/log/entries',
  name: 'listLogEntries',
  summary: 'Look through the log, newest first',
  description:
    'For the operator, and for the auditors of the service’s own organisation. That somebody looked is itself put into the log.',
  tags: ['log'],
  callers: ['operator:audit:read', 'member'],
  roles: ['auditor'],
  query: closed({
    kind: Type.Optional(oneOf(eventKinds)),
    actor: Type.Optional(IdText('Who did it: a member’s or key’s id, `operator`, a duty.')),
    sourceId: Type.Optional(IdText('What it happened to.')),
    from: Type.Optional(MomentSchema),
    until: Type.Optional(MomentSchema),
    ...pageFields,
  }),
  reply: PageOf(EntrySchema),
  refusals: ['role_missing'],
  handle: ({ ctx, caller, query }) =>
    ctx.db.snapshot(async (tx) => {
      await onlyStaff(tx, caller, ['auditor'])
      const { kind, actor, sourceId, from, until, cursor } = query
      const rows = rowsFor(query)
      const found = await searchLog(tx, ctx.secrets, {
        kind,
        actor,
        sourceId,
        from: from === undefined ? undefined : fromIso(from)!,
        until: until === undefined ? undefined : fromIso(until)!,
        below: numberOf(cursor),
        limit: rows,
      })
      const kept = found.entries.slice(0, rows - 1)
      const last = kept.at(-1)
      const authors = await authorsOf(tx, kept)
      const staffNames = await namesOf(
        tx,
        [...authors.values()].map(({ id }) => id),
      )
      return {
        items: kept.map((entry) => showEntry(entry, found, authors.get(authorKey(entry)), staffNames)),
        nextCursor: last && found.entries.length === rows ? encodeCursor([last.index]) : null,
      }
    }),
})

function showEntry(
  entry: LogEntry,
  { names }: FoundEntries,
  staff: Author | undefined,
  staffNames: Readonly<Record<string, string>>,
) {
  const ids = [entry.actor, entry.sourceId, ...Object.values(entry.data)]
  const named = ids.flatMap((id) =>
    typeof id === 'string' && names.has(id) ? [[id, names.get(id)!.name]] : [],
  )
  const staffName = staff && staffNames[staff.id]
  if (staffName !== undefined) named.push([staff!.id, staffName])
  const shown = Object.fromEntries(named) as Record<string, string>
  return { ...entry, at: toIso(entry.at), staff: staff ?? null, names: shown }
}

export const logEntryRoutes: readonly Route[] = [entriesRoute]
