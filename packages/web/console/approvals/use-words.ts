/** The words that are said about an approval, as writes of the desk. */

import { service } from '../../app/data/service.ts'
import { useWrite } from '../data/organisation-data.ts'

interface Word {
  verb: 'approve' | 'reject' | 'ask' | 'answer' | 'remind' | 'break_glass'
  sendId: string
  /** Why, or what is asked or answered. */
  note: string
}

/** Say a word about an approval. */
export function useWord() {
  return useWrite('word', ({ verb, sendId, note }: Word, idempotencyKey) => {
    const path = { sendId }
    const body = { note }
    switch (verb) {
      case 'approve':
        return service().approveSend({ path, body: {}, idempotencyKey })
      case 'reject':
        return service().rejectSend({ path, body, idempotencyKey })
      case 'ask':
        return service().askSenderOfApproval({ path, body, idempotencyKey })
      case 'answer':
        return service().answerApprover({ path, body, idempotencyKey })
      case 'remind':
        return service().remindApprovers({ path, idempotencyKey })
      case 'break_glass':
        return service().breakGlass({ path, body, idempotencyKey })
    }
  })
}
