/** The request a transfer's form makes, and what its button says. Pure. */

import type { TFunction } from 'i18next'
import type { Ask } from '@laisee/client/client.ts'
import type { LadderAsk } from '@laisee/core/ladder.ts'
import type { Amount } from '@laisee/core/money.ts'
import type { What } from '../send/pending.ts'

/** A transfer, or with a first part a ladder, whose first part nothing delays. */
export function whatOf(
  body: Ask<'sendTransfer'>['body'],
  ladder: LadderAsk | undefined,
): Extract<What, { kind: 'transfer' | 'ladder' }> {
  if (!ladder) return { kind: 'transfer', body }
  const { delayS: _delay, profile: _profile, ...shared } = body
  const { first, acknowledgeWithinS } = ladder
  return { kind: 'ladder', body: { ...shared, first: Number(first), acknowledgeWithinS } }
}

export function sendText(t: TFunction, amount: Amount, ladder: LadderAsk | undefined): string {
  return ladder ? t('ladder.send', { amount, first: ladder.first }) : t('transfer.send', { amount })
}
