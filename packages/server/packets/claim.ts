/** A claim from the door to the queue: who the member is to the packet, the passphrase if there is one, then the batch. */

import { timingSafeEqual } from 'node:crypto'
import type { Share } from '@laisee/core/claim.ts'
import { decideClaim } from '@laisee/core/packet.ts'
import { passphraseAttemptsMax } from '@laisee/core/passphrase.ts'
import { isRefusal, orThrow, refuse, RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import type { Secrets } from '../context.ts'
import type { Db, Tx } from '../db/db.ts'
import type { ClaimQueue } from './claim-queue.ts'
import { knock, type Doors, type Doorway, type Knock } from './door.ts'
import { openLink } from './links.ts'
import { readClaim, readPacket, readPassphraseAttempts, takePassphraseAttempt } from './packets.sql.ts'
import { hashPassphrase } from './write-packet.ts'

export interface ClaimDesk {
  db: Db
  secrets: Secrets
  doors: Doors
  claims: ClaimQueue
}

export interface ClaimPacketAsk {
  packetId: string
  memberId: string
  token: string | null
  passphrase: string | null
}

/**
 * Claim one share. Asked again it answers with the share it gave. Refuses like `decideClaim`; the passphrase is asked
 * last, and each wrong one uses up one of five attempts a member.
 */
export async function claimPacket(desk: ClaimDesk, ask: ClaimPacketAsk): Promise<Share> {
  // A link is judged by itself first, so that a bad one says nothing about whether the packet is there.
  const link = ask.token === null ? null : orThrow(await openLink(desk.secrets, ask.token, ask))
  const door = await desk.doors.find(ask.packetId)
  if (!door) throw new RefusalError(refuse('not_found'))
  const seen = knock(door, ask.memberId, link)
  const mayHaveCome = door.audience === 'link'
  if (!seen.isRecipient && !mayHaveCome) throw new RefusalError(refuse('not_found'))
  if (door.passphraseHash !== null && seen.isRecipient)
    orThrow(await desk.db.transaction((tx) => sayPassphrase(tx, desk.secrets, door, ask, seen)))
  return desk.claims.claim({ packetId: ask.packetId, memberId: ask.memberId, ...seen })
}

/** Whether the passphrase lets this member on. A refusal is returned, not thrown, so that the used attempt is kept. */
async function sayPassphrase(
  tx: Tx,
  secrets: Secrets,
  door: Doorway,
  ask: ClaimPacketAsk,
  seen: Knock,
): Promise<'pass' | Refusal> {
  const packet = await tx.one(readPacket, ask.packetId)
  if (!packet || (await tx.one(readClaim, ask.packetId, ask.memberId))) return 'pass'
  // A packet that could not be claimed anyway says why before a passphrase is tried. That is the answer: a claim let
  // on to the queue without one would have a share where the packet opens in between.
  const claimable = decideClaim(packet, { memberId: ask.memberId, ...seen }, await tx.now(packet.changedAt))
  if (isRefusal(claimable)) return claimable
  if (ask.passphrase === null) return refuseSilence(tx, ask)
  const taken = await tx.one(takePassphraseAttempt, ask.packetId, ask.memberId, passphraseAttemptsMax)
  if (!taken) return refuse('passphrase_attempts_used_up', { field: 'passphrase' })
  if (timingSafeEqual(hashPassphrase(secrets, door.packetId, ask.passphrase), door.passphraseHash!))
    return 'pass'
  return refuse('passphrase_wrong', {
    field: 'passphrase',
    attemptsLeft: passphraseAttemptsMax - taken.attempts,
  })
}

/** Nothing was said: that uses up no attempt, and is told as wrong only while there is one left. */
async function refuseSilence(tx: Tx, { packetId, memberId }: ClaimPacketAsk): Promise<Refusal> {
  const used = (await tx.one(readPassphraseAttempts, packetId, memberId))?.attempts ?? 0
  const code = used >= passphraseAttemptsMax ? 'passphrase_attempts_used_up' : 'passphrase_wrong'
  return refuse(code, { field: 'passphrase' })
}
