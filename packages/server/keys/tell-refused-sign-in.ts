/** That a sign-in was refused, for the log: of the code that was tried nothing is told. */

import type { Refusal } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'

/** Tell it, in the transaction that keeps the refusal. */
export async function tellRefusedSignIn(tx: Tx, _caller: unknown, { code }: Refusal): Promise<void> {
  const at = await tx.now()
  const data = { way: 'sign_in_link', code }
  await tell(tx, {
    sourceId: tx.newId('session'),
    seq: 1n,
    kind: 'session.refused',
    at,
    data,
    audience: [],
  })
}
