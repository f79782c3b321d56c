/** The two words that are one side's alone: the debtor's standing consent, and the creditor's release of what is left. */

import { decideConsent, decideRelease } from '@laisee/core/instalment-verbs.ts'
import { instalmentsLeft } from '@laisee/core/instalments.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { seeSource } from '../returns/source.ts'
import { changeInstalments } from './change-instalments.ts'
import { failIfGone } from './creditor.ts'
import type { InstalmentsRow } from './instalments.sql.ts'
import { agreedParts, lockInstalments } from './lock-instalments.ts'

/** Let each part be taken on its day, or no longer. Said again, nothing changes. */
export async function setConsent(
  tx: Tx,
  ask: { instalmentsId: string; memberId: string; consent: boolean },
): Promise<InstalmentsRow> {
  const locked = await lockInstalments(tx, ask.instalmentsId)
  const { instalments, now } = locked
  orThrow(decideConsent(instalments, ask.memberId))
  const { consent } = ask
  if (instalments.consent === consent) return instalments
  const told = { kind: 'instalments.consent_changed', by: ask.memberId, data: { consent } } as const
  return changeInstalments(tx, instalments, { consent }, agreedParts(locked), told, now)
}

/** Let go of all that is left. What was paid stays paid. */
export async function releaseInstalments(
  tx: Tx,
  { instalmentsId, memberId }: { instalmentsId: string; memberId: string },
): Promise<InstalmentsRow> {
  const locked = await lockInstalments(tx, instalmentsId)
  const { instalments, now } = locked
  await failIfGone(tx, await seeSource(tx, instalments.sourceId, null), instalments.creditorId, memberId)
  orThrow(decideRelease(instalments, memberId))
  const left = instalmentsLeft(instalments)
  const noProposal = { proposedVersion: null, proposedBy: null, proposedAt: null }
  const released = { ...noProposal, state: 'released', endedAt: now, endedBy: memberId } as const
  const told = { kind: 'instalments.released', by: memberId, data: { left } } as const
  return changeInstalments(tx, instalments, released, agreedParts(locked), told, now)
}
