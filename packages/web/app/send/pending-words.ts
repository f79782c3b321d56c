/** What a pending send is called, and what cancelling one did, in words. Pure but for the words. */

import type { TFunction } from 'i18next'
import type { Answer } from '@laisee/client/client.ts'
import { purseOfAsk } from '../data/purse.ts'
import type { PendingSend } from './pending.ts'

/** 给 小明 的红包. */
export function whatOf({ what, toName }: Pick<PendingSend, 'what' | 'toName'>, t: TFunction): string {
  if (what.kind !== 'packet') return t('sent.bars.what.transferTo', { name: toName ?? '…' })
  return toName === null ? t('sent.bars.what.packetLink') : t('sent.bars.what.packetTo', { name: toName })
}

/** What became of the money when a pending send was cancelled. */
export function canceledText(
  answer: Answer<'cancelRequest'>,
  { amount, what }: Pick<PendingSend, 'amount' | 'what'>,
  t: TFunction,
): string {
  const { outcome, returned } = answer
  const paidFrom = purseOfAsk(what.body)
  if (returned === null) return t(`sent.pending.${outcome}`, { amount, paidFrom })
  const rest = amount - returned
  return rest > 0
    ? t('sent.pending.recalledPart', { amount: returned, rest, paidFrom })
    : t(`sent.pending.${outcome}`, { amount: returned, paidFrom })
}
