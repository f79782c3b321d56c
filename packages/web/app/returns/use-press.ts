/**
 * A write that is safe to press again, even after a reload: its key is kept on the device from the press until it is
 * answered. What is asked anew in other words, or after a "no", has a new key.
 */

import { newKey } from '@laisee/client/new-key.ts'
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { isFinalNo } from '../data/final-no.ts'
import { keep, recall } from '../session/keep.ts'
import { ofSeat } from '../session/seat.ts'
import { session } from '../session/session.ts'

interface Pressed {
  ask: string
  key: string
}

const nameOf = (what: string) => ofSeat(`press.${session()?.memberId ?? 'nobody'}.${what}`)

/** The key under which this is asked: the one of a press that was never answered, where it asked the same. */
function keyFor(name: string, ask: string): string {
  const kept = recall(name) as Partial<Pressed> | undefined
  if (kept?.ask === ask && typeof kept.key === 'string') return kept.key
  const key = newKey()
  keep(name, { ask, key } satisfies Pressed)
  return key
}

/** Do something once a press; whatever it may touch is read again. `what` names it on this device. */
export function usePress<Answer, Ask = void>(
  what: string,
  act: (ask: Ask, idempotencyKey: string) => Promise<Answer>,
): UseMutationResult<Answer, Error, Ask> {
  const queries = useQueryClient()
  const name = nameOf(what)
  return useMutation<Answer, Error, Ask>({
    mutationFn: (ask) => act(ask, keyFor(name, JSON.stringify(ask ?? null))),
    onSuccess: () => keep(name, undefined),
    onError: (error) => {
      if (isFinalNo(error)) keep(name, undefined)
    },
    onSettled: () => {
      for (const first of ['returns', 'instalments', 'wallet', 'packet', 'transfer', 'inbox'])
        void queries.invalidateQueries({ queryKey: [first] })
    },
  })
}
