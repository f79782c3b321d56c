/** Disputes about the case that this party is a side of: what was said and decided, without what staff kept to themselves. */

import type { Tx } from '../../db/db.ts'
import { disputesAbout, withFacts, type DisputeRow, type FactRow } from '../../disputes/read.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'
import { plainOf } from './plain.ts'

/** The disputes that this party is a side of, each with what both sides may read. */
export async function sidesOf(tx: Tx, { sourceId, memberId }: Case) {
  const all = await disputesAbout(tx, sourceId)
  const own = all.filter(({ openerId, otherId }) => openerId === memberId || otherId === memberId)
  const found: { dispute: DisputeRow; state: string; facts: readonly FactRow[] }[] = []
  for (const row of own) {
    const { dispute, facts, standing } = await withFacts(tx, row)
    const told = facts.filter(({ kind }) => kind !== 'note' && kind !== 'assigned')
    found.push({ dispute, state: standing.state, facts: told })
  }
  return found
}

export async function readDisputesItem(tx: Tx, about: Case): Promise<Found | undefined> {
  const found = await sidesOf(tx, about)
  if (found.length === 0) return undefined
  return {
    data: {
      disputes: found.map(({ dispute, state, facts }) => ({
        ...plainOf(dispute, [
          'id',
          'openerId',
          'otherId',
          'payerId',
          'cause',
          'amount',
          'currency',
          'answers',
          'openedAt',
        ]),
        state,
        facts: facts.map((fact) => factJson(fact, dispute)),
      })),
    },
  }
}

/** A side learns that an agent did something, not who. */
function factJson(fact: FactRow, { openerId, otherId }: DisputeRow) {
  const by = [openerId, otherId, 'clock'].includes(fact.by) ? fact.by : 'agent'
  return {
    ...plainOf(fact, ['no', 'kind', 'at', 'text', 'outcome', 'amount', 'documentId', 'effect', 'effectId']),
    by,
  }
}
