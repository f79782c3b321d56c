/** Organisations as the API shows them, and how a row becomes a reply. */

import { Type } from 'typebox'
import type { Actor } from '@laisee/core/actor.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson, defaultCurrency } from '@laisee/core/money.ts'
import { nameLengthMax } from '@laisee/core/name.ts'
import {
  isActive,
  organisationRoles,
  stateOfMembership,
  suspensionReasonLengthMax,
} from '@laisee/core/organisation.ts'
import type { Tx } from '../db/db.ts'
import {
  AmountSchema,
  BalanceSchema,
  closed,
  CurrencySchema,
  IdSchema,
  MomentSchema,
  named,
  NameSchema,
  nullable,
  oneOf,
  TextSchema,
} from '../http/schemas.ts'
import { readWallet } from '../ledger/ledger.ts'
import { cardsOf } from '../people/members.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import { referenceLengthMax, type Funding } from '../wallets/funding.ts'
import { ownOf, type OrganisationRow, type People } from './standing.ts'

export const RolesSchema = Type.Array(oneOf(organisationRoles), { maxItems: organisationRoles.length })
export const OrganisationParams = closed({ id: IdSchema('organisation') })
export const PersonParams = closed({ id: IdSchema('organisation'), memberId: IdSchema('member') })

const SuspensionSchema = nullable(
  closed({
    at: MomentSchema,
    by: Type.String({ description: 'The member who did it, or `operator`.' }),
    reason: Type.String(),
  }),
)

export const OrganisationSchema = named('Organisation', 'An organisation, for its people and the operator.', {
  id: IdSchema('organisation'),
  name: Type.String(),
  timeZone: Type.String({ description: 'Where its days and months begin.' }),
  house: Type.Boolean({
    description: 'Whether it is the service’s own, whose people work on disputes and freezes.',
  }),
  suspended: SuspensionSchema,
  memberCount: Type.Integer({ minimum: 0, description: 'How many are in it now.' }),
  myRoles: RolesSchema,
  /** Only for those who answer for the money. */
  wallet: nullable(
    closed({ currency: CurrencySchema, balance: BalanceSchema, state: oneOf(['open', 'frozen']) }),
  ),
  createdAt: MomentSchema,
  changedAt: MomentSchema,
})

export const MembershipSchema = named('Membership', 'A member’s place in an organisation.', {
  member: CardSchema,
  state: oneOf(['invited', 'active', 'ended']),
  roles: RolesSchema,
  offeredRoles: RolesSchema,
  invitedAt: MomentSchema,
  invitationExpiresAt: nullable(MomentSchema),
  joinedAt: nullable(MomentSchema),
  suspended: SuspensionSchema,
})

export const InvitationSchema = named('OrganisationPlace', 'An organisation one is in, or invited into.', {
  organisationId: IdSchema('organisation'),
  name: Type.String(),
  house: Type.Boolean({ description: 'Whether it is the service’s own.' }),
  state: oneOf(['invited', 'active', 'ended']),
  roles: RolesSchema,
  offeredRoles: RolesSchema,
  invitationExpiresAt: nullable(MomentSchema),
  suspended: Type.Boolean({
    description: 'Whether one’s sends on its behalf are stopped, by oneself or for all.',
  }),
})

const peopleMax = 200
export const CreateOrganisationBody = closed({
  name: NameSchema(nameLengthMax),
  timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  house: Type.Optional(
    Type.Boolean({ description: 'Whether it is the service’s own, of which there is one at most.' }),
  ),
  people: Type.Array(closed({ memberId: IdSchema('member'), roles: RolesSchema }), {
    minItems: 1,
    maxItems: peopleMax,
    description: 'Its first people, in it at once. One of them is an administrator.',
  }),
})

export const InviteMemberBody = closed({ memberId: IdSchema('member'), roles: RolesSchema })
export const RolesBody = closed({ roles: RolesSchema })
export const SuspendBody = closed({
  reason: TextSchema(suspensionReasonLengthMax * 4, {
    lengthMin: 1,
    description: 'Kept, and shown to whom it concerns.',
  }),
})

export const OrganisationFundingBody = closed({
  amount: AmountSchema,
  reference: Type.Optional(nullable(TextSchema(referenceLengthMax * 4, { lengthMin: 1 }))),
})

export const OrganisationFundingSchema = named(
  'OrganisationFunding',
  'Money that entered or left an organisation’s wallet by the operator’s word.',
  {
    id: IdSchema('funding'),
    organisationId: IdSchema('organisation'),
    direction: oneOf(['top_up', 'withdrawal']),
    currency: CurrencySchema,
    amount: AmountSchema,
    balance: BalanceSchema,
    reference: nullable(Type.String()),
    at: MomentSchema,
  },
)

interface Suspension {
  suspendedAt: Instant | null
  suspendedBy: string | null
  suspensionReason: string | null
}

function showSuspension({ suspendedAt, suspendedBy, suspensionReason }: Suspension) {
  return suspendedAt === null ? null : { at: toIso(suspendedAt), by: suspendedBy!, reason: suspensionReason! }
}

/** An organisation as one of its people, or the operator, may see it. */
export async function showOrganisation(tx: Tx, organisation: OrganisationRow, people: People, by: Actor) {
  const roles = [...(ownOf(people, by)?.roles ?? [])]
  const seesMoney =
    by.kind === 'operator' ||
    roles.includes('administrator') ||
    roles.includes('auditor') ||
    roles.includes('sender')
  const wallet = seesMoney ? await readWallet(tx, organisation.id, defaultCurrency) : undefined
  return {
    id: organisation.id,
    name: organisation.name,
    timeZone: organisation.timeZone,
    house: organisation.isHouse,
    suspended: showSuspension(organisation),
    memberCount: [...people.values()].filter(isActive).length,
    myRoles: roles,
    wallet: wallet
      ? { currency: defaultCurrency, balance: amountToJson(wallet.balance), state: wallet.state }
      : null,
    createdAt: toIso(organisation.createdAt),
    changedAt: toIso(organisation.changedAt),
  }
}

/** Everybody in an organisation, as its people see each other. */
export async function showPeople(tx: Tx, people: People, now: Instant) {
  const cards = await cardsOf(tx, [...people.keys()])
  return [...people.values()].map((one) => ({
    member: showCard(cards.get(one.memberId)!),
    state: stateOfMembership(one, now),
    roles: [...one.roles],
    offeredRoles: one.state === 'invited' ? [...one.offeredRoles] : [],
    invitedAt: toIso(one.invitedAt),
    invitationExpiresAt: one.invitationExpiresAt === null ? null : toIso(one.invitationExpiresAt),
    joinedAt: one.joinedAt === null ? null : toIso(one.joinedAt),
    suspended: showSuspension(one),
  }))
}

/** A funding of an organisation as the API says it. */
export function showOrganisationFunding(funding: Funding) {
  const { id, memberId, direction, currency, amount, balance, reference, at } = funding
  return {
    id,
    organisationId: memberId,
    direction,
    currency,
    amount: amountToJson(amount),
    balance: amountToJson(balance),
    reference,
    at: toIso(at),
  }
}
