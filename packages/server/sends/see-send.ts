/** One send of an organisation with everything that is known of it: for whoever answers for it, audits it or sent it. */

import { organisationOf } from '@laisee/core/on-behalf.ts'
import { decideTakeOver } from '@laisee/core/instalment-creditor.ts'
import type { RecallChance } from '@laisee/core/recall-right.ts'
import { isRefusal, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { findFile, type OpenFile } from '../approvals/file.ts'
import { waitingSend } from '../approvals/waiting-send.ts'
import type { Tx } from '../db/db.ts'
import { readOfSource, type SourcePage } from '../events/read.ts'
import { findVerdict } from '../guard/read-verdict.ts'
import { instalmentsAbout, type InstalmentsRow } from '../instalments/read-instalments.ts'
import { sumsOfSource, type SourceSums } from '../ledger/source-sums.ts'
import { membershipOf } from '../organisations/standing.ts'
import { policyOf } from '../policies/read-policy.ts'
import { rightsOf } from '../policies/recall-right.ts'
import { chanceOfRecall, type OpenSend } from './open-sends.ts'
import { readFiledSend } from './sends.sql.ts'
import type { Reader } from './reader.ts'
import { toWhom, type ToWhom } from './to-whom.ts'

/** More than a person reads; a packet with more tells that there are. */
const eventsMax = 500

export interface SeenSend extends OpenSend {
  to: ToWhom
  verdict: Awaited<ReturnType<typeof findVerdict>>
  approval: OpenFile | undefined
  chance: RecallChance
  sums: SourceSums
  instalments: { row: InstalmentsRow; mayTakeOver: boolean }[]
  events: SourcePage['events']
  moreEvents: boolean
}

/** Refuses `not_found` where the organisation has sent no such thing, or where it is not this reader's to see. */
export async function seeSend(
  tx: Tx,
  { organisationId, sendId }: { organisationId: string; sendId: string },
  { own, sight }: Reader,
): Promise<SeenSend> {
  const filed = await tx.one(readFiledSend, organisationId, sendId)
  if (!filed || (sight === 'own' && filed.payerId !== own.memberId))
    throw new RefusalError(refuse('not_found'))
  const waiting = await waitingSend(tx, sendId, 'read')
  if (!waiting || organisationOf(waiting.send.row) !== organisationId)
    throw new Error(`${sendId} is filed with ${organisationId}, which did not pay it`)
  const open: OpenSend = { filed, send: waiting.send, now: await tx.now(waiting.changedAt) }
  const rights = rightsOf(await policyOf(tx, organisationId, open.now))
  const sender = await membershipOf(tx, organisationId, filed.payerId)
  const instalments = await instalmentsAbout(tx, sendId)
  const { events, more } = await readOfSource(tx, sendId, 'all', 0n, eventsMax)
  return {
    ...open,
    to: (await toWhom(tx, [open.send])).get(sendId)!,
    verdict: await findVerdict(tx, sendId),
    approval: await findFile(tx, sendId, open.now),
    chance: chanceOfRecall(open, own, rights),
    sums: await sumsOfSource(tx, sendId, organisationId),
    instalments: instalments.map((row) => ({
      row,
      mayTakeOver: row.creditorId !== own.memberId && !isRefusal(decideTakeOver(row, own, sender)),
    })),
    events,
    moreEvents: more,
  }
}
