/** What stays of a send: that it is part of its sender's past, and the verdict with all it was made from. */

import { recipientKey, sentNow } from '@laisee/core/guard/facts.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import type { SendToJudge } from './guarded-send.ts'
import { insertSent, insertVerdict, markTakenBack } from './guard.sql.ts'
import type { Judged } from './judge-send.ts'

/** Remember a send with its sender, and the verdict on it where there was one. In the send's transaction. */
export async function recordSend(
  tx: Tx,
  sendId: string,
  send: SendToJudge,
  judged: Judged | undefined,
): Promise<void> {
  const { payerId, at, kind, toKind, count, words } = send
  const key = recipientKey(send)
  await together([
    tx.run(insertSent, payerId, sendId, toIso(at), kind, toKind, key, sentNow(send), count, words),
    recordVerdict(tx, sendId, send, judged),
  ])
}

/** Keep the verdict on a send with it, where there was one. */
export async function recordVerdict(
  tx: Tx,
  sendId: string,
  { payerId, at }: SendToJudge,
  judged: Judged | undefined,
): Promise<void> {
  if (!judged) return
  const { judgement, shown, shownHash, ask } = judged
  const { verdict, signals, held, failed } = judgement
  await tx.run(
    insertVerdict,
    sendId,
    payerId,
    toIso(at),
    verdict.outcome,
    JSON.stringify(verdict.reasons),
    JSON.stringify(signals),
    [...held],
    [...failed],
    verdict.rules.name,
    verdict.rules.version,
    JSON.stringify(shown),
    shownHash,
    shown.payeeCheck === null ? null : JSON.stringify(shown.payeeCheck),
    verdict.asks,
    ask.confirmedHash === shownHash,
  )
}

/** A send that was undone, or came back whole, was not meant: it no longer counts as usual. */
export async function recordTakenBack(
  tx: Tx,
  { payerId, sendId, at }: { payerId: string; sendId: string; at: Instant },
): Promise<void> {
  await tx.run(markTakenBack, payerId, sendId, toIso(at))
}
