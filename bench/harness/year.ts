/**
 * A year behind a thousand members: contacts with names, small groups, and what each has sent, all written as rows. What
 * they usually send differs from one to the next by two orders, and a few of their contacts have most of it.
 */

import type pg from 'pg'
import { dayMs, toIso } from '@laisee/core/instant.ts'
import { seededRandom } from '@laisee/core/random.ts'
import { chanceOf } from '../../examples/days/chance.ts'
import { drawName } from '../../examples/days/names.ts'
import type { Member, World } from './world.ts'

export interface Year {
  /** Whom each member has among their contacts, those they send to most first. */
  contactsOf(index: number): readonly Member[]
  /** A sum as this member usually sends it, in fen. */
  usualOf(index: number): number
}

const contactsEach = 30
const groupOf = 8

/** Write a year of so many sends each behind these members. */
export async function makeYear(world: World, members: readonly Member[], sendsEach: number): Promise<Year> {
  const { sql } = world
  const chance = chanceOf('laisee: a year')
  const random = seededRandom('laisee: what they usually send')
  const below = (most: number) => Number(random.below(BigInt(most)))
  await sql.query(
    `update member set name = named.name from unnest($1::text[], $2::text[]) as named (id, name)
     where member.id = named.id`,
    [members.map(({ id }) => id), members.map(() => drawName(chance))],
  )
  const contacts = members.map((_, i) =>
    Array.from({ length: contactsEach }, (_, j) => members[(i + 1 + j * 31) % members.length]!),
  )
  const usual = members.map(() => 500 * (1 + below(100)))
  await writeContacts(sql, members, contacts)
  for (let from = 0; from + groupOf <= members.length; from += groupOf)
    await world.makeGroup(members.slice(from, from + groupOf))
  const year: Year = { contactsOf: (i) => contacts[i]!, usualOf: (i) => usualSum(usual[i]!, below) }
  for (const [i, member] of members.entries()) await writeSends(sql, member, i, year, sendsEach, below)
  await sql.query('vacuum analyze')
  // A year was written in a minute: what of it waits for the disk is written now, not beside what is measured.
  await sql.query('checkpoint')
  return year
}

/** A round sum, half to twice the usual. */
function usualSum(usual: number, below: (most: number) => number): number {
  return Math.max(100, Math.round((usual * (50 + below(150))) / 10_000) * 100)
}

async function writeContacts(
  sql: pg.Client,
  members: readonly Member[],
  contacts: readonly (readonly Member[])[],
): Promise<void> {
  await sql.query(
    `insert into contact (owner_id, member_id, relation, created_at, changed_at)
     select owner_id, member_id, 'friend', $3, $3 from unnest($1::text[], $2::text[]) as pair (owner_id, member_id)
     on conflict do nothing`,
    [
      members.flatMap(({ id }, i) => contacts[i]!.map(() => id)),
      contacts.flatMap((some) => some.map(({ id }) => id)),
      toIso(Date.now() - 400 * dayMs),
    ],
  )
}

async function writeSends(
  sql: pg.Client,
  { id }: Member,
  index: number,
  year: Year,
  count: number,
  below: (most: number) => number,
): Promise<void> {
  const contacts = year.contactsOf(index)
  const at = Array.from(
    { length: count },
    (_, no) => Date.now() - dayMs - Math.floor((no * 364 * dayMs) / count),
  )
  await sql.query(
    `insert into sent (payer_id, send_id, at, kind, to_kind, to_key, amount, count, words)
     select $1, send_id, at, 'transfer', 'member', to_key, amount, 1, ''
     from unnest($2::text[], $3::timestamptz[], $4::text[], $5::bigint[]) as past (send_id, at, to_key, amount)`,
    [
      id,
      at.map((_, no) => `tr_past${String(index).padStart(6, '0')}${String(no).padStart(6, '0')}`),
      at.map((moment) => toIso(moment)),
      at.map(() => contacts[Math.min(below(contacts.length), below(contacts.length))]!.id),
      at.map(() => year.usualOf(index)),
    ],
  )
}
