/**
 * Whoever looks at what is another's by their office (an operator's key, a role in an organisation, the house's staff)
 * leaves a line in the log: who, what, about whom, when. It is written before the answer is given, in a transaction of
 * its own that waits for nobody. What is looked at again within ten minutes stands under the first line. Where staff change
 * what is a member's and no row keeps who it was, that is a line as well. Each names the request it came with, as its reply
 * does (`x-request-id`): whoever keeps the records of the machines before this service finds there where it came from. No
 * address stands here.
 */

import { createHash } from 'node:crypto'
import { canonicalJson } from '@laisee/core/guard/canonical.ts'
import { idFromBytes } from '@laisee/core/ids.ts'
import { minuteMs, toIso } from '@laisee/core/instant.ts'
import type { Db, Tx } from '../db/db.ts'
import { insertAccess } from './access.sql.ts'

export interface Access {
  /** The key or member that looks, or that changes something. */
  by: string
  /** What is read or changed, by the name of its route. */
  what: string
  /** Ids of whom and what it is about, by what they are called there. */
  about: Readonly<Record<string, string>>
}

export const sameLookMs = 10 * minuteMs

/** Write it down, with the first request that looked. Nothing of another's may be shown where this fails. */
export async function noteAccess(db: Db, access: Access, requestId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const at = await tx.now()
    const data = canonicalJson({ ...access, requestId })
    const about = `${canonicalJson(access)} ${Math.floor(at / sameLookMs)}`
    const id = idFromBytes('access', createHash('sha256').update(about).digest().subarray(0, 16))
    await tx.run(insertAccess, id, 'access.read', toIso(at), data)
  })
}

/** Write down, with the change itself, who of the service's staff made it: the member it is about is not told that. */
export async function noteChange(tx: Tx, change: Access, requestId: string): Promise<void> {
  const at = await tx.now()
  const data = canonicalJson({ ...change, requestId })
  await tx.run(insertAccess, tx.newId('access'), 'access.change', toIso(at), data)
}
