/**
 * Forgetting, the log's part: what a member's own events told is emptied and the salts of their leaves are thrown away.
 * The tree stays as it is, and every proof of it holds; of what a leaf was, nobody can tell any more.
 */

import { eventKinds } from '@laisee/core/events.ts'
import { isPersonal } from '@laisee/core/log/forgotten.ts'
import type { Tx } from '../db/db.ts'
import { dropSalts, emptyEvents } from './forget.sql.ts'
import { lockHead } from './log.sql.ts'

const personal = eventKinds.filter(isPersonal)

/**
 * Empty what this member's events told. The sequencer waits meanwhile: it has put an event into the tree, with a salt that
 * goes here, or it finds it empty. Take this lock last. Gives how many events it was.
 */
export async function forgetEventsOf(tx: Tx, memberId: string): Promise<number> {
  await tx.one(lockHead)
  const emptied = await tx.run(emptyEvents, memberId, [...personal])
  await tx.run(dropSalts, memberId, [...personal])
  return emptied.length
}
