/** Recalling what somebody sent on behalf of an organisation: as the recall of the send itself, through its office. */

import type { Ask } from '../asks.ts'
import { recall as recallPacket } from './packet-verbs.ts'
import { recall as recallTransfer } from './transfer-verbs.ts'
import { bodyOf, no, yes, type Verdict, type World } from './world.ts'

export const recallOnBehalf = (w: World, ask: Ask): Verdict => {
  const { sendId } = bodyOf<{ sendId: string }>(ask)
  const packet = w.packets.get(sendId)
  const transfer = w.transfers.get(sendId)
  if ((packet ?? transfer)?.org !== ask.params!.id) return no('not_found')
  const verdict = packet ? recallPacket(w, packet, ask) : recallTransfer(w, transfer!, ask)
  if ('no' in verdict) return verdict
  return yes((body) => {
    const { result, returned } = verdict.then(body)
    return { sendId, result, returned }
  })
}
