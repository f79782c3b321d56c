/**
 * Saving one's settings: each at once, shown at once, one after the other. What was saved last can be put back; what
 * was not is as before, and says why.
 */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { meQuery, type Me } from '../data/queries.ts'
import { service } from '../data/service.ts'
import { beforeOf, type Change } from './change.ts'

export type SaveState =
  | { name: 'idle' }
  | { name: 'saved'; before: Change }
  | { name: 'put-back' }
  | { name: 'failed'; error: Error }

/** What became of saving something, and the way back. */
export interface Saving {
  state: { name: 'idle' | 'saved' | 'put-back' } | { name: 'failed'; error: Error }
  isSaving: boolean
  putBack: () => void
}

export interface SaveMe extends Saving {
  save: (change: Change) => void
}

/** Save settings of one's own. */
export function useSaveMe(): SaveMe {
  const queries = useQueryClient()
  const [state, setState] = useState<SaveState>({ name: 'idle' })
  const mutation = useMutation({
    scope: { id: 'me' },
    mutationFn: ({ change }: { change: Change; isBack: boolean }) => service().changeMe({ body: change }),
    onMutate: async ({ change }) => {
      await queries.cancelQueries(meQuery)
      const before = queries.getQueryData(meQuery.queryKey)
      if (before) queries.setQueryData(meQuery.queryKey, { ...before, ...change } as Me)
      return before
    },
    onSuccess: (me, { change, isBack }, before) => {
      queries.setQueryData(meQuery.queryKey, me)
      setState(isBack || !before ? { name: 'put-back' } : { name: 'saved', before: beforeOf(before, change) })
    },
    onError: (error, _ask, before) => {
      if (before) queries.setQueryData(meQuery.queryKey, before)
      void queries.invalidateQueries(meQuery)
      setState({ name: 'failed', error })
    },
  })
  const ask = (change: Change, isBack: boolean) => mutation.mutate({ change, isBack })
  return {
    state,
    isSaving: mutation.isPending,
    save: (change) => ask(change, false),
    putBack: () => state.name === 'saved' && ask(state.before, true),
  }
}
