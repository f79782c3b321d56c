/** The parts to the fen and their days, with the days off that move; each of them by hand where one likes. */

import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { amountForField } from '@laisee/core/amount-input.ts'
import { instalmentPartsMax } from '@laisee/core/instalments.ts'
import { addMonths, isChinaDate } from '@laisee/core/law/china-date.ts'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { Cell } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useDayText } from '../returns/use-day-text.ts'
import type { ShownPart, TermsDraft, TermsReading } from './terms-form.ts'

interface PartsProps {
  draft: TermsDraft
  change: (next: Partial<TermsDraft>) => void
  reading: TermsReading
}

export function Parts({ draft, change, reading }: PartsProps): ReactElement {
  const { t } = useTranslation()
  const { parts, sum, total } = reading
  const toOwn = () =>
    change({
      isOwn: true,
      own: parts.map(({ amount, askedOn }) => ({
        amount: amount === undefined ? '' : amountForField(amount),
        day: askedOn,
      })),
    })
  return (
    <section>
      <h2 className="cells-title">{t('instalments.form.parts')}</h2>
      <div className="cells">
        {draft.isOwn ? (
          <OwnParts {...{ draft, change, reading }} />
        ) : (
          parts.map((part, i) => <PartRow key={i} no={i + 1} part={part} />)
        )}
      </div>
      <p className="cells-foot" role="status">
        {total === undefined || parts.length === 0
          ? ''
          : sum === total
            ? t('instalments.form.sum', { sum })
            : sum < total
              ? t('instalments.form.short', { sum, by: total - sum })
              : t('instalments.form.over', { sum, by: sum - total })}
      </p>
      <Button
        small
        look="link"
        disabled={!draft.isOwn && parts.length === 0}
        onClick={draft.isOwn ? () => change({ isOwn: false }) : toOwn}
      >
        {t(draft.isOwn ? 'instalments.form.even' : 'instalments.form.own')}
      </Button>
    </section>
  )
}

function useMoved(): (part: ShownPart) => string | undefined {
  const { t } = useTranslation()
  const dayText = useDayText()
  return ({ askedOn, dueOn }) =>
    dueOn === undefined || dueOn === askedOn
      ? undefined
      : t('instalments.form.moved', { day: dayText(askedOn), to: dayText(dueOn) })
}

function PartRow({ no, part }: { no: number; part: ShownPart }): ReactElement {
  const { t } = useTranslation()
  const dayText = useDayText()
  const { askedOn, dueOn } = part
  const isMoved = dueOn !== undefined && dueOn !== askedOn
  return (
    <Cell
      label={dayText(dueOn ?? askedOn, 'list')}
      note={
        <>
          {t('instalmentsPage.page.no', { no })}
          {isMoved && ` · ${t('instalmentsPage.page.movedFrom', { day: dayText(askedOn, 'list') })}`}
        </>
      }
      end={part.amount !== undefined && <Amount fen={part.amount} />}
    />
  )
}

function OwnParts({ draft, change, reading }: PartsProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const moved = useMoved()
  const set = (at: number, next: Partial<TermsDraft['own'][number]>) =>
    change({ own: draft.own.map((part, i) => (i === at ? { ...part, ...next } : part)) })
  const add = () => {
    const last = draft.own.at(-1)?.day ?? ''
    change({ own: [...draft.own, { amount: '', day: isChinaDate(last) ? addMonths(last, 1) : '' }] })
  }
  return (
    <>
      {draft.own.map(({ amount, day }, i) => (
        <div key={i} className="own-part">
          <span className="own-part-no">{i + 1}</span>
          <input
            dir="ltr"
            inputMode="decimal"
            autoComplete="off"
            maxLength={40}
            aria-label={t('instalments.form.partAmount', { no: i + 1 })}
            placeholder="¥0.00"
            value={amount}
            onChange={(event) => set(i, { amount: event.target.value })}
          />
          <input
            type="date"
            aria-label={t('instalments.form.partDay', { no: i + 1 })}
            aria-describedby={`${id}-${i}`}
            value={day}
            onChange={(event) => set(i, { day: event.target.value })}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={t('instalments.form.dropPart', { no: i + 1 })}
            onClick={() => change({ own: draft.own.filter((_, at) => at !== i) })}
          >
            <Icon name="close" size={18} />
          </button>
          <p id={`${id}-${i}`} className="own-part-note">
            {reading.parts[i] && moved(reading.parts[i])}
          </p>
        </div>
      ))}
      {draft.own.length < instalmentPartsMax && (
        <Button small look="link" wide onClick={add}>
          <Icon name="plus" size={18} />
          {t('instalments.form.addPart')}
        </Button>
      )}
    </>
  )
}
