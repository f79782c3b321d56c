/** Freezes as the API shows them to the service's staff: with who did what, by name. */

import { Type, type Static } from 'typebox'
import type { Tx } from '../db/db.ts'
import { closed, IdSchema, named, NamesSchema, nullable } from '../http/schemas.ts'
import { namesOf } from '../organisations/names.ts'
import { appealFields, appealsOf, shownAppeal, told, toldOf } from './freezes.schemas.ts'
import type { AppealRow } from './appeals.sql.ts'
import type { FreezeRow } from './freezes.sql.ts'

const actor = Type.String({ description: 'The member who did it, `operator`, or `clock`.' })

export const FreezeRecordSchema = named('FreezeRecord', 'A freeze as the service’s staff read it.', {
  ...told,
  documentId: nullable(IdSchema('document')),
  frozenBy: actor,
  releasedBy: nullable(actor),
  appeals: Type.Array(closed({ ...appealFields, by: actor, answeredBy: nullable(actor) })),
  names: NamesSchema,
})

/** Who acted, as staff are told: which key an operator used is nobody's to know. */
function shownActor(kept: string): string {
  return kept.startsWith('mem_') || kept === 'clock' ? kept : 'operator'
}

const saidBy = ({ by, answeredBy }: AppealRow) => [by, answeredBy]

function namesIn(names: Record<string, string>, ids: readonly (string | null)[]): Record<string, string> {
  return Object.fromEntries(ids.flatMap((id) => (id !== null && id in names ? [[id, names[id]!]] : [])))
}

/** Freezes as staff read them. */
export async function showRecords(
  tx: Tx,
  rows: readonly FreezeRow[],
): Promise<Map<FreezeRow, Static<typeof FreezeRecordSchema>>> {
  const appeals = await appealsOf(tx, rows)
  const all = [...appeals.values()].flat()
  const names = await namesOf(tx, [
    ...rows.flatMap(({ ownerId, frozenBy, releasedBy }) => [ownerId, frozenBy, releasedBy]),
    ...all.flatMap(saidBy),
  ])
  return new Map(
    rows.map((row) => {
      const own = appeals.get(row.id) ?? []
      const acted = own.map((one) => ({
        ...shownAppeal(one),
        by: shownActor(one.by),
        answeredBy: one.answeredBy === null ? null : shownActor(one.answeredBy),
      }))
      const record = {
        ...toldOf(row, own),
        documentId: row.documentId,
        frozenBy: shownActor(row.frozenBy),
        releasedBy: row.releasedBy === null ? null : shownActor(row.releasedBy),
        appeals: acted,
        names: namesIn(names, [row.ownerId, row.frozenBy, row.releasedBy, ...own.flatMap(saidBy)]),
      }
      return [row, record]
    }),
  )
}
