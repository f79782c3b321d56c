/** How the desk says moments, sums, people and ids: alike on every page. */

import { App, Tooltip } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { formatYuan } from '@laisee/core/money.ts'
import { useNow } from '../../app/data/service-time.ts'
import { fullText, momentText, spanText } from '../../app/words/moments.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { languageNow } from '../words.ts'

/** A moment in short, and to the second for whoever points at it. */
export function Moment({ at }: { at: string }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  return (
    <Tooltip title={fullText(at, languageNow(), now)}>
      <time dateTime={at} className="moment">
        {momentText(t, at, languageNow(), now)}
      </time>
    </Tooltip>
  )
}

const soonMs = 3_600_000

/** How much time is left until a moment; said in warning where it is near. */
export function TimeLeft({ until }: { until: string }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(1_000)
  const left = Date.parse(until) - now
  return (
    <Tooltip title={fullText(until, languageNow(), now)}>
      <time dateTime={until} className="moment" data-near={left < soonMs || undefined}>
        {left <= 0 ? t('desk.timeOver') : t('desk.timeLeft', { span: spanText(t, left) })}
      </time>
    </Tooltip>
  )
}

/** A sum of money. */
export function Money({ fen }: { fen: number | bigint }): ReactElement {
  return <span className="money">¥{formatYuan(BigInt(fen))}</span>
}

/** An id, whole for whoever copies it. */
export function CopyId({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(id)
    void message.success(t('desk.copied'))
  }
  return (
    <button
      type="button"
      className="copy-id"
      onClick={() => void copy()}
      aria-label={t('desk.copyId', { id })}
    >
      <code>{id}</code>
      <Icon name="link" size={14} />
    </button>
  )
}

interface PersonNameProps {
  id: string
  name: string
  photoUrl?: string | null
}

/** A person by face and name. */
export function PersonName({ id, name, photoUrl = null }: PersonNameProps): ReactElement {
  return (
    <span className="person">
      <Avatar id={id} name={name} photoUrl={photoUrl} size={24} />
      <span className="one-line" title={name}>
        {name}
      </span>
    </span>
  )
}
