/** Proposing instalments: the first version about a share, or the next where the two are at it already. No money moves. */

import type { Asked } from '@laisee/core/asking-again.ts'
import { decidePropose, type ProposedTerms } from '@laisee/core/instalment-verbs.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import { decideReturnText } from '@laisee/core/return-verbs.ts'
import type { Tx } from '../db/db.ts'
import { isBlockedEitherWay } from '../people/blocks.ts'
import { lockShareOf } from '../returns/lock-share.ts'
import { receivedOf } from '../returns/source.ts'
import { changeInstalments } from './change-instalments.ts'
import { creditorFor, handOver, sourceForProposal } from './creditor.ts'
import {
  insertInstalments,
  insertParts,
  insertVersion,
  openInstalmentsOf,
  readParts,
  type InstalmentsRow,
} from './instalments.sql.ts'
import { agreedParts } from './lock-instalments.ts'
import { proposalsOfCreditor, unansweredOfCreditor } from './proposals.sql.ts'

export interface ProposeAsk {
  sourceId: string
  memberId: string
  /** Who would pay back; null where it is the caller. */
  debtorId: string | null
  terms: ProposedTerms
  note: string | null
}

/**
 * Propose to give back in parts, or to be given back in parts. What is proposed takes the place of what was proposed
 * before and waits for the other's word; what is agreed stays until then.
 */
export async function proposeInstalments(tx: Tx, ask: ProposeAsk): Promise<InstalmentsRow> {
  const { sourceId, memberId, terms } = ask
  const { source, debtorId } = await sourceForProposal(tx, ask)
  const received = await receivedOf(tx, source, debtorId)
  const locked = received === undefined ? undefined : await lockShareOf(tx, source, debtorId, received)
  const found = locked && (await tx.one(openInstalmentsOf, sourceId, debtorId))
  const now = await tx.now(Math.max(locked?.now ?? 0, found?.changedAt ?? 0))
  // An administrator who may propose in place of a sender that has left takes over what is open with it.
  const isInPlace = memberId !== debtorId && memberId !== source.payerId
  const open =
    isInPlace && found && found.creditorId !== memberId ? await handOver(tx, found, memberId, now) : found
  const who = { memberId, debtorId, askerId: locked?.open?.payerId }
  const creditorId = open?.creditorId ?? (await creditorFor(tx, source, who))
  const isBlocked = await isBlockedEitherWay(tx, creditorId, debtorId)
  const before = asked(await tx.one(proposalsOfCreditor, sourceId, debtorId))
  // What waits for no word, or for the creditor's, was answered.
  const unanswered =
    open?.proposedBy === creditorId && open.proposedVersion !== null
      ? asked(await tx.one(unansweredOfCreditor, sourceId, open.id, debtorId, open.agreedVersion ?? 0))
      : undefined
  const share = locked?.share
  const facts = { creditorId, debtorId, actorId: memberId, isBlocked, share, open, before, unanswered }
  const decided = orThrow(decidePropose(facts, terms, now))
  const note = ask.note?.trim() ?? ''
  orThrow(decideReturnText(note, 'note'))
  const at = toIso(now)
  const id = open?.id ?? tx.newId('instalments')
  const row =
    open ??
    (await tx.one(insertInstalments, sourceId, id, creditorId, debtorId, source.currency, memberId, at))!
  const version = row.versionCount + 1
  const { principal, interest, parts } = decided
  await tx.run(insertVersion, sourceId, id, version, memberId, principal, interest, note, at)
  await tx.run(
    insertParts,
    sourceId,
    id,
    version,
    parts.map((_, i) => i + 1),
    parts.map(({ amount }) => amount),
    parts.map(({ askedOn }) => askedOn),
    parts.map(({ dueOn }) => dueOn),
  )
  const proposed = { versionCount: version, proposedVersion: version, proposedBy: memberId, proposedAt: now }
  const agreed = agreedParts({ instalments: row, parts: await tx.run(readParts, sourceId, id) })
  const data = { version, principal, interest, total: principal + interest, count: countOf(parts) }
  const told = { kind: 'instalments.proposed', by: memberId, data } as const
  return changeInstalments(tx, row, proposed, agreed, told, now)
}

/** How often, where there was any. */
function asked(found: { count: number; lastAt: Instant | null } | undefined): Asked | undefined {
  return found && found.lastAt !== null ? { count: found.count, lastAt: found.lastAt } : undefined
}

/** How many parts, as its words need it: nothing for a single one. */
export const countOf = (parts: readonly unknown[]): number | null =>
  parts.length === 1 ? null : parts.length
