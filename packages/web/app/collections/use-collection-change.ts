/** Doing something about a collection: what it is then stands where it is read, without asking again. */

import { useQueryClient } from '@tanstack/react-query'
import { useKeyedChange, type KeyedChange } from '../data/use-keyed-change.ts'
import { collectionQuery, type Collection } from './collections-data.ts'

export function useCollectionChange(onDone?: () => void): KeyedChange<Collection> {
  const queries = useQueryClient()
  return useKeyedChange((collection: Collection) => {
    queries.setQueryData(collectionQuery(collection.id).queryKey, collection)
    void queries.invalidateQueries({ queryKey: ['collections', 'list'] })
    onDone?.()
  })
}
