/** What a group is told about a packet that was a mistake, above its stream while the case is open. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import { useMemberName } from '../send/use-send-name.ts'
import { groupNoticesQuery } from './collections-data.ts'
import './group-notice.css'

export function GroupNotices({ groupId }: { groupId: string }): ReactElement | null {
  const { data = [] } = useQuery(groupNoticesQuery(groupId))
  const [latest] = data
  return latest ? <Notice notice={latest} /> : null
}

type Shown = { packetId: string; posterId: string; text: string }

function Notice({ notice: { packetId, posterId, text } }: { notice: Shown }): ReactElement {
  const { t } = useTranslation()
  const name = useMemberName(posterId) ?? '…'
  return (
    <aside className="notice group-notice" data-tone="plain" aria-label={t('collections.notice.title')}>
      <Icon name="warn" size={20} />
      <div>
        <h2 className="group-notice-title">{t('collections.notice.about', { name })}</h2>
        <p className="group-notice-text" dir="auto">
          {text}
        </p>
        <Link to="/packets/$packetId" params={{ packetId }}>
          {t('collections.notice.seePacket')}
        </Link>
      </div>
    </aside>
  )
}
