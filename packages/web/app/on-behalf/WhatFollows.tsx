/** What follows from whose money it is, under that choice: whose word it waits for, and what is left afterwards. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import { usePersonNames } from '../data/people-names.ts'
import type { Purse } from '../data/purse.ts'
import { useNow } from '../data/service-time.ts'
import type { PurseDraft } from '../send/purse-fields.ts'
import type { Ahead, Preview } from '../send/use-ahead.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { usePurse } from './use-purse.ts'
import './on-behalf.css'

interface WhatFollowsProps {
  ahead: Ahead
  draft: PurseDraft
}

export function WhatFollows({ ahead, draft }: WhatFollowsProps): ReactElement {
  const { t } = useTranslation()
  const { preview, refusal } = ahead
  const purse = usePurse(draft)
  return (
    <div className="follows" role="status">
      {refusal && (
        <p className="notice" data-tone="warn">
          <Icon name="warn" size={20} />
          <span>{t('onBehalf.cannot', { why: failureText(refusal) })}</span>
        </p>
      )}
      {preview?.approval && <Waits approval={preview.approval} paidFrom={purse.kind} />}
      {preview && purse.kind === 'organisation' && <Left preview={preview} organisation={purse.name} />}
    </div>
  )
}

type Approval = NonNullable<Preview['approval']>
const namedMax = 4

function Waits({ approval, paidFrom }: { approval: Approval; paidFrom: Purse }) {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const { waitsFor, manner, stepCount, approveBy, says } = approval
  const all = usePersonNames(waitsFor)
  const shown = all.slice(0, namedMax).join(t('onBehalf.separator'))
  const names = all.length > namedMax ? t('onBehalf.namesMore', { names: shown, count: all.length }) : shown
  const key =
    all.length === 0
      ? 'waitsSomebody'
      : all.length === 1
        ? 'waitsOne'
        : manner === 'all'
          ? 'waitsAll'
          : 'waitsAny'
  const at = momentText(t, approveBy, languageNow(), now)
  return (
    <div className="notice" data-tone="hold">
      <Icon name="clock" size={20} />
      <div>
        <p dir="auto">
          {t(`onBehalf.${key}`, { names })}
          {stepCount > 1 && t('onBehalf.steps', { count: stepCount })}
        </p>
        <p>{t('onBehalf.why', { why: says[languageNow()] })}</p>
        <p>{t('onBehalf.waitsUntil', { at, paidFrom })}</p>
      </div>
    </div>
  )
}

/** What the organisation still lets its sender send afterwards. */
function Left({ preview: { dayLeft, monthLeft }, organisation }: { preview: Preview; organisation: string }) {
  const { t } = useTranslation()
  if (dayLeft === null && monthLeft === null) return null
  const isDay = dayLeft !== null && (monthLeft === null || dayLeft <= monthLeft)
  const amount = (isDay ? dayLeft : monthLeft) ?? 0
  return (
    <p className="facts" dir="auto">
      {t(isDay ? 'onBehalf.leftDay' : 'onBehalf.leftMonth', { organisation, amount })}
    </p>
  )
}
