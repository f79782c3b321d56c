/**
 * Checkpoints, signed. The sequencer keeps what is to be signed, and the signature is the same however often it is made;
 * while one key follows another, both sign.
 */

import { checkpointText } from '@laisee/core/log/checkpoint.ts'
import { noteKeyOf, signatureLine, writeKey, writeNote } from '@laisee/core/log/note.ts'
import { rootOf } from '@laisee/core/log/merkle.ts'
import type { Secrets } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { readCheckpoints, readHead, readLastCheckpoint } from './log.sql.ts'

export interface SignedCheckpoint {
  size: number
  /** A signed note (C2SP tlog-checkpoint). */
  note: string
}

const signingKeys = 2

/** The newest checkpoint; before anything has happened, that of the empty tree. */
export async function lastCheckpoint(tx: Tx, secrets: Secrets): Promise<SignedCheckpoint> {
  const { origin } = (await tx.one(readHead))!
  const row = await tx.one(readLastCheckpoint)
  const size = Number(row?.size ?? 0n)
  return { size, note: sign(secrets, origin, size, row?.root ?? rootOf(0, noNodes)) }
}

/** The log's name: what its keys are named, and every checkpoint begins with. */
export async function logOriginOf(tx: Tx): Promise<string> {
  return (await tx.one(readHead))!.origin
}

/** Checkpoints above a size, the smaller first. */
export async function checkpointsAbove(
  tx: Tx,
  secrets: Secrets,
  above: number,
  limit: number,
): Promise<SignedCheckpoint[]> {
  const { origin } = (await tx.one(readHead))!
  const rows = await tx.run(readCheckpoints, BigInt(above), limit)
  return rows.map(({ size, root }) => ({
    size: Number(size),
    note: sign(secrets, origin, Number(size), root),
  }))
}

/** The keys to check them with, the newest first, each as one word (C2SP signed-note). */
export async function logKeysOf(tx: Tx, { logKeys }: Secrets): Promise<string[]> {
  const { origin } = (await tx.one(readHead))!
  return logKeys.map((key) => writeKey(noteKeyOf(origin, key)))
}

function sign({ logKeys }: Secrets, origin: string, size: number, root: Uint8Array): string {
  const text = checkpointText({ origin, size, root })
  return writeNote(
    text,
    logKeys.slice(0, signingKeys).map((key) => signatureLine(text, origin, key)),
  )
}

function noNodes(): never {
  throw new RangeError('an empty tree has no nodes')
}
