/**
 * Links to a packet: a sealed token (JWE, AES-256-GCM) that names the packet, perhaps one member, and an end. It cannot
 * be read or altered without the service's key. It only opens the door: the packet's row decides.
 */

import { EncryptJWT, jwtDecrypt } from 'jose'
import type { Instant } from '@laisee/core/instant.ts'
import { refuse, type Refusal } from '@laisee/core/refusals.ts'
import type { Secrets } from '../context.ts'

export interface PacketLink {
  packetId: string
  /** Null for a bearer link: whoever holds it, one share each. */
  memberId: string | null
  expireAt: Instant
}

/** Seal a link to a packet. */
export function sealLink(secrets: Secrets, link: PacketLink): Promise<string> {
  return new EncryptJWT({ p: link.packetId, m: link.memberId, e: link.expireAt })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'laisee-link' })
    .encrypt(secrets.linkKey)
}

/** Whom a link must be for: a member and, where the address says so, a packet. */
export interface LinkHolder {
  memberId: string
  packetId?: string
}

/**
 * Open a sealed link. Forged, altered, foreign or of another packet: `link_invalid`; another member's:
 * `link_for_someone_else`. Whether it has expired is for the packet's lock to say.
 */
export async function openLink(
  secrets: Secrets,
  token: string,
  holder: LinkHolder,
): Promise<PacketLink | Refusal> {
  const link = await unseal(secrets, token)
  if (!link || (holder.packetId !== undefined && link.packetId !== holder.packetId))
    return refuse('link_invalid', { field: 'token' })
  const isTheirs = link.memberId === null || link.memberId === holder.memberId
  return isTheirs ? link : refuse('link_for_someone_else', { field: 'token' })
}

/** What a sealed link says, whoever holds it. Forged or altered: `link_invalid`. Whether it has expired is not asked. */
export async function readLink(secrets: Secrets, token: string): Promise<PacketLink | Refusal> {
  return (await unseal(secrets, token)) ?? refuse('link_invalid', { field: 'token' })
}

async function unseal(secrets: Secrets, token: string): Promise<PacketLink | undefined> {
  try {
    const { payload, protectedHeader } = await jwtDecrypt(token, secrets.linkKey, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    const { p, m, e } = payload
    const wellFormed = typeof p === 'string' && (m === null || typeof m === 'string') && typeof e === 'number'
    return wellFormed && protectedHeader.typ === 'laisee-link'
      ? { packetId: p, memberId: m, expireAt: e }
      : undefined
  } catch {
    return undefined
  }
}
