/** How many parts, and what each is: as equal as fen allow, or sums of one's own that make the total. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Amount } from '@laisee/core/money.ts'
import { Amount as AmountText } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { problemText } from '../send/problem-text.ts'
import type { Field } from '../send/reading.ts'
import { Row } from '../send/Row.tsx'
import { equalSums, withRest, withSum, type OwnParts } from './own-parts.ts'
import type { TransferDraft } from './transfer-form.ts'
import type { WayReading } from './ways.ts'

/** What a choice of how it goes is shown from, and changes. */
export interface WayFieldProps {
  draft: TransferDraft
  edit: (change: Partial<TransferDraft>) => void
  reading: WayReading
  amount: Amount | undefined
  problemAt: (field: Field) => string | undefined
}

export function SplitFields(props: WayFieldProps): ReactElement {
  const { draft, edit, reading, amount, problemAt } = props
  const { t } = useTranslation()
  const { parts, own } = reading
  // What is the matter with sums of one's own stands below them.
  const problem = own ? undefined : problemAt('parts')
  const count = own?.texts.length ?? parts?.length
  return (
    <>
      <Row
        label={t('ladder.count')}
        problem={problem}
        note={count === undefined ? undefined : t('ladder.countNote', { count })}
      >
        {(says) => (
          <input
            {...says}
            dir="ltr"
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            value={draft.parts}
            onChange={(event) => edit({ parts: event.target.value })}
          />
        )}
      </Row>
      {amount !== undefined && count !== undefined && (
        <>
          <p className="choices-title">{t('ladder.each')}</p>
          <Choices
            label={t('ladder.each')}
            value={draft.split === 'own' ? 'own' : 'equal'}
            onChange={(split) =>
              edit({
                split: split === 'own' ? 'own' : '',
                ...(split === 'own' && draft.sums === '' && { sums: equalSums(amount, count) }),
              })
            }
            options={(['equal', 'own'] as const).map((value) => ({
              value,
              label: t(`ladder.eachWay.${value}`),
            }))}
          />
        </>
      )}
      {own ? <OwnSums own={own} draft={draft} edit={edit} /> : parts && <EqualParts parts={parts} />}
    </>
  )
}

function EqualParts({ parts }: { parts: readonly Amount[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <ol className="parts">
      {parts.map((part, place) => (
        <li key={place}>
          <span>{t('ladder.plan.part', { no: place + 1 })}</span>
          <AmountText fen={Number(part)} />
        </li>
      ))}
    </ol>
  )
}

function OwnSums({
  own,
  draft,
  edit,
}: Pick<WayFieldProps, 'draft' | 'edit'> & { own: OwnParts }): ReactElement {
  const { t } = useTranslation()
  const { texts, wrong, left, sum } = own
  const rest = withRest(draft.sums, own)
  return (
    <>
      {texts.map((text, place) => {
        const code = wrong.get(place + 1)
        return (
          <Row
            key={place}
            label={t('ladder.plan.part', { no: place + 1 })}
            problem={code === undefined ? undefined : problemText(t, { field: 'parts', code })}
          >
            {(says) => (
              <input
                {...says}
                dir="ltr"
                inputMode="decimal"
                autoComplete="off"
                maxLength={40}
                placeholder="0.00"
                value={text}
                onChange={(event) => edit({ sums: withSum(draft.sums, place, event.target.value) })}
              />
            )}
          </Row>
        )
      })}
      <div className="parts-sum">
        <p role="status" data-off={left !== 0n || undefined}>
          {left === 0n
            ? t('ladder.sumRight', { sum })
            : left > 0n
              ? t('ladder.sumShort', { sum, left })
              : t('ladder.sumOver', { sum, over: -left })}
        </p>
        {rest !== undefined && (
          <Button small onClick={() => edit({ sums: rest })}>
            {t('ladder.putRest', { left })}
          </Button>
        )}
      </div>
    </>
  )
}
