/** Saving one's own care: shown at once, and put back like any setting; what was not saved is as before, and says why. */

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'
import type { Saving } from './save-me.ts'

export type Care = Answer<'getMyCare'>

export const careQuery = queryOptions({
  queryKey: ['me', 'care'],
  queryFn: ({ signal }) => service().getMyCare({ signal }),
})

type CareState =
  { name: 'idle' | 'put-back' } | { name: 'saved'; before: Care } | { name: 'failed'; error: Error }

export interface SaveCare extends Saving {
  save: (change: Partial<Care>) => void
}

/** Save one's own care. */
export function useSaveCare(): SaveCare {
  const queries = useQueryClient()
  const [state, setState] = useState<CareState>({ name: 'idle' })
  const mutation = useMutation({
    scope: { id: 'care' },
    mutationFn: ({ care }: { care: Care; isBack: boolean }) => service().setMyCare({ body: care }),
    onMutate: async ({ care }) => {
      await queries.cancelQueries(careQuery)
      const before = queries.getQueryData(careQuery.queryKey)
      queries.setQueryData(careQuery.queryKey, care)
      return before
    },
    onSuccess: (care, { isBack }, before) => {
      queries.setQueryData(careQuery.queryKey, care)
      setState(isBack || !before ? { name: 'put-back' } : { name: 'saved', before })
    },
    onError: (error, _ask, before) => {
      if (before) queries.setQueryData(careQuery.queryKey, before)
      void queries.invalidateQueries(careQuery)
      setState({ name: 'failed', error })
    },
  })
  return {
    state,
    isSaving: mutation.isPending,
    save: (change) => {
      const care = queries.getQueryData(careQuery.queryKey)
      if (care) mutation.mutate({ care: { ...care, ...change }, isBack: false })
    },
    putBack: () => state.name === 'saved' && mutation.mutate({ care: state.before, isBack: true }),
  }
}
