/** Quiet hours, and the time zone by whose clock they go. */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { quietProposed } from '@laisee/core/quiet.ts'
import { Cells } from '../../ui/Cells.tsx'
import { SwitchRow } from '../../ui/Switch.tsx'
import type { Me } from '../data/queries.ts'
import type { Change } from './change.ts'

interface PartProps {
  me: Me
  save: (change: Change) => void
}

export function NoticeHours({ me, save }: PartProps): ReactElement {
  const { t } = useTranslation()
  const { quietFrom, quietUntil } = me
  const isQuiet = quietFrom !== null && quietUntil !== null
  return (
    <Cells title={t('settings.notices')}>
      <SwitchRow
        label={t('settings.quiet')}
        note={t('settings.quietNote')}
        checked={isQuiet}
        onChange={(on) => save(on ? quietProposed : { quietFrom: null, quietUntil: null })}
      />
      {isQuiet && (
        <Hours key={`${quietFrom} ${quietUntil}`} from={quietFrom} until={quietUntil} save={save} />
      )}
      <Zone me={me} save={save} />
    </Cells>
  )
}

interface HoursProps {
  from: string
  until: string
  save: (change: Change) => void
}

function Hours({ from, until, save }: HoursProps): ReactElement {
  const { t } = useTranslation()
  const [hours, setHours] = useState({ quietFrom: from, quietUntil: until })
  const isSame = hours.quietFrom === hours.quietUntil
  const keepHours = () => {
    const isWhole = hours.quietFrom !== '' && hours.quietUntil !== ''
    if (!isWhole) return setHours({ quietFrom: from, quietUntil: until })
    if (!isSame && (hours.quietFrom !== from || hours.quietUntil !== until)) save(hours)
  }
  return (
    <>
      {(['quietFrom', 'quietUntil'] as const).map((end) => (
        <div className="field-row cell" key={end}>
          <label htmlFor={end}>{t(`settings.${end}`)}</label>
          <input
            id={end}
            type="time"
            required
            value={hours[end]}
            aria-invalid={isSame}
            aria-describedby={isSame ? 'quiet-error' : undefined}
            onChange={(event) => setHours({ ...hours, [end]: event.target.value })}
            onBlur={keepHours}
          />
        </div>
      ))}
      {isSame && (
        <p className="field-error" id="quiet-error" role="alert">
          {t('settings.quietSame')}
        </p>
      )}
    </>
  )
}

function Zone({ me, save }: PartProps): ReactElement {
  const { t } = useTranslation()
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), here, me.timeZone])].sort()
  const zoneText = (zone: string) => zone.replaceAll('_', ' ')
  return (
    <div className="setting">
      <div className="setting-row">
        <label htmlFor="time-zone" className="setting-label">
          {t('settings.zone')}
        </label>
        <select
          id="time-zone"
          value={me.timeZone}
          aria-describedby="time-zone-note"
          onChange={(event) => save({ timeZone: event.target.value })}
        >
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zoneText(zone)}
            </option>
          ))}
        </select>
      </div>
      <p className="setting-note" id="time-zone-note">
        {t('settings.zoneNote')}
        {here !== me.timeZone && ` ${t('settings.zoneHere', { zone: zoneText(here) })}`}
      </p>
    </div>
  )
}
