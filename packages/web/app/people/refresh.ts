/** What is read again after something about a person or a group was written here, without waiting for the stream. */

import { useQueryClient } from '@tanstack/react-query'

export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    const keys = ['contacts', 'blocks', 'recipient', 'groups', 'group', 'chats']
    await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })))
  }
}
