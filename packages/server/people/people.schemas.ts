/** The shapes of members, their cards and external ids, and how each is said in JSON. */

import { Type } from 'typebox'
import { toIso } from '@laisee/core/instant.ts'
import {
  externalIdLengthMax,
  photoUrlLengthMax,
  timeZoneDefault,
  transferDelayMaxS,
  undoDefaultS,
  undoLengths,
  type MemberCard,
} from '@laisee/core/member.ts'
import { wallTimePattern } from '@laisee/core/quiet.ts'
import { nameLengthMax } from '@laisee/core/name.ts'
import { closed, IdSchema, MomentSchema, named, nullable, OutsideIdSchema } from '../http/schemas.ts'
import type { ExternalIdRow } from './external-ids.ts'
import type { MemberRow } from './members.ts'

/** The body's shape of an external id, where one comes with a new member. */
export const ExternalIdNameSchema = closed({
  hostId: IdSchema('host'),
  externalId: OutsideIdSchema(
    externalIdLengthMax,
    'What the host application calls this member: visible ASCII, compared byte by byte.',
  ),
})

export const ExternalIdSchema = named('ExternalId', 'What a host application calls a member.', {
  hostId: IdSchema('host'),
  externalId: OutsideIdSchema(externalIdLengthMax),
  memberId: IdSchema('member'),
  createdAt: MomentSchema,
})

/** An external id as the API says it. */
export function showExternalId({ hostId, externalId, memberId, createdAt }: ExternalIdRow) {
  return { hostId, externalId, memberId, createdAt: toIso(createdAt) }
}

export const CardSchema = named('MemberCard', 'What others may see of a member.', {
  id: IdSchema('member'),
  name: Type.String(),
  photoUrl: nullable(Type.String()),
})

/** A card, and nothing beside it. */
export function showCard({ id, name, photoUrl }: MemberCard): MemberCard {
  return { id, name, photoUrl }
}

const UndoSchema = Type.Enum([...undoLengths], {
  type: 'integer',
  description: 'Seconds in which a send can be undone.',
})
const DelaySchema = Type.Integer({
  minimum: 0,
  maximum: transferDelayMaxS,
  description: 'Seconds a transfer waits, where it does not say.',
})

const quietFrom = nullable(
  Type.String({ pattern: wallTimePattern, description: 'The first quiet minute of the day; null for none.' }),
)
const quietUntil = nullable(
  Type.String({
    pattern: wallTimePattern,
    description: 'The first minute that is not quiet; null for none.',
  }),
)

/** The optional fields of a member's settings, to spread into a body. */
export const settings = {
  photoUrl: Type.Optional(
    nullable(Type.String({ maxLength: photoUrlLengthMax, description: 'An https address; null for none.' })),
  ),
  timeZone: Type.Optional(
    Type.String({
      maxLength: 64,
      description: `An IANA time zone; ${timeZoneDefault} where a new member says none.`,
    }),
  ),
  undoS: Type.Optional(UndoSchema),
  transferDelayS: Type.Optional(DelaySchema),
  quietFrom: Type.Optional(quietFrom),
  quietUntil: Type.Optional(quietUntil),
}

/** A name is measured after NFC, so the edge leaves room for one that arrives decomposed. */
export const NameInput = Type.String({
  minLength: 1,
  maxLength: nameLengthMax * 4,
  description: `A name in any script: 1 to ${nameLengthMax} characters after NFC, all of which can be seen.`,
})

export const MemberSchema = named('Member', 'A member and their settings.', {
  id: IdSchema('member'),
  name: Type.String(),
  photoUrl: nullable(Type.String()),
  timeZone: Type.String(),
  undoS: UndoSchema,
  transferDelayS: DelaySchema,
  quietFrom,
  quietUntil,
  createdAt: MomentSchema,
  changedAt: MomentSchema,
})

export const MemberRecordSchema = named('MemberRecord', 'A member as the operator sees them.', {
  ...MemberSchema.properties,
  externalIds: Type.Array(ExternalIdSchema),
})

/** A member as the API says it. */
export function showMember(row: MemberRow) {
  const { id, name, photoUrl, timeZone, undoS, transferDelayS, quietFrom, quietUntil } = row
  const undo = undoLengths.find((length) => length === undoS) ?? undoDefaultS
  return {
    id,
    name,
    photoUrl,
    timeZone,
    undoS: undo,
    transferDelayS,
    quietFrom,
    quietUntil,
    createdAt: toIso(row.createdAt),
    changedAt: toIso(row.changedAt),
  }
}
