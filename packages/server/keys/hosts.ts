/**
 * Hosts: applications that sign tokens for their own users. A host is known by its issuer; its public keys are kept
 * here, so that no token makes the service call out.
 */

import { decideRevoke } from '@laisee/core/credential.ts'
import { toIso } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { JSONWebKeySet } from 'jose'
import type { Tx } from '../db/db.ts'
import { tell, toJson } from '../events/append.ts'
import { insertHost, lockHost, revokeHostRow, updateHost, type HostRow } from './hosts.sql.ts'
import { failUnlessPublicKeys } from './public-keys.ts'
import { revoke } from './revocation.ts'

export interface HostTerms {
  name: string
  issuer: string
  jwks: JSONWebKeySet
  by: string
}

/** Register a host. Refuses `invalid_request` on keys it cannot use, `issuer_taken`. */
export async function addHost(tx: Tx, ask: HostTerms): Promise<HostRow> {
  await failUnlessPublicKeys(ask.jwks)
  const at = await tx.now()
  const host = await tx.one(insertHost, tx.newId('host'), ask.name, ask.issuer, toJson(ask.jwks), toIso(at))
  await tellHost(tx, host!, 'registered', ask.by)
  return host!
}

/** Replace a host's name, issuer and keys: tokens signed by keys it no longer has are refused everywhere. */
export async function changeHost(tx: Tx, ask: HostTerms & { hostId: string }): Promise<HostRow> {
  await failUnlessPublicKeys(ask.jwks)
  const host = await lockLiveHost(tx, ask.hostId)
  const at = await tx.now(host.changedAt)
  const changed = await tx.one(updateHost, host.id, ask.name, ask.issuer, toJson(ask.jwks), toIso(at))
  await tellHost(tx, changed!, 'changed', ask.by)
  await revoke(tx, [host.id], at)
  return changed!
}

/** Remove a host: none of its tokens is taken any more; its external ids stay for the record. */
export async function removeHost(tx: Tx, ask: { hostId: string; by: string }): Promise<void> {
  const host = await lockLiveHost(tx, ask.hostId)
  const at = await tx.now(host.changedAt)
  await tx.run(revokeHostRow, host.id, toIso(at))
  await tellHost(tx, { ...host, eventCount: host.eventCount + 1n, changedAt: at }, 'removed', ask.by)
  await revoke(tx, [host.id], at)
}

async function lockLiveHost(tx: Tx, hostId: string): Promise<HostRow> {
  const host = await tx.one(lockHost, hostId)
  if (!host) throw new RefusalError(refuse('not_found'))
  orThrow(decideRevoke({ expiresAt: null, revokedAt: host.revokedAt }))
  return host
}

async function tellHost(
  tx: Tx,
  host: HostRow,
  change: 'registered' | 'changed' | 'removed',
  by: string,
): Promise<void> {
  const keyIds = host.jwks.keys.map((key) => key.kid ?? null)
  const data = { hostId: host.id, name: host.name, issuer: host.issuer, keyIds, change, by }
  await tell(tx, {
    sourceId: host.id,
    seq: host.eventCount,
    kind: 'host.changed',
    at: host.changedAt,
    data,
    audience: [],
  })
}
