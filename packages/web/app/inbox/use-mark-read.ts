/** Marking notices read: shown at once, put right by the answer, and as it was where there is none. */

import { useMutation, useQueryClient, type InfiniteData, type UseMutationResult } from '@tanstack/react-query'
import { say } from '../../ui/Toasts.tsx'
import { failureText } from '../words/failure.ts'
import { inboxCountQuery, inboxQuery, markRead, type InboxPart } from './inbox-data.ts'
import { readThrough } from './read-through.ts'

/** Mark as read through a notice's cursor, or `all`. */
export function useMarkRead(): UseMutationResult<number, Error, string> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: markRead,
    onMutate: (through) => {
      queries.setQueryData<InfiniteData<InboxPart, string>>(
        inboxQuery.queryKey,
        (data) => data && { ...data, pages: readThrough(data.pages, through) },
      )
    },
    onSuccess: (unreadCount) => queries.setQueryData(inboxCountQuery.queryKey, unreadCount),
    onError: (error) => say(failureText(error), 'warn'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  })
}
