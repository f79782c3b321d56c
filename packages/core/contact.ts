/** A contact: how one member keeps another, for themselves alone. The relation is what rules about care are written on. */

import { fieldOr, refuseField } from './field.ts'
import { lineFrom, nameFrom, nameLengthMax } from './name.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'

export const relations = ['family', 'friend', 'colleague', 'customer', 'important_customer', 'other'] as const
export type Relation = (typeof relations)[number]

export const relationNoteLengthMax = 32

export interface ContactFields {
  alias: string | null
  relation: Relation | null
  /** In the owner's own words, where the relation is `other`. */
  relationNote: string | null
}

/** May this member keep that one as a contact, and in which words? */
export function decideContact(
  ownerId: string,
  other: { id: string; known: boolean },
  asked: ContactFields,
): ContactFields | Refusal {
  if (asked.relationNote !== null && asked.relation !== 'other')
    return refuseField('relationNote', "may only be given with the relation 'other'")
  const alias =
    asked.alias === null
      ? null
      : fieldOr(
          nameFrom(asked.alias),
          'alias',
          `must be a name of 1 to ${nameLengthMax} characters that can all be seen`,
        )
  if (isRefusal(alias)) return alias
  const note =
    asked.relationNote === null
      ? null
      : fieldOr(
          lineFrom(asked.relationNote, relationNoteLengthMax),
          'relationNote',
          `must be a line of 1 to ${relationNoteLengthMax} characters that can all be seen`,
        )
  if (isRefusal(note)) return note
  return decideSomeoneElse(ownerId, other) ?? { alias, relation: asked.relation, relationNote: note }
}

/** The refusal for what a member can only keep about another: an unknown one, or oneself. */
export function decideSomeoneElse(
  ownerId: string,
  other: { id: string; known: boolean },
): Refusal | undefined {
  if (!other.known) return refuse('member_unknown', { field: 'memberId' })
  if (other.id === ownerId) return refuse('self_not_allowed', { field: 'memberId' })
  return undefined
}
