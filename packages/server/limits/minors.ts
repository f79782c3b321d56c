/** Who is a minor, as far as an operator has said so. */

import type { Tx } from '../db/db.ts'
import { readMinors } from './minors.sql.ts'

/** Those of these members who are minors. */
export async function minorsAmong(tx: Tx, memberIds: readonly string[]): Promise<Set<string>> {
  return new Set((await tx.run(readMinors, [...memberIds])).map(({ memberId }) => memberId))
}
