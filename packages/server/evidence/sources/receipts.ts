/** The log's receipt of every event (`.tlog-proof`), and the checkpoint they are proven against. */

import { receiptsFolder } from '@laisee/core/evidence/manifest.ts'
import type { Tx } from '../../db/db.ts'
import { lastCheckpoint } from '../../log/checkpoint.ts'
import { receiptsOfEvents, type FoundReceipt } from '../../log/receipts.ts'
import { eventsOfCase } from '../case-events.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'

export async function readReceiptsItem(tx: Tx, about: Case): Promise<Found | undefined> {
  const { memberId, secrets } = about
  const logged: (FoundReceipt & { sourceId: string })[] = []
  for (const { sourceId, events } of await eventsOfCase(tx, about)) {
    const some = await receiptsOfEvents(tx, secrets, memberId, sourceId, events)
    logged.push(...some.map((one) => ({ sourceId, ...one })))
  }
  const proven = logged.flatMap(({ sourceId, seq, receipt }) =>
    receipt === null ? [] : [{ name: `${sourceId}-${String(seq).padStart(4, '0')}.tlog-proof`, receipt }],
  )
  const facts = { receipts: proven.length, unproven: logged.length - proven.length }
  if (proven.length === 0) return { facts }
  const { note } = await lastCheckpoint(tx, secrets)
  const file = (name: string, text: string) => ({
    name: `${receiptsFolder}${name}`,
    bytes: new TextEncoder().encode(text),
  })
  const files = proven.map(({ name, receipt }) => file(name, receipt))
  return { facts, files: [...files, file('checkpoint.note', note)] }
}
