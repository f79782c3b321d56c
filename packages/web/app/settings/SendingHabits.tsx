/** How one's sends behave: how long they can be undone, and how long a transfer waits. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { undoLengths } from '@laisee/core/member.ts'
import { Cells } from '../../ui/Cells.tsx'
import { Choices } from '../../ui/Choices.tsx'
import type { Me } from '../data/queries.ts'
import { spanText } from '../words/moments.ts'
import type { Change } from './change.ts'

const delays = [
  { value: '0', label: 'settings.delayNow' },
  { value: '7200', label: 'settings.delay2h' },
  { value: '86400', label: 'settings.delay24h' },
] as const

export function SendingHabits({ me, save }: { me: Me; save: (change: Change) => void }): ReactElement {
  const { t } = useTranslation()
  const own = String(me.transferDelayS)
  const isOwn = !delays.some(({ value }) => value === own)
  return (
    <Cells title={t('settings.money')}>
      <Setting label={t('settings.undoLength')} note={t('settings.undoNote')}>
        <Choices
          label={t('settings.undoLength')}
          value={String(me.undoS)}
          onChange={(value) => {
            const undoS = undoLengths.find((length) => String(length) === value)
            if (undoS !== undefined) save({ undoS })
          }}
          options={undoLengths.map((count) => ({
            value: String(count),
            label: t('settings.undoChoice', { count }),
          }))}
        />
      </Setting>
      <Setting label={t('settings.delay')} note={t('settings.delayNote')}>
        <Choices
          label={t('settings.delay')}
          value={own}
          onChange={(value) => save({ transferDelayS: Number(value) })}
          options={[
            ...delays.map(({ value, label }) => ({ value: value as string, label: t(label) })),
            ...(isOwn ? [{ value: own, label: spanText(t, me.transferDelayS * 1_000) }] : []),
          ]}
        />
      </Setting>
    </Cells>
  )
}

interface SettingProps {
  label: string
  note?: string
  children: ReactElement
}

/** A setting that needs the whole width below its name. */
export function Setting({ label, note, children }: SettingProps): ReactElement {
  return (
    <div className="setting">
      <p className="setting-label">{label}</p>
      {note !== undefined && <p className="setting-note">{note}</p>}
      {children}
    </div>
  )
}
