/**
 * What the guard looks at, read in the send's own transaction: the sender's past and contacts, the names of those they
 * may mean, what the service knows of the payees, the groups they send to. Everything is read by its own key; nothing
 * asks every node.
 */

import {
  historyCountMax,
  historyDaysMax,
  latestIdsIn,
  type GuardedSend,
  type GuardFacts,
  type KnownGroup,
  type PayeeState,
  type ScreenFacts,
  type SendRecord,
} from '@laisee/core/guard/facts.ts'
import { localHourOf } from '@laisee/core/guard/local-hour.ts'
import { beforePlan } from '@laisee/core/guard/planned.ts'
import { dayMs, type Instant } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { periodsAt } from '@laisee/core/wall-day.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import { minorsAmong } from '../limits/minors.ts'
import { frozenAmong } from '../ledger/frozen.ts'
import { blockedEitherWay } from '../people/blocks.ts'
import { contactsById } from '../people/contacts.ts'
import { newcomersSince } from '../people/newcomers.ts'
import { groupsById, headCounts } from '../people/read-groups.ts'
import { reportersOf } from '../reports/count-reporters.ts'
import { gatherCircle } from './gather-circle.ts'
import { gatherReceived } from './gather-received.ts'
import { gatherToday } from './gather-today.ts'
import { readSent } from './guard.sql.ts'

export interface Payer {
  id: string
  timeZone: string
}

interface Beside {
  balance: Amount | null
  /** Who is in the group the send names, by id. */
  inside: readonly string[]
  screen: ScreenFacts | null
  /** The organisation it is sent for; null for a send of one's own. */
  onBehalfOf: OnBehalf | null
}

/** An organisation, as the guard needs to know it. */
export interface OnBehalf {
  id: string
  timeZone: string
}

/** Past groups that are compared with the one sent to. */
const groupsMax = 30

/** Everything the guard is given about a send. */
export async function gatherFacts(
  tx: Tx,
  payer: Payer,
  send: GuardedSend,
  { balance: inWallet, inside, screen, onBehalfOf }: Beside,
): Promise<GuardFacts> {
  const { startsAt } = periodsAt((onBehalfOf ?? payer).timeZone, send.at).day
  const [sent, contacts, payees, received, today] = await together([
    tx.run(readSent, payer.id, historyCountMax),
    contactsById(tx, payer.id),
    gatherPayees(tx, payer.id, send),
    gatherReceived(tx, send),
    gatherToday(tx, send, { startsAt, organisationId: onBehalfOf?.id ?? null }),
  ])
  const past = sent.filter(({ at }) => at > send.at - historyDaysMax * dayMs)
  const { history, balance } = beforePlan(send.planned, { history: past, balance: inWallet })
  const groupIds = groupsOf(send, history)
  return {
    send,
    localHour: localHourOf(send.at, payer.timeZone),
    balance,
    history,
    latestIds: latestIdsIn(sent),
    today,
    received,
    people: await gatherCircle(tx, { payerId: payer.id, send, history, contacts, groupIds, inside }),
    payees,
    groups: await gatherGroups(tx, { send, history, groupIds: comparedGroups(send, groupIds), inside }),
    screen,
  }
}

/** The group sent to, and those that were sent to before, latest first. */
function groupsOf(send: GuardedSend, history: readonly SendRecord[]): string[] {
  const before = history.filter(({ toKind }) => toKind === 'group').map(({ toKey }) => toKey)
  const ids = new Set(send.groupId === null ? before : [send.groupId, ...before])
  return [...ids].slice(0, groupsMax)
}

/** Groups are compared where one is sent to; a send to one person in a group shows that group alone. */
function comparedGroups({ toKind, groupId }: GuardedSend, groupIds: readonly string[]): readonly string[] {
  if (toKind === 'group') return groupIds
  return groupId === null ? [] : [groupId]
}

async function gatherPayees(
  tx: Tx,
  payerId: string,
  { memberIds: ids, at }: GuardedSend,
): Promise<PayeeState[]> {
  if (ids.length === 0) return []
  const [frozen, minors, blocked, reporters] = await together([
    frozenAmong(tx, ids),
    minorsAmong(tx, ids),
    blockedEitherWay(tx, payerId, ids),
    reportersOf(tx, ids, at),
  ])
  return ids.map((id) => ({
    id,
    frozen: frozen.has(id),
    blocked: blocked.has(id),
    reports: reporters.get(id) ?? 0,
    minor: minors.has(id),
  }))
}

/** New is who came since the sender's last send there, or within this long where there was none. */
const newMs = 7 * dayMs

async function gatherGroups(
  tx: Tx,
  {
    send,
    history,
    groupIds,
    inside,
  }: {
    send: GuardedSend
    history: readonly SendRecord[]
    groupIds: readonly string[]
    inside: readonly string[]
  },
): Promise<KnownGroup[]> {
  if (groupIds.length === 0) return []
  const rows = await groupsById(tx, groupIds)
  const others = groupIds.filter((id) => id !== send.groupId)
  const counts = others.length === 0 ? new Map<string, number>() : await headCounts(tx, others)
  const known: KnownGroup[] = []
  for (const id of groupIds) {
    const row = rows.get(id)
    if (!row) continue
    const isTarget = id === send.groupId
    known.push({
      id,
      name: row.name,
      members: isTarget ? inside.length : (counts.get(id) ?? 0),
      newMembers: isTarget ? await newMembers(tx, send, lastTo(id, history)) : 0,
      blockedMembers: isTarget ? (await blockedEitherWay(tx, send.payerId, inside)).size : 0,
    })
  }
  return known
}

const lastTo = (id: string, history: readonly SendRecord[]) => history.find(({ toKey }) => toKey === id)?.at

function newMembers(
  tx: Tx,
  { groupId, payerId, at }: GuardedSend,
  last: Instant | undefined,
): Promise<number> {
  return newcomersSince(tx, { groupId: groupId!, besideId: payerId, since: last ?? at - newMs })
}
