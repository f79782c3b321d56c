/**
 * What a freeze is about, under lock: a packet, or whose wallet it is. In the lock order of the service: an
 * organisation, then the packet or member, then the wallet.
 */

import type { Actor } from '@laisee/core/actor.ts'
import type { EventKind } from '@laisee/core/events.ts'
import { frozenUntilOf, type FreezeFacts } from '@laisee/core/freeze.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { defaultCurrency } from '@laisee/core/money.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { hasOpenDisputeWith } from '../disputes/open-between.ts'
import { isOwnPurse, isPartyToCase, isPartyToSource } from '../disputes/parties.ts'
import { lockWallet, setWalletState, type LockedWallet } from '../ledger/ledger.ts'
import { lockOrganisation, type OrganisationRow } from '../organisations/standing.ts'
import { momentOf, writeChange } from '../organisations/write-change.ts'
import { lockPacketToFreeze, setPacketFrozen, type PacketRow } from '../packets/freeze-packet.ts'
import { lockMember } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { freezesOfSubject, type FreezeRow } from './freezes.sql.ts'

/** A subject under lock, the moment it is judged at, and every freeze it had. */
export interface Subject {
  id: string
  ownerId: string
  now: Instant
  earlier: FreezeRow[]
  packet: PacketRow | null
  organisation: OrganisationRow | null
  wallet: LockedWallet | null
}

/** Lock what is to be frozen or let go. Refuses `not_found`. */
export async function lockSubject(tx: Tx, id: string): Promise<Subject> {
  const locked = isIdOf('packet', id) ? await lockPacketSubject(tx, id) : await lockWalletSubject(tx, id)
  return { ...locked, earlier: await tx.run(freezesOfSubject, id) }
}

type Locked = Omit<Subject, 'earlier'>

async function lockPacketSubject(tx: Tx, id: string): Promise<Locked> {
  const packet = await lockPacketToFreeze(tx, id)
  if (!packet) throw new RefusalError(refuse('not_found'))
  const now = await tx.now(packet.changedAt)
  return { id, ownerId: packet.payerId, packet, organisation: null, wallet: null, now }
}

async function lockWalletSubject(tx: Tx, id: string): Promise<Locked> {
  const organisation = isIdOf('organisation', id) ? await lockOrganisation(tx, id) : null
  if (!organisation) await lockMember(tx, id)
  const wallet = await lockWallet(tx, id, defaultCurrency)
  if (!wallet) throw new RefusalError(refuse('not_found'))
  const now = organisation ? await momentOf(tx, organisation) : await tx.now()
  return { id, ownerId: id, packet: null, organisation, wallet, now }
}

/** What the rule needs to know of it. */
export async function factsOf(
  tx: Tx,
  subject: Subject,
  by: Actor,
  aboutId: string | null,
): Promise<FreezeFacts> {
  return {
    isParty: await isParty(tx, subject, by, aboutId),
    earlier: subject.earlier,
    balance: subject.wallet?.balance ?? null,
    packet: subject.packet,
  }
}

/**
 * Whether the one who acts is somebody whose money or case it is, or has an open dispute with whose money it is, whatever
 * the freeze names. An operator's key is nobody's.
 */
export async function isParty(
  tx: Tx,
  { id, ownerId, packet, now }: Subject,
  by: Actor,
  aboutId: string | null,
): Promise<boolean> {
  if (by.kind === 'operator') return false
  if (await isOwnPurse(tx, ownerId, by.memberId)) return true
  if (packet && (await isPartyToSource(tx, id, by.memberId))) return true
  if (aboutId !== null && (await isPartyToCase(tx, aboutId, by.memberId))) return true
  return hasOpenDisputeWith(tx, { ownerId, memberId: by.memberId }, now)
}

/** Tell the owner of the money what was done. Of a packet that is its payer. */
export async function tellOwner(
  tx: Tx,
  { ownerId, organisation }: Subject,
  event: { kind: EventKind; at: Instant; data: Record<string, unknown> },
): Promise<void> {
  // Read again: an organisation counts its events in its row.
  if (organisation) await writeChange(tx, await lockOrganisation(tx, ownerId), event)
  else await tellMember(tx, ownerId, event)
}

/** Let a wallet refuse debits while a freeze of all of it lasts, and take them again when none does. */
export async function keepWalletState(
  tx: Tx,
  subject: Subject,
  lasting: readonly FreezeRow[],
): Promise<void> {
  const state = lasting.some(({ kind }) => kind === 'wallet') ? 'frozen' : 'open'
  if (subject.wallet!.state !== state) await setWalletState(tx, subject.id, defaultCurrency, state)
}

/** Let a packet wait until the last of its freezes ends; told where that moment is another than before. */
export async function keepPacketFrozen(
  tx: Tx,
  { packet, now }: Subject,
  lasting: readonly FreezeRow[],
  freezeId: string,
): Promise<void> {
  const until = frozenUntilOf(lasting.filter((one) => one.until > now))
  if (until === packet!.frozenUntil) return
  await setPacketFrozen(tx, packet!, { until, at: now, data: { freezeId } })
}
