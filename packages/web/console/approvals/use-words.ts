/** The words that are said about an approval, as writes of the desk. */

import { sayWord, type Word } from '../../app/approvals/say-word.ts'
import { useWrite } from '../data/organisation-data.ts'

/** Say a word about an approval. */
export function useWord() {
  return useWrite('word', ({ sendId, ...word }: Word & { sendId: string }, idempotencyKey) =>
    sayWord(sendId, word, idempotencyKey),
  )
}
