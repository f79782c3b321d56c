/** The clock of a demo world, with the steps by which it can be moved on. */

import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Laisee } from '@laisee/client/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { forwardClock } from '../data/moved-clock.ts'
import { serviceNow, useNow } from '../data/service-time.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { clockText, fullText, spanText } from '../words/moments.ts'
import { nextEnd } from './next-end.ts'
import './clock.css'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const stepMaxMs = 30 * dayMs
/** A little past the end, so that it has come. */
const pastMs = 1_000

const steps = [
  { byMs: minuteMs, span: 'demo.clock.minute' },
  { byMs: hourMs, span: 'demo.clock.hour' },
  { byMs: dayMs, span: 'demo.clock.day' },
] as const

interface ClockControlsProps {
  /** In whose name the clock is moved, and whose packets are meant by "a packet's end". None: nothing can be pressed. */
  people: readonly Laisee[]
}

export function ClockControls({ people }: ClockControlsProps): ReactElement {
  const { t } = useTranslation()
  const now = useNow()
  const [said, setSaid] = useState('')
  const move = useMutation({
    mutationFn: async (byMs: number | 'end') => {
      const by = byMs === 'end' ? await untilEnd(people) : byMs
      if (by === undefined) return setSaid(t('demo.clock.toEndFirst'))
      const at = await forwardClock(people[0]!, by)
      setSaid(t('demo.clock.moved', { span: spanText(t, by), at: fullText(at, languageNow(), at) }))
    },
    onError: (error) => setSaid(failureText(error)),
  })
  const isOff = people.length === 0
  const day = new Intl.DateTimeFormat(languageNow() === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  }).format(now)
  return (
    <section className="clock" aria-labelledby="clock-title">
      <h2 id="clock-title">
        <Icon name="clock" size={18} />
        {t('demo.clock.title')}
      </h2>
      <p className="clock-now">
        <time dateTime={new Date(now).toISOString()}>
          {clockText(now, languageNow())}
          <span className="clock-seconds">{`:${String(new Date(now).getSeconds()).padStart(2, '0')}`}</span>
        </time>
        <span className="clock-day">{day}</span>
      </p>
      <div className="clock-steps" role="group" aria-label={t('demo.clock.group')}>
        {steps.map(({ byMs, span }) => (
          <Button key={span} small disabled={isOff || move.isPending} onClick={() => move.mutate(byMs)}>
            {t('demo.clock.forward', { span: t(span) })}
          </Button>
        ))}
        <Button small disabled={isOff || move.isPending} onClick={() => move.mutate('end')}>
          {t('demo.clock.toEnd')}
        </Button>
      </div>
      <p className="clock-said" role="status">
        {said === '' ? t('demo.clock.says') : said}
      </p>
    </section>
  )
}

async function untilEnd(people: readonly Laisee[]): Promise<number | undefined> {
  const end = await nextEnd(people)
  return end === undefined
    ? undefined
    : Math.min(stepMaxMs, Math.max(pastMs, Math.ceil(end - serviceNow()) + pastMs))
}
