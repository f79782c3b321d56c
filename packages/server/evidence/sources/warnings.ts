/** What the guard said before the send: for its payer alone, and for the other side nothing. */

import { toIso } from '@laisee/core/instant.ts'
import type { Tx } from '../../db/db.ts'
import { findVerdict } from '../../guard/read-verdict.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'

export async function readWarningsItem(tx: Tx, { sourceId, isPayer }: Case): Promise<Found | undefined> {
  const verdict = isPayer ? await findVerdict(tx, sourceId) : undefined
  if (!verdict) return undefined
  const { at, outcome, reasons, policyName, policyVersion, shown, shownHash, confirmed } = verdict
  return {
    data: {
      at: toIso(at),
      outcome,
      reasons: reasons.map(({ code, data }) => ({ code, data })),
      policy: { name: policyName, version: policyVersion },
      shown,
      shownHash,
      confirmed,
    },
    facts: { warned: reasons.length > 0 && outcome !== 'allow' },
  }
}
