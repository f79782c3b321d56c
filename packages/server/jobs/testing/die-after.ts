/** A server that dies in the middle of a sweep, for the tests of what the others then do. */

import type { Db } from '../../db/db.ts'
import { FaultError } from '../../db/faults.ts'

/** A handle whose server dies after so many whole transactions: in the next the work is done, the commit never comes. */
export function dyingAfter(db: Db, whole: number): Db {
  let begun = 0
  const transaction: Db['transaction'] = (work) =>
    db.transaction(async (tx) => {
      const result = await work(tx)
      if (++begun > whole)
        throw new FaultError('the server died', { cause: undefined, outcomeUnknown: false })
      return result
    })
  return { ...db, transaction }
}
