/** The people and groups of a day, made in the service through its API, each with what their wallet holds at the start. */

import { createClient, type Laisee } from '@laisee/client/client.ts'
import type { Crowd } from './crowd.ts'
import type { Day, Group, Person } from './day.ts'
import type { Stopwatch } from './timing.ts'

export interface Player {
  id: string
  name: string
  laisee: Laisee
}

export interface Cast {
  /** By the day's own ids. */
  people: ReadonlyMap<string, Player>
  /** The service's ids of groups, by the day's. */
  groups: ReadonlyMap<string, string>
}

export interface CastAsk {
  baseUrl: string
  operator: Laisee
  crowd: Crowd
  stopwatch: Stopwatch
  /** Told after each person. */
  onPerson: () => void
}

const tokenLifeS = 60 * 86_400
const joinMax = 500

/** Make everyone and every group. */
export async function makeCast(day: Day, ask: CastAsk): Promise<Cast> {
  const players = await ask.crowd.each(day.people, async (person) => {
    const player = await makePlayer(person, ask)
    ask.onPerson()
    return [person.id, player] as const
  })
  const people = new Map(players)
  const groups = await ask.crowd.each(
    day.groups,
    async (group) => [group.id, await makeGroup(group, people, ask)] as const,
  )
  return { people, groups: new Map(groups) }
}

async function makePlayer({ name, wallet, undoS }: Person, ask: CastAsk): Promise<Player> {
  const { operator, stopwatch, baseUrl } = ask
  const window = undoS === null ? {} : { undoS: undoS as 5 | 10 | 20 | 30 }
  const { id } = await stopwatch.time('create member', () =>
    operator.createMember({ body: { name, ...window } }),
  )
  if (wallet > 0n) {
    await stopwatch.time('top up', () => operator.topUp({ body: { memberId: id, amount: Number(wallet) } }))
  }
  const { token } = await stopwatch.time('mint session', () =>
    operator.mintSession({ path: { id }, body: { lifetimeS: tokenLifeS } }),
  )
  return { id, name, laisee: createClient({ baseUrl, token }) }
}

/** A large group is made in parts: one request carries so many members. */
async function makeGroup(
  { name, members }: Group,
  people: Cast['people'],
  { operator, stopwatch }: CastAsk,
): Promise<string> {
  const ids = members.map((member) => people.get(member)!.id)
  const { id } = await stopwatch.time('create group', () =>
    operator.createGroup({ body: { name, memberIds: ids.slice(0, joinMax) } }),
  )
  for (let from = joinMax; from < ids.length; from += joinMax) {
    const memberIds = ids.slice(from, from + joinMax)
    await stopwatch.time('join group', () => operator.joinGroup({ path: { id }, body: { memberIds } }))
  }
  return id
}
