/** What somebody has filled in for a packet, and a form with nothing in it. */

import type { PurseDraft } from './purse-fields.ts'

/** As it is kept on the device: texts as they were typed. */
export interface PacketDraft extends PurseDraft {
  kind: string
  amount: string
  count: string
  greeting: string
  exclusiveTo: string
  exclusiveName: string
  passphrase: string
  /** As a date field has it: `2026-02-17T20:00`, in the device's zone. */
  notBefore: string
  /** Seconds, `''` for the usual length, or `own`. */
  expiry: string
  expiryOwn: string
  expiryUnit: string
  paused: boolean
  provable: boolean
  test: boolean
  /** The name its sender knows the one payee by, to be checked. */
  payeeName: string
}

export const freshPacket: PacketDraft = {
  kind: '',
  amount: '',
  count: '',
  greeting: '',
  exclusiveTo: '',
  exclusiveName: '',
  passphrase: '',
  notBefore: '',
  expiry: '',
  expiryOwn: '',
  expiryUnit: 'hours',
  paused: false,
  provable: false,
  test: false,
  payeeName: '',
  paidFrom: '',
  onBehalfOf: '',
}
