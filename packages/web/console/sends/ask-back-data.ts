/** Asking back what somebody sent for the organisation who has left it: what asking would do, and the asking. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer, Ask } from '@laisee/client/client.ts'
import { service } from '../../app/data/service.ts'
import { isPacket } from '../../app/returns/returns-data.ts'
import { useWrite } from '../data/organisation-data.ts'

export type AskBackBody = Ask<'askTransferReturn'>['body']
export type AskedBack = Answer<'askTransferReturn'>
export type AskBackPreview = Answer<'previewTransferReturn'>

/** Whom it would be asked of, and in which words; or why not. `to` is whom of a packet, where not everybody. */
export const askBackQuery = (sendId: string, body: AskBackBody = { cause: 'AC03' }, to?: readonly string[]) =>
  queryOptions({
    queryKey: ['desk', 'ask-back', sendId, body, to],
    queryFn: ({ signal }): Promise<AskBackPreview> => {
      const path = { id: sendId }
      return isPacket(sendId)
        ? service().previewPacketReturns({ path, body: ofSome(body, to), signal })
        : service().previewTransferReturn({ path, body, signal })
    },
  })

export interface AskBack {
  body: AskBackBody
  to: readonly string[]
}

export const useAskBack = (sendId: string) =>
  useWrite(`ask-back ${sendId}`, ({ body, to }: AskBack, idempotencyKey): Promise<AskedBack> => {
    const path = { id: sendId }
    return isPacket(sendId)
      ? service().askPacketReturns({ path, body: ofSome(body, to), idempotencyKey })
      : service().askTransferReturn({ path, body, idempotencyKey })
  })

const ofSome = (body: AskBackBody, to: readonly string[] | undefined) => ({
  ...body,
  ...(to && { recipientIds: [...to] }),
})
