/** How the desk says moments, sums, people and ids: alike on every page. */

import { App } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { formatYuan } from '@laisee/core/money.ts'
import { useNow } from '../../app/data/service-time.ts'
import { fullText, momentText, spanText } from '../../app/words/moments.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { languageNow } from '../words.ts'

/** A moment in short, and to the second for whoever points at it: by the browser's own means, as lists have hundreds. */
export function Moment({ at }: { at: string }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  return (
    <time dateTime={at} className="moment" title={fullText(at, languageNow(), now)}>
      {momentText(t, at, languageNow(), now)}
    </time>
  )
}

const soonMs = 3_600_000

/**
 * How much time is left until a moment; said in warning where it is near. What is said to the minute is looked at each
 * minute: a queue of hundreds is not drawn anew every second.
 */
export function TimeLeft({ until }: { until: string }): ReactElement {
  const isNear = Date.parse(until) - useNow(60_000) < soonMs
  return isNear ? <Counting until={until} stepMs={1_000} /> : <Counting until={until} stepMs={60_000} />
}

function Counting({ until, stepMs }: { until: string; stepMs: number }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(stepMs)
  const left = Date.parse(until) - now
  return (
    <time
      dateTime={until}
      className="moment"
      title={fullText(until, languageNow(), now)}
      data-near={left < soonMs || undefined}
    >
      {left <= 0 ? t('desk.timeOver') : t('desk.timeLeft', { span: spanText(t, left) })}
    </time>
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
