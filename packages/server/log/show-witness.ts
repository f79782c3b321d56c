/**
 * Showing the log to a witness: whoever holds an old checkpoint can prove that nothing before it was changed, and a log
 * that is kept by its operator alone proves it to nobody else. A witness over the network is asked as C2SP tlog-witness
 * has it: the proof from what it has seen to the newest checkpoint, which it checks by itself; a file is added to.
 */

import { open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { BlockList } from 'node:net'
import { toIso } from '@laisee/core/instant.ts'
import { writeBase64 } from '@laisee/core/log/base64.ts'
import { consistencyPath } from '@laisee/core/log/merkle.ts'
import type { Context } from '../context.ts'
import { callOutside, OutsideError, type OutsideAnswer } from '../outside/call-outside.ts'
import { lastCheckpoint } from './checkpoint.ts'
import { nodesFor } from './tiles.ts'
import { keepWitness, readWitness } from './witness.sql.ts'

type ForWitness = Pick<Context, 'db' | 'secrets'>

/** A witness says that it has seen a log which this one is no continuation of: it was rolled back, or there are two. */
export class WitnessDisagreesError extends Error {
  constructor(target: string, says: string) {
    super(`the witness ${target} ${says}`)
    this.name = 'WitnessDisagreesError'
  }
}

/**
 * Show the newest checkpoint to a witness, where it has not seen it. Gives the size it has seen now. Rejects with an
 * OutsideError where it cannot be reached, and with a WitnessDisagreesError.
 */
export async function showWitness(ctx: ForWitness, target: string, opened: BlockList): Promise<number> {
  const seen = Number((await ctx.db.run(readWitness, target))[0]?.size ?? 0n)
  const newest = await ctx.db.snapshot((tx) => lastCheckpoint(tx, ctx.secrets))
  if (newest.size <= seen) return seen
  if (target.startsWith('file:')) await addToFile(fileURLToPath(target), `${newest.note}\n`)
  else await ask(ctx, target, opened, { seen, ...newest })
  await ctx.db.transaction(async (tx) =>
    tx.run(keepWitness, target, BigInt(newest.size), toIso(await tx.now())),
  )
  return newest.size
}

async function addToFile(path: string, text: string): Promise<void> {
  const file = await open(path, 'a')
  try {
    await file.appendFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

interface Shown {
  /** What the witness is thought to have seen. */
  seen: number
  size: number
  note: string
}

const sizeType = 'text/x.tlog.size'

async function ask(ctx: ForWitness, target: string, opened: BlockList, shown: Shown): Promise<void> {
  const answer = await post(ctx, target, opened, shown)
  if (answer.status === 200) return
  if (answer.status === 409 && answer.contentType.startsWith(sizeType)) {
    const seen = Number(answer.body.toString().trim())
    if (!Number.isSafeInteger(seen) || seen < 0 || seen === shown.seen) throw refusedBy(target, answer)
    if (seen > shown.size)
      throw new WitnessDisagreesError(target, `has seen ${seen} leaves; this log has ${shown.size}`)
    const second = await post(ctx, target, opened, { ...shown, seen })
    if (second.status === 200) return
    throw refusedBy(target, second)
  }
  throw refusedBy(target, answer)
}

async function post(
  ctx: ForWitness,
  target: string,
  opened: BlockList,
  shown: Shown,
): Promise<OutsideAnswer> {
  const { seen, size, note } = shown
  const proof = await ctx.db.snapshot(async (tx) => {
    const read = await nodesFor(tx, (node) => void consistencyPath(seen, size, node))
    return consistencyPath(seen, size, read).map(writeBase64)
  })
  return callOutside({
    url: `${target.replace(/\/$/, '')}/add-checkpoint`,
    contentType: 'text/plain; charset=utf-8',
    body: [`old ${seen}`, ...proof, '', note].join('\n'),
    opened,
  })
}

/** 422: by the proof, what it has seen is not the beginning of what it was shown. */
function refusedBy(target: string, { status }: OutsideAnswer): Error {
  if (status === 422) return new WitnessDisagreesError(target, 'has seen another log than this')
  return new OutsideError(`the witness ${target} answered ${status}`)
}
