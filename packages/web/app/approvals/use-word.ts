/** A word about an approval: under one key from the press until it is answered, and everything it touches is read again. */

import { newKey } from '@laisee/client/new-key.ts'
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { isFinalNo } from '../data/final-no.ts'
import { service } from '../data/service.ts'
import { approvalQuery, type Approval } from './approvals-data.ts'

export interface Word {
  verb: 'approve' | 'reject' | 'ask' | 'answer' | 'remind'
  /** Why, or what is asked or answered. */
  note: string
}

function say(sendId: string, { verb, note }: Word, idempotencyKey: string): Promise<Approval> {
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
  }
}

/** Say a word about one approval. */
export function useWord(sendId: string): UseMutationResult<Approval, Error, Word> {
  const queries = useQueryClient()
  const key = useRef<{ text: string; word: string } | undefined>(undefined)
  const kind = sendId.startsWith('pkt_') ? 'packet' : 'transfer'
  return useMutation<Approval, Error, Word>({
    mutationFn: (word) => {
      const asked = JSON.stringify(word)
      if (key.current?.word !== asked) key.current = { text: newKey(), word: asked }
      return say(sendId, word, key.current.text)
    },
    onSuccess: (approval) => {
      key.current = undefined
      queries.setQueryData(approvalQuery(sendId).queryKey, approval)
    },
    onError: (error) => {
      if (isFinalNo(error)) key.current = undefined
    },
    onSettled: () => {
      for (const queryKey of [['approvals'], [kind, sendId], ['inbox'], ['sends'], ['organisations']])
        void queries.invalidateQueries({ queryKey })
    },
  })
}
