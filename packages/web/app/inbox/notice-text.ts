/** A notice in the reader's words. */

import type { Notice } from '@laisee/core/notice.ts'
import { sayNotice } from '@laisee/core/words/notices.ts'
import { languageNow } from '../words/i18n.ts'
import type { InboxNotice } from './inbox-data.ts'

/** What a notice says, with what the reader calls people and groups. */
export function noticeText(notice: InboxNotice, names: Readonly<Record<string, string>>): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return sayNotice(languageNow(), notice as Pick<Notice, 'kind' | 'data'>, { timeZone, names })
}
