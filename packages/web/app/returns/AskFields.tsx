/** How much, why and until when. */

import { Link } from '@tanstack/react-router'
import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { returnCauses, type ReturnCause } from '@laisee/core/return-request.ts'
import type { Amount } from '@laisee/core/money.ts'
import { Choices } from '../../ui/Choices.tsx'
import { AmountField } from '../send/AmountField.tsx'
import { causesForEveryone, dueChoices, type AskDraft, type AskReading } from './ask-form.ts'
import { useDayText } from './use-day-text.ts'

interface AskFieldsProps {
  draft: AskDraft
  change: (next: Partial<AskDraft>) => void
  reading: AskReading
  isEveryone: boolean
  left: Amount
}

export function AskFields(props: AskFieldsProps): ReactElement {
  const { draft, change, reading, isEveryone } = props
  const { t } = useTranslation()
  const causes: readonly ReturnCause[] = isEveryone ? causesForEveryone : returnCauses.toSorted(byUse)
  const isCrime = draft.cause === 'FRAD' || draft.cause === 'UAPA'
  return (
    <>
      <div className="cells">
        <h2 className="choices-title">{t('returns.ask.why')}</h2>
        <Choices
          label={t('returns.ask.why')}
          value={draft.cause === '' ? null : draft.cause}
          onChange={(cause) => change({ cause, ...(cause === 'AM09' ? { part: true } : {}) })}
          options={causes.map((value) => ({ value, label: t(`returns.ask.causes.${value}`) }))}
        />
        {isCrime && (
          <p className="notice return-inside" data-tone="hold">
            <span>
              {t('returns.ask.fraudNote')} <Link to="/help">{t('returns.ask.fraudHelp')}</Link>
            </span>
          </p>
        )}
      </div>
      {!isEveryone && <HowMuch {...props} />}
      <Due draft={draft} change={change} reading={reading} />
    </>
  )
}

const order: readonly ReturnCause[] = ['AC03', 'AM09', 'DUPL', 'CUST', 'FRAD', 'UAPA']
const byUse = (a: ReturnCause, b: ReturnCause) => order.indexOf(a) - order.indexOf(b)

function HowMuch({ draft, change, reading, left }: AskFieldsProps): ReactElement {
  const { t } = useTranslation()
  const { amount, amountProblem } = reading
  const problem =
    amountProblem === 'aboveLeft'
      ? t('returns.ask.aboveLeft', { left })
      : amountProblem === 'wrong'
        ? t('returns.ask.amountWrong')
        : undefined
  return (
    <>
      <div className="cells">
        <h2 className="choices-title">{t('returns.ask.amount')}</h2>
        <Choices
          label={t('returns.ask.amount')}
          value={draft.part ? 'part' : 'whole'}
          onChange={(part) => change({ part: part === 'part' })}
          options={[
            { value: 'whole', label: t('returns.ask.whole', { amount: left }) },
            { value: 'part', label: t('returns.ask.part') },
          ]}
        />
        {amountProblem === 'needsPart' && (
          <p className="field-error" role="status">
            {t('returns.ask.tooMuchNeedsPart')}
          </p>
        )}
      </div>
      {draft.part && (
        <AmountField
          label={t('returns.ask.partLabel')}
          value={draft.amount}
          onChange={(typed) => change({ amount: typed })}
          amount={amount}
          problem={problem}
          disabled={false}
        />
      )}
    </>
  )
}

function Due({ draft, change, reading }: Pick<AskFieldsProps, 'draft' | 'change' | 'reading'>): ReactElement {
  const { t } = useTranslation()
  const dayText = useDayText()
  const id = useId()
  const { dueOn, dueFrom, dueUntil } = reading
  return (
    <div className="cells">
      <h2 className="choices-title">{t('returns.ask.due')}</h2>
      <Choices
        label={t('returns.ask.due')}
        value={draft.due}
        onChange={(due) => change({ due })}
        options={dueChoices.map((value) => ({
          value,
          label: value === 'own' ? t('returns.ask.own') : t('returns.ask.days', { count: Number(value) }),
        }))}
      />
      {draft.due === 'own' && (
        <input
          className="return-day"
          type="date"
          aria-label={t('returns.ask.ownLabel')}
          aria-invalid={dueOn === undefined && draft.ownDay !== ''}
          aria-describedby={id}
          min={dueFrom}
          max={dueUntil}
          value={draft.ownDay}
          onChange={(event) => change({ ownDay: event.target.value })}
        />
      )}
      <p id={id} className="field-note" role="status">
        {dueOn === undefined
          ? t('returns.ask.dueWrong', { from: dayText(dueFrom), until: dayText(dueUntil) })
          : t('returns.ask.dueNote', { day: dayText(dueOn) })}
      </p>
    </div>
  )
}
