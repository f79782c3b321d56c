/** The recall of what an organisation sent, as a write of the desk. */

import type { Ask } from '@laisee/client/client.ts'
import { service } from '../../app/data/service.ts'
import { useAtDesk, useWrite } from '../data/organisation-data.ts'
import type { FullSend } from './sends-data.ts'

export type RecallAsk = Omit<Ask<'recallOnBehalf'>['body'], 'sendId'>

export function useRecall({ id: sendId }: Pick<FullSend, 'id'>) {
  const { organisation } = useAtDesk()
  const path = { id: organisation.id }
  return useWrite(`recall ${sendId}`, (ask: RecallAsk, idempotencyKey) =>
    service().recallOnBehalf({ path, body: { sendId, ...ask }, idempotencyKey }),
  )
}
