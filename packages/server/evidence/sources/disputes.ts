/** Disputes about the case that this party is a side of: what was said and decided, without what staff kept to themselves. */

import { shownActor } from '@laisee/core/dispute-actor.ts'
import type { Tx } from '../../db/db.ts'
import type { DisputeRow, FactRow } from '../../disputes/read.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'
import { plainOf } from './plain.ts'

const whole = [
  'id',
  'openerId',
  'otherId',
  'payerId',
  'cause',
  'amount',
  'currency',
  'answers',
  'openedAt',
] as const

export function readDisputesItem(_tx: Tx, { disputes }: Case): Promise<Found | undefined> {
  if (disputes.length === 0) return Promise.resolve(undefined)
  return Promise.resolve({
    data: {
      disputes: disputes.map(({ dispute, state, facts }) => ({
        ...plainOf(dispute, whole),
        state,
        facts: facts.map((fact) => factJson(fact, dispute)),
      })),
    },
    lines: disputes.map(({ dispute }) => ['争议编号', dispute.id] as const),
  })
}

/** A side learns that staff did something, not who. */
function factJson(fact: FactRow, dispute: DisputeRow) {
  const { by } = shownActor(fact.by, dispute, 'side')
  return {
    ...plainOf(fact, ['no', 'kind', 'at', 'text', 'outcome', 'amount', 'documentId', 'effect', 'effectId']),
    by,
  }
}
