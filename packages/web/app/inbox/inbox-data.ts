/** What the inbox reads. */

import { queryOptions } from '@tanstack/react-query'

/** How many notices are unread. */
export const inboxCountQuery = queryOptions({
  queryKey: ['inbox', 'count'],
  queryFn: () => Promise.resolve(0),
})
