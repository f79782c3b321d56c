import type { Instant } from '@laisee/core/instant.ts'
import type { JSONWebKeySet } from 'jose'
import { statement } from '../db/statement.ts'

export interface HostRow {
  id: string
  name: string
  issuer: string
  jwks: JSONWebKeySet
  eventCount: bigint
  createdAt: Instant
  changedAt: Instant
  revokedAt: Instant | null
}

export const insertHost = statement<
  [id: string, name: string, issuer: string, jwks: string, at: string],
  HostRow
>(
  'host_insert',
  `
  insert into host (id, name, issuer, jwks, event_count, created_at, changed_at)
  values ($1, $2, $3, $4::jsonb, 1, $5, $5)
  returning id, name, issuer, jwks, event_count, created_at, changed_at, revoked_at
  `,
)

export const readHostRow = statement<[id: string], HostRow>(
  'host_read',
  `select id, name, issuer, jwks, event_count, created_at, changed_at, revoked_at from host where id = $1`,
)

export const readHostByIssuer = statement<[issuer: string], HostRow>(
  'host_read_by_issuer',
  `
  select id, name, issuer, jwks, event_count, created_at, changed_at, revoked_at
  from host
  where issuer = $1 and revoked_at is null
  `,
)

export const lockHost = statement<[id: string], HostRow>(
  'host_lock',
  `
  select id, name, issuer, jwks, event_count, created_at, changed_at, revoked_at
  from host
  where id = $1
  for update
  `,
)

export const updateHost = statement<
  [id: string, name: string, issuer: string, jwks: string, at: string],
  HostRow
>(
  'host_update',
  `
  update host
  set name = $2, issuer = $3, jwks = $4::jsonb, event_count = event_count + 1, changed_at = $5
  where id = $1
  returning id, name, issuer, jwks, event_count, created_at, changed_at, revoked_at
  `,
)

export const revokeHostRow = statement<[id: string, at: string], object>(
  'host_revoke',
  `
  update host
  set revoked_at = $2, event_count = event_count + 1, changed_at = $2
  where id = $1
  `,
)

/** A page of hosts, newest first, from before a moment and id. */
export const pageOfHosts = statement<[before: string, beforeId: string, limit: number], HostRow>(
  'host_page',
  `
  select id, name, issuer, jwks, event_count, created_at, changed_at, revoked_at
  from host
  where (created_at, id) < ($1::timestamptz, $2)
  order by created_at desc, id desc
  limit $3
  `,
)

/** The member whom a host knows by this id. */
export const readMemberByExternalId = statement<[hostId: string, externalId: string], { memberId: string }>(
  'external_id_read_member',
  `select member_id from external_id where host_id = $1 and external_id = $2`,
)
