/** The collection that the transfer paid a share of, and the notice in the packet's group: each as it stands. */

import type { Tx } from '../../db/db.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'
import { plainOf } from './plain.ts'

export function readCollectionsItem(_tx: Tx, { collection, notice }: Case): Promise<Found | undefined> {
  if (!collection && !notice) return Promise.resolve(undefined)
  return Promise.resolve({
    data: {
      collections: collection ? [collectionJson(collection)] : [],
      notices: notice
        ? [plainOf(notice, ['groupId', 'packetId', 'posterId', 'text', 'postedAt', 'withdrawnAt'])]
        : [],
    },
  })
}

function collectionJson({ collection, share }: NonNullable<Case['collection']>) {
  return {
    ...plainOf(collection, ['id', 'askerId', 'groupId', 'note', 'askedAt', 'closedAt']),
    share: plainOf(share, ['memberId', 'amount', 'declinedAt', 'reminderCount', 'remindedAt', 'transferId']),
  }
}
