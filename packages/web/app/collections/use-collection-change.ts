/** Doing something about a collection: one change at a time, said where it was asked. */

import { newKey } from '@laisee/client/new-key.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { say } from '../../ui/Toasts.tsx'
import { isFinalNo } from '../data/final-no.ts'
import { failureText } from '../words/failure.ts'
import { collectionQuery, type Collection } from './collections-data.ts'

export interface CollectionChange {
  run: (act: (idempotencyKey: string) => Promise<Collection>, said: string) => void
  isBusy: boolean
  failure: string | undefined
}

export function useCollectionChange(onDone?: () => void): CollectionChange {
  const queries = useQueryClient()
  // Pressed again after an answer that was lost, it is the same request.
  const key = useRef(newKey())
  const mutation = useMutation({
    mutationFn: ({ act }: { act: (key: string) => Promise<Collection>; said: string }) => act(key.current),
    onSuccess: (collection, { said }) => {
      key.current = newKey()
      queries.setQueryData(collectionQuery(collection.id).queryKey, collection)
      void queries.invalidateQueries({ queryKey: ['collections', 'list'] })
      say(said)
      onDone?.()
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
