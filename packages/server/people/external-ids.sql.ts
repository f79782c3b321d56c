import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface ExternalIdRow {
  hostId: string
  externalId: string
  memberId: string
  createdAt: Instant
}

export const insertExternalId = statement<
  [hostId: string, externalId: string, memberId: string, at: string],
  ExternalIdRow
>(
  'external_id_insert',
  `
  insert into external_id (host_id, external_id, member_id, created_at) values ($1, $2, $3, $4)
  on conflict (host_id, external_id) do nothing
  returning host_id, external_id, member_id, created_at
  `,
)

export const readExternalId = statement<[hostId: string, externalId: string], ExternalIdRow>(
  'external_id_read',
  `
  select host_id, external_id, member_id, created_at
  from external_id
  where host_id = $1 and external_id = $2
  `,
)

export const externalIdsOfMember = statement<[memberId: string], ExternalIdRow>(
  'external_id_of_member',
  `
  select host_id, external_id, member_id, created_at
  from external_id
  where member_id = $1
  order by host_id, external_id
  `,
)

export const deleteExternalId = statement<
  [hostId: string, externalId: string, memberId: string],
  { memberId: string }
>(
  'external_id_delete',
  `
  delete from external_id
  where host_id = $1 and external_id = $2 and member_id = $3
  returning member_id
  `,
)

export const knownHost = statement<[id: string], { id: string }>(
  'external_id_host',
  `select id from host where id = $1 and revoked_at is null`,
)
