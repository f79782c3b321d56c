/** Changing something: one change at a time, under one key until it is answered, said where it was asked. */

import { newKey } from '@laisee/client/new-key.ts'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { say } from '../../ui/Toasts.tsx'
import { failureText } from '../words/failure.ts'
import { isFinalNo } from './final-no.ts'

export interface KeyedChange<Done> {
  /** Ask for it; `said` is what is told once it is done. */
  run: (act: (idempotencyKey: string) => Promise<Done>, said: string) => void
  isBusy: boolean
  failure: string | undefined
}

/** Pressed again after an answer that was lost, it is the same request. */
export function useKeyedChange<Done>(onDone: (done: Done) => void): KeyedChange<Done> {
  const key = useRef(newKey())
  const mutation = useMutation({
    mutationFn: ({ act }: { act: (idempotencyKey: string) => Promise<Done>; said: string }) =>
      act(key.current),
    onSuccess: (done, { said }) => {
      key.current = newKey()
      say(said)
      onDone(done)
    },
    onError: (error) => {
      if (isFinalNo(error)) key.current = newKey()
    },
  })
  return {
    run: (act, said) => mutation.mutate({ act, said }),
    isBusy: mutation.isPending,
    failure: mutation.error ? failureText(mutation.error) : undefined,
  }
}
