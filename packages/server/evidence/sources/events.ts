/** Every event of the case as its party may see it, and as its receipt in the log has it. */

import { toIso } from '@laisee/core/instant.ts'
import type { EventsFile } from '@laisee/core/evidence/verify-receipts.ts'
import { sayEvent } from '@laisee/core/words/evidence/chronicle.ts'
import type { Tx } from '../../db/db.ts'
import { readOfSource } from '../../events/read.ts'
import { cardsOf } from '../../people/members.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'

const eventsMax = 1_000

export async function readEventsItem(tx: Tx, about: Case): Promise<Found | undefined> {
  const { sourceId, isPayer, payerId, payeeIds } = about
  const { events } = await readOfSource(tx, sourceId, isPayer ? 'all' : 'shared', 0n, eventsMax)
  if (events.length === 0) return undefined
  const cards = await cardsOf(tx, [payerId, ...payeeIds])
  const names = Object.fromEntries([...cards].map(([id, { name }]) => [id, name]))
  const file: EventsFile = {
    events: events.map(({ seq, kind, at, data }) => ({
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
    chronicle: events.map(({ at, kind, data }) => ({
      at,
      text: sayEvent({ kind, data }, { timeZone: 'Asia/Shanghai', names }),
    })),
  }
}
