/**
 * A write that is safe to press again: it has one key from the press until it is answered. Where no answer came, the
 * next press asks under the same key; after an answer or a "no" it is a new one.
 */

import { newKey } from '@laisee/client/new-key.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { isFinalNo } from '../data/final-no.ts'
import { toldAnyway, type Told } from '../data/told-anyway.ts'
import { rereadPacket } from './packet-data.ts'

/** Do a verb of one packet, and read the packet again whatever the answer. */
export function useVerb<Answer, Ask = void>(
  packetId: string,
  verb: (ask: Ask, idempotencyKey: string) => Promise<Answer>,
): Told<Ask, Answer> {
  const queries = useQueryClient()
  const key = useRef<{ text: string; ask: string } | undefined>(undefined)
  const writing = useMutation<Answer, Error, Ask>({
    mutationFn: (ask) => {
      const asked = JSON.stringify(ask ?? null)
      if (key.current?.ask !== asked) key.current = { text: newKey(), ask: asked }
      return verb(ask, key.current.text)
    },
    onSuccess: () => {
      key.current = undefined
      return rereadPacket(queries, packetId)
    },
    onError: (error) => {
      if (!isFinalNo(error)) return undefined
      key.current = undefined
      return rereadPacket(queries, packetId)
    },
  })
  return toldAnyway(writing)
}
