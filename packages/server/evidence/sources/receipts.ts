/** The log's receipt of every event (`.tlog-proof`), and the checkpoint they are proven against. */

import { receiptsFolder } from '@laisee/core/evidence/manifest.ts'
import type { Tx } from '../../db/db.ts'
import { lastCheckpoint } from '../../log/checkpoint.ts'
import { receiptsOf } from '../../log/receipts.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'

export async function readReceiptsItem(
  tx: Tx,
  { sourceId, memberId, secrets }: Case,
): Promise<Found | undefined> {
  const logged = await receiptsOf(tx, secrets, memberId, sourceId)
  const proven = logged.flatMap(({ seq, receipt }) => (receipt === null ? [] : [{ seq, receipt }]))
  const facts = { receipts: proven.length, unproven: logged.length - proven.length }
  if (proven.length === 0) return { facts }
  const { note } = await lastCheckpoint(tx, secrets)
  const file = (name: string, text: string) => ({
    name: `${receiptsFolder}${name}`,
    bytes: new TextEncoder().encode(text),
  })
  return {
    facts,
    files: [
      ...proven.map(({ seq, receipt }) =>
        file(`${sourceId}-${String(seq).padStart(4, '0')}.tlog-proof`, receipt),
      ),
      file('checkpoint.note', note),
    ],
  }
}
