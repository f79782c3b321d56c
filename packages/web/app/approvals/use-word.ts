/** A word about an approval: under one key from the press until it is answered, and everything it touches is read again. */

import { newKey } from '@laisee/client/new-key.ts'
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { isFinalNo } from '../data/final-no.ts'
import { approvalQuery, type Approval } from './approvals-data.ts'
import { sayWord, type Word } from './say-word.ts'

/** What is said from the phone: the glass is broken at the desk. */
export type WordHere = Word & { verb: Exclude<Word['verb'], 'break_glass'> }

/** Say a word about one approval. */
export function useWord(sendId: string): UseMutationResult<Approval, Error, WordHere> {
  const queries = useQueryClient()
  const key = useRef<{ text: string; word: string } | undefined>(undefined)
  const kind = sendId.startsWith('pkt_') ? 'packet' : 'transfer'
  return useMutation<Approval, Error, WordHere>({
    mutationFn: (word) => {
      const asked = JSON.stringify(word)
      if (key.current?.word !== asked) key.current = { text: newKey(), word: asked }
      return sayWord(sendId, word, key.current.text)
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
