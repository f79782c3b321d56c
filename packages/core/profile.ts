/**
 * A product profile: caps, defaults and manners as data. `laisee` is our own; `wechat-personal` behaves as WeChat
 * does for a person (no recall, a transfer is accepted by hand); `enterprise` is for organisations.
 * Sources of the figures: reference pages on product rules; where WeChat publishes none, the cap says so.
 */

import type { Amount } from './money.ts'
import { dayMs, hourMs, minuteMs } from './instant.ts'

export type ProfileName = 'laisee' | 'wechat-personal' | 'enterprise'

export interface ProductProfile {
  name: ProfileName
  /** The cap on total ÷ count, in fen. ¥200 a share is WeChat's consumer cap. */
  shareAverageMax: Amount
  shareMin: Amount
  countMax: number
  expiryDefaultMs: number
  expiryMinMs: number
  expiryMaxMs: number
  transferMax: Amount
  transferDelayMaxMs: number
  /** Whether a transfer waits for the payee's word before it arrives. */
  transferNeedsAcceptance: boolean
  /** Not accepted this long after delivery: back to the payer. */
  transferAcceptMs: number
  /** Whether the payer may take back what nobody has claimed after the undo window. */
  recall: boolean
  /** Whether the sender can pause and release. */
  pause: boolean
}

const laisee: ProductProfile = {
  name: 'laisee',
  shareAverageMax: 20_000n,
  shareMin: 1n,
  countMax: 500,
  expiryDefaultMs: dayMs,
  expiryMinMs: minuteMs,
  expiryMaxMs: 7 * dayMs,
  transferMax: 5_000_000n,
  transferDelayMaxMs: 7 * dayMs,
  transferNeedsAcceptance: false,
  transferAcceptMs: dayMs,
  recall: true,
  pause: true,
}

export const profiles: Record<ProfileName, ProductProfile> = {
  laisee,
  'wechat-personal': {
    ...laisee,
    name: 'wechat-personal',
    expiryMinMs: dayMs,
    expiryMaxMs: dayMs,
    transferDelayMaxMs: dayMs,
    transferNeedsAcceptance: true,
    recall: false,
    pause: false,
  },
  enterprise: { ...laisee, name: 'enterprise', expiryMinMs: hourMs, expiryMaxMs: 30 * dayMs },
}

export const profileNames = Object.keys(profiles) as ProfileName[]
