/**
 * The demo world: made once, on an empty database, in one transaction and through the service's own verbs; known again
 * by its people, in the order they were made. A database that has other people is never touched.
 */

import { dayMs, secondMs, type Instant } from '@laisee/core/instant.ts'
import type { Context } from '@laisee/server/context.ts'
import type { Tx } from '@laisee/server/db/db.ts'
import { lockClock } from '@laisee/server/db/clock.sql.ts'
import { createOrganisation } from '@laisee/server/organisations/create-organisation.ts'
import { fundOrganisation } from '@laisee/server/organisations/fund-organisation.ts'
import { createGroup } from '@laisee/server/people/create-group.ts'
import { createMember } from '@laisee/server/people/create-member.ts'
import { keepContact } from '@laisee/server/people/contacts.ts'
import { listMembers } from '@laisee/server/people/members.ts'
import { topUp } from '@laisee/server/wallets/funding.ts'
import { planAsking } from './asking.ts'
import { planHistory, weeksOfHistory } from './history.ts'
import { Past } from './past.ts'
import {
  demoContacts,
  demoGroups,
  demoHouse,
  demoOrganisation,
  demoPeople,
  type DemoOrganisation,
} from './people.ts'
import { planReturns } from './returns.ts'
import { DemoSends } from './sends.ts'

export interface DemoWorld {
  /** Whether it was made just now. */
  made: boolean
  /** Everyone's id, by key. */
  ids: ReadonlyMap<string, string>
}

/** Make the world on an empty database, or find the one that is there. */
export async function openDemoWorld(ctx: Context): Promise<DemoWorld> {
  return ctx.db.transaction(async (tx) => {
    // Two demos that start at once on one folder make one world: the clock's row is what they wait for.
    await tx.run(lockClock)
    const found = await findPeople(tx)
    return found ? { made: false, ids: found } : makeWorld(tx, ctx)
  })
}

/** Tell the service who is in its world, so that a visitor of its page may choose whom to be. */
export function introducePeople({ cast }: Pick<Context, 'cast'>, ids: ReadonlyMap<string, string>): void {
  cast.introduce(demoPeople.map(({ key, role }) => ({ memberId: ids.get(key)!, role })))
}

const pageSize = 200
/** Demo people are made so far apart, to the millisecond: by that they are known again, whatever they are called now. */
const apartMs = secondMs

/** Everyone's id by key; undefined on an empty database. Throws where the people are not the demo's. */
async function findPeople(tx: Tx): Promise<ReadonlyMap<string, string> | undefined> {
  const members = []
  for (let page = await listMembers(tx, undefined, pageSize); page.length > 0;) {
    members.push(...page)
    const last = page.at(-1)!
    page = await listMembers(tx, { at: last.createdAt, id: last.id }, pageSize)
  }
  if (members.length === 0) return undefined
  const oldest = members.reverse().slice(0, demoPeople.length)
  const isDemo = oldest.every(({ createdAt }, i) => createdAt === oldest[0]!.createdAt + i * apartMs)
  if (oldest.length < demoPeople.length || !isDemo) {
    throw new Error(
      'this database has people who are not the demo’s: name another folder with LAISEE_DATA_DIR',
    )
  }
  return new Map(oldest.map((member, i) => [demoPeople[i]!.key, member.id]))
}

async function makeWorld(tx: Tx, ctx: Context): Promise<DemoWorld> {
  const now = await tx.now()
  const past = new Past(tx)
  const ids = new Map<string, string>()
  const firstDay = now - (weeksOfHistory * 7 + 2) * dayMs
  planPeople(past, ids, firstDay)
  const sends = new DemoSends(past, ctx.secrets, ids)
  planHistory(past, sends, now)
  past.plan(firstDay + (demoPeople.length + 2) * apartMs, async () => planReturns(past, sends, now))
  planAsking(past, ids, now)
  await past.liveUntil(now)
  return { made: true, ids }
}

/** The first day: everyone, a second apart, with what they begin with; then groups, contacts and the company. */
function planPeople(past: Past, ids: Map<string, string>, firstDay: Instant): void {
  const { tx } = past
  demoPeople.forEach(({ key, name, undoS, transferDelayS, begins }, i) => {
    past.plan(firstDay + i * apartMs, async () => {
      const settings = { ...(undoS && { undoS }), ...(transferDelayS && { transferDelayS }) }
      const member = await createMember(tx, { name, ...settings })
      ids.set(key, member.id)
      await topUp(tx, { memberId: member.id, amount: begins, reference: '开户' })
    })
  })
  past.plan(firstDay + demoPeople.length * apartMs, async () => {
    const by = { kind: 'operator', keyId: 'demo' } as const
    for (const { key, name, members } of demoGroups) {
      const group = await createGroup(tx, { name, memberIds: members.map((member) => ids.get(member)!), by })
      ids.set(key, group.id)
    }
    for (const [owner, member, alias, relation] of demoContacts) {
      await keepContact(tx, {
        ownerId: ids.get(owner)!,
        memberId: ids.get(member)!,
        alias,
        relation,
        relationNote: null,
      })
    }
  })
  past.plan(firstDay + (demoPeople.length + 1) * apartMs, async () => {
    await makeOrganisation(tx, ids, demoOrganisation)
    await makeOrganisation(tx, ids, demoHouse)
  })
}

/** An organisation with its people and its money, made by the operator. */
async function makeOrganisation(
  tx: Tx,
  ids: Map<string, string>,
  { key, name, begins, house, people }: DemoOrganisation,
): Promise<void> {
  const by = { kind: 'operator', keyId: 'demo' } as const
  const first = people.map(([key, ...roles]) => ({ memberId: ids.get(key)!, roles }))
  const { id: organisationId } = await createOrganisation(tx, {
    name,
    timeZone: null,
    house,
    people: first,
    by,
  })
  ids.set(key, organisationId)
  if (begins === 0n) return
  await fundOrganisation(tx, { organisationId, direction: 'top_up', amount: begins, reference: '开户', by })
}
