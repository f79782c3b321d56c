/**
 * The shapes that many routes share. Amounts are JSON integers of fen, judged by value; moments are RFC 3339; ids
 * carry the prefix of their kind; lengths count code points. The formats are checked in http/formats.ts.
 */

import {
  Type,
  type TEnum,
  type TNull,
  type TObject,
  type TProperties,
  type TSchema,
  type TUnion,
} from 'typebox'
import { idPattern, type IdKind } from '@laisee/core/ids.ts'

/** An object with these fields and no others. */
export function closed<T extends TProperties>(
  fields: T,
  options: { title?: string; description?: string } = {},
): TObject<T> {
  return Type.Object(fields, { ...options, additionalProperties: false })
}

/** A closed object with a name of its own: one entry of the API's components, one exported type of the SDK. */
export function named<T extends TProperties>(title: string, description: string, fields: T): TObject<T> {
  return closed(fields, { title, description })
}

const plainTypes: readonly unknown[] = ['string', 'integer', 'number', 'boolean']

/** A value, or null where there is none. A plain value is written as a type of two, which is read and written fast. */
export function nullable<T extends TSchema>(schema: T): TUnion<[T, TNull]> {
  const { type, enum: words } = schema as { type?: unknown; enum?: unknown[] }
  if (!plainTypes.includes(type)) return Type.Union([schema, Type.Null()])
  const either = { ...schema, type: [type, 'null'], ...(words && { enum: [...words, null] }) }
  return either as unknown as TUnion<[T, TNull]>
}

/** One of these words. */
export function oneOf<const Word extends string>(
  words: readonly Word[],
  description?: string,
): TEnum<Word[]> {
  return Type.Enum<Word[]>([...words], {
    type: 'string',
    ...(description === undefined ? {} : { description }),
  })
}

export const AmountSchema = Type.Integer({
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Money in minor units (fen).',
})

export const BalanceSchema = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Money in minor units (fen), or nothing.',
})

export const ChangeSchema = Type.Integer({
  minimum: -Number.MAX_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Money in minor units (fen): more than nothing came in, less went out.',
})

export const CurrencySchema = Type.Literal('CNY')

export const MomentSchema = Type.String({
  format: 'date-time',
  maxLength: 40,
  description: 'A moment in RFC 3339, with its offset from UTC.',
})

/** An id of this kind: one of another kind is refused where it enters. */
export function IdSchema(kind: IdKind, description = `The id of a ${kind}.`) {
  return Type.String({ pattern: idPattern(kind), description })
}

/** A line of text as a person writes a name: no control, direction-changing or hidden characters. */
export function NameSchema(lengthMax: number, description?: string) {
  return Type.String({
    minLength: 1,
    maxLength: lengthMax,
    format: 'name',
    ...(description === undefined ? {} : { description }),
  })
}

/** Free text, kept as it was given: lines are allowed; other control characters, half ones and open turns of direction are not. */
export function TextSchema(lengthMax: number, options: { lengthMin?: number; description?: string } = {}) {
  const { lengthMin = 0, description } = options
  return Type.String({
    minLength: lengthMin,
    maxLength: lengthMax,
    format: 'text',
    ...(description === undefined ? {} : { description }),
  })
}

/** An identifier from outside: visible ASCII, one to `lengthMax` characters. */
export function OutsideIdSchema(lengthMax: number, description?: string) {
  return Type.String({
    minLength: 1,
    maxLength: lengthMax,
    pattern: '^[\\x21-\\x7e]+$',
    ...(description === undefined ? {} : { description }),
  })
}

export const CursorSchema = Type.String({
  minLength: 1,
  maxLength: 512,
  pattern: '^[A-Za-z0-9_-]+$',
  description: 'Where the page before ended: `nextCursor` of its reply, unread.',
})

export const pageLimitDefault = 50
export const pageLimitMax = 200

/** The two fields of every paged query, to spread into `closed({ ...pageFields, … })`. */
export const pageFields = {
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: pageLimitMax,
      description: `How many items; ${pageLimitDefault} where it is not said.`,
    }),
  ),
  cursor: Type.Optional(CursorSchema),
}

export const PageQuery = closed(pageFields)

/** One page of a list. */
export function PageOf<T extends TSchema>(item: T) {
  return closed({
    items: Type.Array(item),
    nextCursor: nullable(Type.String({ description: 'Where the next page begins; null at the end.' })),
  })
}

export const NamesSchema = Type.Record(Type.String(), Type.String(), {
  description: 'What the people and organisations that are named are called.',
})

/** The reply of a route that answers 204. */
export const NoContent = Type.Null({ description: 'Nothing.' })
