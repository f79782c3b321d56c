/** Giving back, once a press: to the account it came from, for no other can be named. */

import { service } from '../data/service.ts'
import { isPacket, type ReturnRequest } from './returns-data.ts'
import { usePress } from './use-press.ts'

/** Giving back, by answering a request that is open or by oneself. */
export function useGive(request: Pick<ReturnRequest, 'id' | 'about' | 'open'>) {
  const { id, about, open } = request
  return usePress(`return.${open ? id : about}.give`, (amount: number | null, idempotencyKey) => {
    const body = amount === null ? {} : { amount }
    if (open) return service().returnAsRequested({ path: { id }, body, idempotencyKey })
    const ask = { path: { id: about }, body, idempotencyKey }
    return isPacket(about) ? service().returnPacketShare(ask) : service().returnTransferMoney(ask)
  })
}
