/** Every event of the case as its party may see it, and as its receipt in the log has it. */

import { toIso } from '@laisee/core/instant.ts'
import type { EventsFile } from '@laisee/core/evidence/verify-receipts.ts'
import { sayEvent } from '@laisee/core/words/evidence/chronicle.ts'
import type { Tx } from '../../db/db.ts'
import { cardsOf } from '../../people/members.ts'
import { eventsOfCase } from '../case-events.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'

export async function readEventsItem(tx: Tx, about: Case): Promise<Found | undefined> {
  const sources = await eventsOfCase(tx, about)
  if (sources.length === 0) return undefined
  const cards = await cardsOf(tx, [about.payerId, ...about.payeeIds])
  const names = Object.fromEntries([...cards].map(([id, { name }]) => [id, name]))
  const events = sources.flatMap(({ sourceId, events: some }) => some.map((event) => ({ sourceId, event })))
  const file: EventsFile = {
    events: events.map(({ sourceId, event: { seq, kind, at, data } }) => ({
      source: sourceId,
      seq: Number(seq),
      kind,
      at: toIso(at),
      data,
    })),
  }
  return {
    data: file,
    facts: { events: events.length },
    chronicle: events.map(({ event: { at, kind, data } }) => ({
      at,
      text: sayEvent({ kind, data }, { timeZone: 'Asia/Shanghai', names }),
    })),
  }
}
