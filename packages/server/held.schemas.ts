/** How a packet or transfer says that it is held: to its payer and the operator alone. */

import { Type } from 'typebox'
import type { Held } from '@laisee/core/hold.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { nullable } from './http/schemas.ts'

const aMoment = (description: string) => Type.String({ format: 'date-time', maxLength: 40, description })

/** To spread into a packet's and a transfer's schema. */
export const heldFields = {
  sentAt: aMoment('When it was sent; to others than the payer, when its hold was over.'),
  heldUntil: nullable(
    aMoment('When its hold ends, or ended; null where it has none, and to others than the payer.'),
  ),
  heldReleaseFrom: nullable(aMoment('From when on the payer may end the hold; null where they may not.')),
  heldReasons: Type.Array(Type.String(), { description: 'Codes of why it is held; empty to others.' }),
}

/** When a send was sent and how it is held, as one side may know it: to the others it was sent when its hold was over. */
export function heldJson(send: Held & { sentAt: Instant }, isForPayer: boolean) {
  const { sentAt, heldUntil, heldReleaseFrom, heldReasons } = send
  if (!isForPayer)
    return { sentAt: toIso(heldUntil ?? sentAt), heldUntil: null, heldReleaseFrom: null, heldReasons: [] }
  return {
    sentAt: toIso(sentAt),
    heldUntil: heldUntil === null ? null : toIso(heldUntil),
    heldReleaseFrom: heldReleaseFrom === null ? null : toIso(heldReleaseFrom),
    heldReasons: [...heldReasons],
  }
}
