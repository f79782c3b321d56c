/** A moment: roughly by one tap, or exactly. What a tap was taken for is shown on the plan, and can be changed there. */

import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { momentOf, roughAges } from '@laisee/core/advisor/rough-age.ts'
import { Button } from '../../ui/Button.tsx'
import { CellButton } from '../../ui/Cells.tsx'
import { serviceNow } from '../data/service-time.ts'
import { tellRough } from './told.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** A moment as a field of date and time takes it, in the device's own zone. */
function fieldText(at: number): string {
  const date = new Date(at)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

interface WhenQuestionProps {
  at: number | null
  onAnswer: (at: number) => void
}

export function WhenQuestion({ at, onAnswer }: WhenQuestionProps): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState(at === null ? '' : fieldText(at))
  const [isWrong, setWrong] = useState(false)
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = new Date(text).getTime()
    if (Number.isNaN(read)) setWrong(true)
    else onAnswer(read)
  }
  return (
    <>
      <div className="cells" role="group" aria-labelledby="help-question">
        {roughAges.map((age) => (
          <CellButton
            key={age}
            label={t(`advisorPage.ask.${age}`)}
            onClick={() => {
              const at = momentOf(age, Math.floor(serviceNow()))
              tellRough(at)
              onAnswer(at)
            }}
          />
        ))}
      </div>
      <form className="help-exact" onSubmit={submit} noValidate>
        <label htmlFor={id}>{t('advisorPage.ask.exact')}</label>
        <input
          id={id}
          type="datetime-local"
          value={text}
          min="2014-01-26T00:00"
          max={fieldText(serviceNow())}
          aria-invalid={isWrong}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            setText(event.target.value)
            setWrong(false)
          }}
        />
        <p
          id={`${id}-note`}
          className={isWrong ? 'help-wrong' : 'help-note'}
          role={isWrong ? 'alert' : undefined}
        >
          {t(isWrong ? 'advisorPage.ask.whenWrong' : 'advisorPage.ask.exactNote')}
        </p>
        {text !== '' && (
          <Button wide look="act" type="submit">
            {t('advisorPage.ask.next')}
          </Button>
        )}
      </form>
    </>
  )
}
