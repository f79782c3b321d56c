/** Notices as they stand once one has read to a place. Pure. */

import type { InboxPart } from './inbox-data.ts'

/** The pages with that notice and all before it read. The list is last told first. */
export function readThrough(pages: readonly InboxPart[], through: string): InboxPart[] {
  let isReached = through === 'all'
  return pages.map((page) => ({
    ...page,
    items: page.items.map((notice) => {
      isReached ||= notice.cursor === through
      return isReached ? { ...notice, read: true } : notice
    }),
  }))
}
