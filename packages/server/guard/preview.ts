/**
 * A send that is only looked at: the send itself, in a transaction that ends before anything is written. So it asks what
 * the send would ask, refuses what it would refuse, and moves nothing.
 */

import type { MemberCard } from '@laisee/core/member.ts'
import type { Amount } from '@laisee/core/money.ts'
import type { Db, Tx } from '../db/db.ts'
import { ownStepUpFromOf } from '../passkeys/own-step-up.ts'
import { cardsOf } from '../people/members.ts'
import { PreviewedError } from './gate.ts'

export interface Preview {
  previewed: PreviewedError
  /** From which sum on the payer's own setting asks for a step-up. */
  ownStepUpFrom: Amount | null
  /** Those whose word it would wait for first. */
  asked: readonly MemberCard[]
}

/** Look at a member's send. Refuses as the send does before its step-up. */
export async function previewSend(
  db: Db,
  payerId: string,
  send: (tx: Tx) => Promise<unknown>,
): Promise<Preview> {
  const previewed = await stopped(db, send)
  const waiting = previewed.following.submission?.waiting ?? []
  return db.snapshot(async (tx) => {
    const cards = await cardsOf(tx, waiting)
    const asked = waiting.flatMap((id) => cards.get(id) ?? [])
    return { previewed, ownStepUpFrom: await ownStepUpFromOf(tx, payerId), asked }
  })
}

/** Run a send up to the guard's word and the moments that would follow. */
async function stopped(db: Db, send: (tx: Tx) => Promise<unknown>): Promise<PreviewedError> {
  try {
    return await db.transaction(async (tx) => {
      await send(tx)
      throw new Error('a send that is only looked at went on')
    })
  } catch (error) {
    if (error instanceof PreviewedError) return error
    throw error
  }
}
