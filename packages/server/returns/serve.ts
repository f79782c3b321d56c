/**
 * How a request reaches whoever has the money. A block stops what one person asks another. A formal request of a case is
 * more than that: with its receipt it ends good faith (民法典 986, 987; reference page, finding 5), and whoever has the
 * money may not keep it away by blocking. So the service itself hands it over, once, as its own notice: no conversation
 * begins, and nobody is reminded.
 */

import { isOpenDispute } from '@laisee/core/dispute.ts'
import type { Tx } from '../db/db.ts'
import { disputesAbout, withFacts } from '../disputes/read.ts'
import { isBlockedEitherWay } from '../people/blocks.ts'
import type { AskReturns } from './ask-returns.ts'
import { servedRequestOf } from './returns.sql.ts'

/**
 * `plain` where nobody has blocked the other; `served` across a block, where a decision backs it, or for the first request
 * while the two have an open dispute about this money; otherwise `blocked`.
 */
export async function wayTo(
  tx: Tx,
  { sourceId, memberId, isBacked }: Pick<AskReturns, 'sourceId' | 'memberId' | 'isBacked'>,
  recipientId: string,
): Promise<'plain' | 'served' | 'blocked'> {
  if (!(await isBlockedEitherWay(tx, memberId, recipientId))) return 'plain'
  if (isBacked) return 'served'
  if (await tx.one(servedRequestOf, sourceId, recipientId)) return 'blocked'
  const two = [memberId, recipientId]
  const cases = (await disputesAbout(tx, sourceId)).filter(
    (one) => two.includes(one.openerId) && two.includes(one.otherId),
  )
  // By the clock: what nobody appealed against in time is closed, however late that is written down.
  for (const one of cases) if (isOpenDispute((await withFacts(tx, one)).standing)) return 'served'
  return 'blocked'
}
