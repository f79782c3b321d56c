/** Which of one's own sends wait before they go out: from an amount on, to some contacts, and for how long. */

import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { amountForField, readAmountInput } from '@laisee/core/amount-input.ts'
import { relations, type Relation } from '@laisee/core/contact.ts'
import { Cells } from '../../ui/Cells.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { SwitchRow } from '../../ui/Switch.tsx'
import { spanText } from '../words/moments.ts'
import { careQuery, type Care } from './save-care.ts'
import { Setting } from './SendingHabits.tsx'

interface PartProps {
  care: Care
  save: (change: Partial<Care>) => void
}

/** What a screen proposes to whoever turns it on, in fen. */
const proposedFrom = 50_000

export function CareHabits({ save }: Pick<PartProps, 'save'>): ReactElement | null {
  const { t } = useTranslation()
  const { data: care } = useQuery(careQuery)
  if (!care) return null
  const isAmountOn = care.holdFrom !== null
  const isAnyOn = isAmountOn || care.holdRelations.length > 0
  return (
    <Cells title={t('held.care.title')} foot={isAnyOn ? t('held.care.foot') : t('held.care.note')}>
      <SwitchRow
        label={t('held.care.amount')}
        note={t('held.care.amountNote')}
        checked={isAmountOn}
        onChange={(on) => save({ holdFrom: on ? proposedFrom : null })}
      />
      {care.holdFrom !== null && <FromField key={care.holdFrom} from={care.holdFrom} save={save} />}
      <RelationChoices care={care} save={save} />
      {isAnyOn && <LengthChoice care={care} save={save} />}
    </Cells>
  )
}

function FromField({ from, save }: { from: number; save: PartProps['save'] }): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState(amountForField(BigInt(from)))
  const reading = readAmountInput(text)
  const amount = 'amount' in reading && reading.amount > 0n ? Number(reading.amount) : undefined
  return (
    <>
      <div className="field-row cell">
        <label htmlFor="hold-from">{t('held.care.from')}</label>
        <input
          id="hold-from"
          inputMode="decimal"
          autoComplete="off"
          dir="ltr"
          maxLength={40}
          value={text}
          aria-invalid={amount === undefined}
          aria-describedby={amount === undefined ? 'hold-from-error' : undefined}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => amount !== undefined && amount !== from && save({ holdFrom: amount })}
        />
      </div>
      {amount === undefined && (
        <p className="field-error" id="hold-from-error" role="alert">
          {t('held.care.fromWrong')}
        </p>
      )}
    </>
  )
}

/** Those one can mean by a rule; `other` is kept where a host application has set it. */
const offered = relations.filter((relation) => relation !== 'other')

function RelationChoices({ care, save }: PartProps): ReactElement {
  const { t } = useTranslation()
  const chosen = care.holdRelations
  const turn = (relation: Relation) =>
    save({
      holdRelations: chosen.includes(relation)
        ? chosen.filter((one) => one !== relation)
        : [...chosen, relation],
    })
  return (
    <Setting label={t('held.care.relations')} note={t('held.care.relationsNote')}>
      <div className="choices" role="group" aria-label={t('held.care.relations')}>
        {offered.map((relation) => (
          <button
            key={relation}
            type="button"
            className="choice"
            aria-pressed={chosen.includes(relation)}
            onClick={() => turn(relation)}
          >
            {t(`chats.relations.${relation}`)}
          </button>
        ))}
      </div>
    </Setting>
  )
}

const lengths = [
  { value: '300', label: 'm5' },
  { value: '1800', label: 'm30' },
  { value: '7200', label: 'h2' },
  { value: '86400', label: 'h24' },
] as const

function LengthChoice({ care, save }: PartProps): ReactElement {
  const { t } = useTranslation()
  const own = String(care.holdS)
  const isOwn = !lengths.some(({ value }) => value === own)
  return (
    <Setting label={t('held.care.length')}>
      <Choices
        label={t('held.care.length')}
        value={own}
        onChange={(value) => save({ holdS: Number(value) })}
        options={[
          ...lengths.map(({ value, label }) => ({
            value: value as string,
            label: t(`held.care.lengths.${label}`),
          })),
          ...(isOwn ? [{ value: own, label: spanText(t, care.holdS * 1_000) }] : []),
        ]}
      />
    </Setting>
  )
}
