/**
 * Pressing the button, asking again, and cancelling: the only ways a send leaves this device. One press is one key; what
 * was answered is told to whoever listens, once.
 */

import { newKey } from '@laisee/client/new-key.ts'
import type { Answer, Ask } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'
import { serviceNow } from '../data/service-time.ts'
import { recall } from '../session/keep.ts'
import { session } from '../session/session.ts'
import { forgetDraft } from './drafts.ts'
import { outcomeOfFailure, type Outcome, type Sent } from './outcome.ts'
import { addPending, dropPending, pendingSends, thisPage, type PendingSend } from './pending.ts'

export interface Settled {
  pending: PendingSend
  outcome: Exclude<Outcome, { result: 'unknown' }>
  /** Whether the first answer came, or only a later one. */
  isLate: boolean
}

type Listener = (settled: Settled) => void
const listeners = new Set<Listener>()
const asking = new Map<string, Promise<Outcome>>()
const unanswered = new Set<string>()
const draftsSent = new Map<string, { name: string; draft: unknown }>()

/** Hear what became of each send of this page. Gives the function that ends it. */
export function onSettled(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether this page is asking about it now, and whether it has been left without an answer. */
export function askState(key: string): { isAsking: boolean; isUnanswered: boolean } {
  return { isAsking: asking.has(key), isUnanswered: unanswered.has(key) }
}

/** The draft a send of this page came from, so that it can be changed and sent again after an undo. */
export function draftOf(sourceId: string): { name: string; draft: unknown } | undefined {
  return draftsSent.get(sourceId)
}

/** Send: the key and the body are kept first. A second press while the first is not answered is the first. */
export function sendOnce(ask: Pick<PendingSend, 'what' | 'toName' | 'amount' | 'draft'>): Promise<Outcome> {
  const before = pendingSends().find((pending) => pending.draft === ask.draft)
  if (before) return asking.get(before.key) ?? Promise.resolve({ result: 'unknown' })
  const pending: PendingSend = {
    ...ask,
    key: newKey(),
    cancelKey: newKey(),
    memberId: session()?.memberId ?? '',
    pressedAt: serviceNow(),
    page: thisPage,
  }
  addPending(pending)
  return askAbout(pending)
}

/** Ask for the answer under the same key. Asked twice at once, it asks once. */
export function askAbout(pending: PendingSend): Promise<Outcome> {
  const running = asking.get(pending.key)
  if (running) return running
  const asked = settle(pending).finally(() => asking.delete(pending.key))
  asking.set(pending.key, asked)
  return asked
}

async function settle(pending: PendingSend): Promise<Outcome> {
  const isLate = unanswered.has(pending.key) || pending.page !== thisPage
  const outcome = await sendAs(pending).then(
    (sent): Outcome => ({ result: 'sent', sent }),
    (error: unknown) => outcomeOfFailure(error),
  )
  if (outcome.result === 'unknown') {
    unanswered.add(pending.key)
    return outcome
  }
  unanswered.delete(pending.key)
  if (outcome.result === 'sent') {
    draftsSent.set(idOf(outcome.sent), { name: pending.draft, draft: recall(pending.draft) })
    forgetDraft(pending.draft)
  }
  dropPending(pending.key)
  for (const listener of listeners) listener({ pending, outcome, isLate })
  return outcome
}

/** The id of what a send has made. */
export function idOf(sent: Sent): string {
  return sent.kind === 'packet' ? sent.packet.id : sent.transfer.id
}

async function sendAs({ what, key, memberId }: PendingSend): Promise<Sent> {
  if (session()?.memberId !== memberId) throw new Error('somebody else is signed in')
  if (what.kind === 'packet')
    return { kind: 'packet', packet: await service().sendPacket({ body: what.body, idempotencyKey: key }) }
  return { kind: 'transfer', transfer: await transferOf(what, key) }
}

/** What a transfer, the rest of a ladder, a part of a plan, or a share of a collection became. */
async function transferOf(
  what: Exclude<PendingSend['what'], { kind: 'packet' }>,
  idempotencyKey: string,
): Promise<Answer<'sendTransfer'>> {
  if (what.kind === 'transfer') return service().sendTransfer({ body: what.body, idempotencyKey })
  if (what.kind === 'ladder') return (await service().sendLadder({ body: what.body, idempotencyKey })).rest
  if (what.kind === 'share') {
    const path = { id: what.collectionId }
    return service().payCollectionShare({ path, body: what.body, idempotencyKey })
  }
  const path = { id: what.planId, no: String(what.no) as Ask<'sendSplitPart'>['path']['no'] }
  return service().sendSplitPart({ path, body: what.body, idempotencyKey })
}

/** Take a send back whose answer was not seen. Throws the refusal, or UnansweredError: then it is still pending. */
export async function cancelPending(pending: PendingSend): Promise<Answer<'cancelRequest'>> {
  return await service().cancelRequest({
    body: { idempotencyKey: pending.key },
    idempotencyKey: pending.cancelKey,
  })
}
