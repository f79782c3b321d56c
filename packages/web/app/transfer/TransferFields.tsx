/** What is filled in for a transfer: how much, whose money, to whom by name, when it arrives, and a note. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { SumNote } from '../guard/SumNote.tsx'
import { NearLimit } from '../limits/NearLimit.tsx'
import { PurseCell, PurseHas } from '../on-behalf/PurseCell.tsx'
import { WhatFollows } from '../on-behalf/WhatFollows.tsx'
import { AmountField } from '../send/AmountField.tsx'
import { PayeeName } from '../send/PayeeName.tsx'
import type { Field } from '../send/reading.ts'
import { Row } from '../send/Row.tsx'
import type { Ahead } from '../send/use-ahead.ts'
import { DelayField } from './DelayField.tsx'
import { WayField } from './WayField.tsx'
import type { TransferDraft, TransferReading } from './transfer-form.ts'

interface TransferFieldsProps {
  draft: TransferDraft
  edit: (change: Partial<TransferDraft>) => void
  reading: TransferReading
  ahead: Ahead
  /** The sender's own default delay, in seconds. */
  usualS: number
  problemAt: (field: Field) => string | undefined
  isOff: boolean
}

export function TransferFields(props: TransferFieldsProps): ReactElement {
  const { draft, edit, reading, ahead, usualS, problemAt, isOff } = props
  const { t } = useTranslation()
  const { amount } = reading
  return (
    <>
      <AmountField
        label={t('send.amount.one')}
        value={draft.amount}
        onChange={(text) => edit({ amount: text })}
        amount={amount}
        problem={problemAt('amount') ?? problemAt('money')}
        disabled={isOff}
      >
        <NearLimit amount={amount} onBehalfOf={draft.onBehalfOf} isTyped={draft.amount !== ''} />
        <SumNote amount={amount} />
        <PurseHas draft={draft} />
      </AmountField>
      <PurseCell draft={draft} onChoose={edit} />
      <WhatFollows ahead={ahead} draft={draft} />
      <PayeeName
        value={draft.payeeName}
        onChange={(payeeName) => edit({ payeeName })}
        ahead={ahead}
        problem={problemAt('payeeName')}
      />
      <WayField draft={draft} edit={edit} reading={reading.way} amount={amount} problemAt={problemAt} />
      {reading.way.way === 'once' && (
        <DelayField draft={draft} edit={edit} usualS={usualS} problem={problemAt('delay')} />
      )}
      <NoteField value={draft.note} onChange={(note) => edit({ note })} problem={problemAt('note')} />
    </>
  )
}

interface NoteFieldProps {
  value: string
  onChange: (value: string) => void
  problem: string | undefined
}

function NoteField({ value, onChange, problem }: NoteFieldProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="cells">
      <Row label={t('transfer.note.label')} problem={problem}>
        {(says) => (
          <input
            {...says}
            dir="auto"
            autoComplete="off"
            enterKeyHint="done"
            value={value}
            placeholder={t('transfer.note.empty')}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Row>
    </div>
  )
}
