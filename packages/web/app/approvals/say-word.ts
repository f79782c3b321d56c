/** A word about an approval as it goes to the service: the same from the phone and from the desk. */

import { service } from '../data/service.ts'
import type { Approval } from './approvals-data.ts'

export interface Word {
  verb: 'approve' | 'reject' | 'ask' | 'answer' | 'remind' | 'break_glass'
  /** Why, or what is asked or answered. */
  note: string
}

/** Say it, under a key. Throws the refusal. */
export function sayWord(sendId: string, { verb, note }: Word, idempotencyKey: string): Promise<Approval> {
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
}
