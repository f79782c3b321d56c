import type { MembershipState, OrganisationRole } from '@laisee/core/organisation.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** An organisation as its row stands. */
export interface OrganisationRow {
  id: string
  name: string
  timeZone: string
  /** Whether it is the service's own. */
  isHouse: boolean
  suspendedAt: Instant | null
  suspendedBy: string | null
  suspensionReason: string | null
  eventCount: bigint
  createdAt: Instant
  changedAt: Instant
}

const columns = `
  id, name, time_zone, is_house, suspended_at, suspended_by, suspension_reason, event_count, created_at, changed_at`

export const insertOrganisation = statement<
  [id: string, name: string, timeZone: string, isHouse: boolean, at: string],
  OrganisationRow
>(
  'organisation_insert',
  `
  insert into organisation (id, name, time_zone, is_house, event_count, created_at, changed_at)
  values ($1, $2, $3, $4, 0, $5, $5)
  returning ${columns}
  `,
)

export const readOrganisationRow = statement<[id: string], OrganisationRow>(
  'organisation_read',
  `select ${columns} from organisation where id = $1`,
)

/** Every change of an organisation, its people or its policy waits here, and for whatever is done by its leave. */
export const lockOrganisationRow = statement<[id: string], OrganisationRow>(
  'organisation_lock',
  `select ${columns} from organisation where id = $1 for update`,
)

/** Sends and approvals do not wait for each other; a change waits for them, and they for it. */
export const shareOrganisationRow = statement<[id: string], OrganisationRow>(
  'organisation_share',
  `select ${columns} from organisation where id = $1 for share`,
)

export const updateOrganisation = statement<
  [
    id: string,
    name: string,
    suspendedAt: string | null,
    suspendedBy: string | null,
    suspensionReason: string | null,
    eventCount: bigint,
    changedAt: string,
  ],
  object
>(
  'organisation_update',
  `
  update organisation
  set name = $2, suspended_at = $3, suspended_by = $4, suspension_reason = $5, event_count = $6, changed_at = $7
  where id = $1
  `,
)

export const pageOfOrganisations = statement<
  [before: string, beforeId: string, limit: number],
  OrganisationRow
>(
  'organisation_page',
  `
  select ${columns}
  from organisation
  where (created_at, id) < ($1::timestamptz, $2)
  order by created_at desc, id desc
  limit $3
  `,
)

/** One of an organisation's people as the row stands; the roles in force are rows of their own. */
export interface MembershipRow {
  organisationId: string
  memberId: string
  state: MembershipState
  offeredRoles: OrganisationRole[]
  invitedBy: string
  invitedAt: Instant
  invitationExpiresAt: Instant | null
  joinedAt: Instant | null
  suspendedAt: Instant | null
  suspendedBy: string | null
  suspensionReason: string | null
}

const membership = `
  organisation_id, member_id, state, offered_roles, invited_by, invited_at, invitation_expires_at, joined_at,
  suspended_at, suspended_by, suspension_reason`

/** Everybody who is in an organisation or invited into it. */
export const membersOfOrganisation = statement<[organisationId: string], MembershipRow>(
  'organisation_member_list',
  `
  select ${membership}
  from organisation_member
  where organisation_id = $1 and state <> 'ended'
  order by invited_at, member_id
  `,
)

export const readMembershipRow = statement<[organisationId: string, memberId: string], MembershipRow>(
  'organisation_member_read',
  `select ${membership} from organisation_member where organisation_id = $1 and member_id = $2`,
)

export interface RoleRow {
  memberId: string
  role: OrganisationRole
  since: Instant
  until: Instant | null
}

/** Every role of an organisation that is in force. */
export const rolesOfOrganisation = statement<[organisationId: string], RoleRow>(
  'organisation_role_list',
  `
  select member_id, role, since, until
  from organisation_role
  where organisation_id = $1 and until is null
  order by member_id, role
  `,
)

/** Every role of an organisation, ended ones too. */
export const rolesEverHeld = statement<[organisationId: string], RoleRow>(
  'organisation_role_history',
  `
  select member_id, role, since, until
  from organisation_role
  where organisation_id = $1
  order by member_id, since, role
  `,
)

/** The roles of one member, ended ones too. */
export const rolesOfMember = statement<[organisationId: string, memberId: string], RoleRow>(
  'organisation_role_of_member',
  `
  select member_id, role, since, until
  from organisation_role
  where organisation_id = $1 and member_id = $2
  order by since, role
  `,
)

/** Whose organisations these are: those a member is in or invited into. */
export const membershipsOfMember = statement<[memberId: string], MembershipRow>(
  'organisation_member_of_member',
  `
  select ${membership}
  from organisation_member
  where member_id = $1 and state <> 'ended'
  order by invited_at desc, organisation_id desc
  `,
)

export const putMembership = statement<
  [
    organisationId: string,
    memberId: string,
    state: MembershipState,
    offeredRoles: string[],
    by: string,
    at: string,
    expiresAt: string | null,
    joinedAt: string | null,
  ],
  object
>(
  'organisation_member_put',
  `
  insert into organisation_member (
    organisation_id, member_id, state, offered_roles, invited_by, invited_at, invitation_expires_at, joined_at
  ) values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (organisation_id, member_id) do update
  set state = $3, offered_roles = $4, invited_by = $5, invited_at = $6, invitation_expires_at = $7, joined_at = $8,
      ended_at = null, ended_by = null, suspended_at = null, suspended_by = null, suspension_reason = null
  `,
)

export const acceptMembership = statement<[organisationId: string, memberId: string, at: string], object>(
  'organisation_member_accept',
  `
  update organisation_member set state = 'active', invitation_expires_at = null, joined_at = $3
  where organisation_id = $1 and member_id = $2
  `,
)

export const endMembership = statement<
  [organisationId: string, memberId: string, at: string, by: string],
  object
>(
  'organisation_member_end',
  `
  with ended as (
    update organisation_role set until = $3
    where organisation_id = $1 and member_id = $2 and until is null
  )
  update organisation_member
  set state = 'ended', invitation_expires_at = null, ended_at = $3, ended_by = $4
  where organisation_id = $1 and member_id = $2
  `,
)

export const suspendMembership = statement<
  [organisationId: string, memberId: string, at: string | null, by: string | null, reason: string | null],
  object
>(
  'organisation_member_suspend',
  `
  update organisation_member set suspended_at = $3, suspended_by = $4, suspension_reason = $5
  where organisation_id = $1 and member_id = $2
  `,
)

/** Give roles from a moment on. A role that ended at the same moment goes on. */
export const giveRoles = statement<
  [organisationId: string, memberId: string, roles: string[], since: string],
  object
>(
  'organisation_role_give',
  `
  insert into organisation_role (organisation_id, member_id, role, since)
  select $1, $2, role, $4
  from unnest($3::text[]) as role
  on conflict (organisation_id, member_id, role, since) do update set until = null
  `,
)

export const endRoles = statement<
  [organisationId: string, memberId: string, roles: string[], until: string],
  object
>(
  'organisation_role_end',
  `
  update organisation_role set until = $4
  where organisation_id = $1 and member_id = $2 and role = any($3::text[]) and until is null
  `,
)
