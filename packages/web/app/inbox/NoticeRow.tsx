/** One notice: what happened to the money, when, and whether it was read. It leads to what it is about. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { languageNow } from '../words/i18n.ts'
import { clockText } from '../words/moments.ts'
import type { InboxNotice } from './inbox-data.ts'
import { lookOf, whereOf } from './notice-look.ts'
import { noticeText } from './notice-text.ts'

interface NoticeRowProps {
  notice: InboxNotice
  names: Readonly<Record<string, string>>
  onOpen: () => void
}

export function NoticeRow({ notice, names, onOpen }: NoticeRowProps): ReactElement {
  const { t } = useTranslation()
  const { icon, tone } = lookOf(notice.kind)
  const row = { className: 'cell notice-row', 'data-read': notice.read, onClick: onOpen }
  const inside = (
    <CellInside
      start={
        <span className="notice-icon" data-tone={tone}>
          <Icon name={icon} size={20} />
          {!notice.read && (
            <span className="unread-dot">
              <span className="unseen">{t('inbox.unread')}</span>
            </span>
          )}
        </span>
      }
      label={noticeText(notice, names)}
      note={
        <>
          {clockText(notice.at, languageNow())}
          {notice.quiet && (
            <span className="notice-quiet">
              <Icon name="pause" size={12} />
              {t('inbox.quiet')}
            </span>
          )}
        </>
      }
      leads
    />
  )
  return (
    <Link to={whereOf(notice)} {...row}>
      {inside}
    </Link>
  )
}
