/** Undoing, pausing and recalling one's own send, and what each did, in words. */

import type { QueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { buzz } from '../../ui/haptics.ts'
import { packetQuery, transferQuery, walletQuery } from '../data/queries.ts'
import { service } from '../data/service.ts'
import { sendOfPacket, sendOfTransfer, sendsQuery, type OwnSend } from './sends-data.ts'

export interface VerbAsk {
  send: OwnSend
  key: string
  queries: QueryClient
  t: TFunction
}

/** Put what a verb answered where every screen reads it. */
export function putSend(queries: QueryClient, answered: OwnSend): void {
  queries.setQueryData(sendsQuery.queryKey, (known) => [
    answered,
    ...(known ?? []).filter(({ id }) => id !== answered.id),
  ])
}

async function balanceAfter(queries: QueryClient): Promise<number | undefined> {
  const wallet = await queries
    .fetchQuery({ ...walletQuery, staleTime: 0, retry: false })
    .catch(() => undefined)
  return wallet?.balance
}

/** Undo it, and say that the money is back. Throws the refusal. */
export async function undoSend({ send, key, queries, t }: VerbAsk): Promise<string> {
  const ask = { path: { id: send.id }, idempotencyKey: key }
  if (send.kind === 'packet') {
    const packet = await service().undoPacket(ask)
    queries.setQueryData(packetQuery(send.id).queryKey, packet)
    putSend(queries, sendOfPacket(packet))
  } else {
    const transfer = await service().undoTransfer(ask)
    queries.setQueryData(transferQuery(send.id).queryKey, transfer)
    putSend(queries, sendOfTransfer(transfer))
    if (transfer.ladder)
      void queries.invalidateQueries({ queryKey: transferQuery(transfer.ladder.otherId).queryKey })
  }
  buzz()
  const { amount, paidFrom } = send
  const balance = paidFrom === 'own' ? await balanceAfter(queries) : undefined
  return balance === undefined
    ? t('sent.bars.undone', { amount, paidFrom })
    : t('sent.bars.undoneBalance', { amount, balance })
}

/** Let it be delivered paused. Throws the refusal. */
export async function pauseSend({ send, key, queries }: VerbAsk): Promise<void> {
  const packet = await service().pausePacket({ path: { id: send.id }, idempotencyKey: key })
  queries.setQueryData(packetQuery(send.id).queryKey, packet)
  putSend(queries, sendOfPacket(packet))
}

/** Take back what nobody has, and say how much that was. Throws the refusal. */
export async function recallSend({ send, key, queries, t }: VerbAsk): Promise<string> {
  const ask = { path: { id: send.id }, body: {}, idempotencyKey: key }
  let returned = send.amount
  if (send.kind === 'packet') {
    const recall = await service().recallPacket(ask)
    returned = recall.returned
    queries.setQueryData(packetQuery(send.id).queryKey, recall.packet)
    putSend(queries, sendOfPacket(recall.packet))
  } else {
    const recall = await service().recallTransfer(ask)
    queries.setQueryData(transferQuery(send.id).queryKey, recall.transfer)
    putSend(queries, sendOfTransfer(recall.transfer))
  }
  buzz()
  void queries.invalidateQueries({ queryKey: walletQuery.queryKey })
  const rest = send.amount - returned
  return rest > 0
    ? t('sent.bars.recalledPart', { amount: returned, rest })
    : t('sent.bars.recalled', { amount: returned, paidFrom: send.paidFrom })
}
