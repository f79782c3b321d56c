/** The other's word on a version: accepted, it is what is paid from now on; dropped, what was agreed before stays. */

import { decideAcceptInstalments, decideDropProposal } from '@laisee/core/instalment-verbs.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { endBecauseAgreed } from '../returns/answer-request.ts'
import { seeSource } from '../returns/source.ts'
import { changeInstalments } from './change-instalments.ts'
import { failIfGone } from './creditor.ts'
import type { InstalmentsRow } from './instalments.sql.ts'
import { agreedParts, lockInstalments, termsOf } from './lock-instalments.ts'
import { countOf } from './propose.ts'

export interface AcceptAsk {
  instalmentsId: string
  memberId: string
  version: number
  /** Whether the debtor, who accepts, lets each part be taken on its day. */
  consent: boolean
}

/** Accept the version that one has seen. An open return request for the same money ends with it. */
export async function acceptInstalments(tx: Tx, ask: AcceptAsk): Promise<InstalmentsRow> {
  const { memberId, version } = ask
  const locked = await lockInstalments(tx, ask.instalmentsId)
  const { instalments, share, now } = locked
  const isTheirs = memberId === instalments.creditorId || memberId === instalments.debtorId
  const terms = termsOf(locked, version)
  if (!isTheirs) throw new RefusalError(refuse('not_found'))
  await failIfGone(tx, await seeSource(tx, instalments.sourceId, null), instalments.creditorId, memberId)
  if (!terms) throw new RefusalError(refuse('instalments_moved_on', { version: instalments.proposedVersion }))
  orThrow(decideAcceptInstalments(instalments, { actorId: memberId, version }, { terms, share, now }))
  await endBecauseAgreed(tx, share, now)
  const { principal, interest } = terms
  const agreed = {
    state: 'active',
    agreedVersion: version,
    agreedAt: now,
    proposedVersion: null,
    proposedBy: null,
    proposedAt: null,
    principalLeft: principal,
    interestLeft: interest,
    consent: ask.consent && memberId === instalments.debtorId,
  } as const
  const parts = agreedParts({ instalments: { ...instalments, ...agreed }, parts: locked.parts })
  const data = { version, principal, interest, total: principal + interest, count: countOf(parts) }
  return changeInstalments(
    tx,
    instalments,
    agreed,
    parts,
    { kind: 'instalments.agreed', by: memberId, data },
    now,
  )
}

/** Drop the version that waits: one's own is withdrawn, the other's declined. */
export async function dropProposal(
  tx: Tx,
  { instalmentsId, memberId }: { instalmentsId: string; memberId: string },
): Promise<InstalmentsRow> {
  const locked = await lockInstalments(tx, instalmentsId)
  const { instalments, now } = locked
  await failIfGone(tx, await seeSource(tx, instalments.sourceId, null), instalments.creditorId, memberId)
  const how = orThrow(decideDropProposal(instalments, memberId))
  const ended = instalments.agreedVersion === null ? { state: how, endedAt: now, endedBy: memberId } : {}
  const dropped = { ...ended, proposedVersion: null, proposedBy: null, proposedAt: null }
  const told = {
    kind: `instalments.${how}`,
    by: memberId,
    data: { version: instalments.proposedVersion },
  } as const
  return changeInstalments(tx, instalments, dropped, agreedParts(locked), told, now)
}
