/** Doing something about an allowance or a guardian link, and reading both anew afterwards. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { say } from '../../ui/Toasts.tsx'
import { failureText } from '../words/failure.ts'
import { familiesQuery, guardiansQuery } from './limits-data.ts'

export interface Change {
  run: (act: () => Promise<unknown>, said: string) => void
  isBusy: boolean
  failure: string | undefined
}

/** Run one change at a time; what was refused is said where it was asked. */
export function useChange(onDone?: () => void): Change {
  const queries = useQueryClient()
  const mutation = useMutation({
    mutationFn: ({ act }: { act: () => Promise<unknown>; said: string }) => act(),
    onSuccess: (_done, { said }) => {
      say(said)
      onDone?.()
    },
    onSettled: () =>
      Promise.all([queries.invalidateQueries(familiesQuery), queries.invalidateQueries(guardiansQuery)]),
  })
  return {
    run: (act, said) => mutation.mutate({ act, said }),
    isBusy: mutation.isPending,
    failure: mutation.error ? failureText(mutation.error) : undefined,
  }
}
