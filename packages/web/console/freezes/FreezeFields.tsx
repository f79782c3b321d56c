/** The fields of a freeze, in the order one decides in: what, whose, how much, on what, why, until when. */

import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Form, Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { freezeReasons, type FreezeReason } from '@laisee/core/freeze-basis.ts'
import { freezeKinds, freezeNoteLengthMax, type FreezeKind } from '@laisee/core/freeze.ts'
import { LongText } from '../parts/LongText.tsx'
import { BasisFields } from './BasisFields.tsx'
import { sumOf, type FreezeForm, type FreezeProblem } from './freeze-form.ts'
import type { FreezeSubject } from './freezes-data.ts'
import { SubjectFound } from './SubjectFound.tsx'

export interface FieldsProps {
  form: FreezeForm
  /** What is wrong, once it was tried. */
  problems: readonly FreezeProblem[]
  onChange: (changed: Partial<FreezeForm>) => void
}

interface FreezeFieldsProps extends FieldsProps {
  subject: UseQueryResult<FreezeSubject>
  onNext: () => void
}

export function FreezeFields({ subject, onNext, ...fields }: FreezeFieldsProps): ReactElement {
  const { t } = useTranslation()
  const { form, problems, onChange } = fields
  return (
    <Form layout="vertical" component="div" className="freeze-form">
      <Form.Item label={t('deskFreezes.add.kind')} extra={t(`deskFreezes.add.kindHints.${form.kind}`)}>
        <Radio.Group
          optionType="button"
          value={form.kind}
          aria-label={t('deskFreezes.add.kind')}
          onChange={(event) => onChange({ kind: event.target.value as FreezeKind })}
          options={freezeKinds.map((value) => ({ value, label: t(`deskFreezes.kinds.${value}`) }))}
        />
      </Form.Item>
      <SubjectField {...fields} />
      <SubjectFound subject={subject} sum={form.kind === 'amount' ? sumOf(form) : undefined} />
      {form.kind === 'amount' && <AmountField {...fields} />}
      <AboutField {...fields} />
      <BasisFields {...fields} />
      <Form.Item label={t('deskFreezes.add.reason')} htmlFor="freeze-reason">
        <Select<FreezeReason>
          id="freeze-reason"
          value={form.reason}
          onChange={(reason) => onChange({ reason })}
          options={freezeReasons.map((value) => ({ value, label: t(`deskFreezes.reasons.${value}`) }))}
        />
      </Form.Item>
      <LongText
        label={t('deskFreezes.add.note')}
        hint={t('deskFreezes.add.noteHint')}
        problem={problems.includes('noteNeeded') ? t('deskFreezes.add.noteNeeded') : undefined}
        value={form.note}
        lengthMax={freezeNoteLengthMax}
        onChange={(note) => onChange({ note })}
      />
      <Button type="primary" onClick={onNext}>
        {t('deskFreezes.add.next')}
      </Button>
    </Form>
  )
}

function SubjectField({ form, problems, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const isWrong = problems.includes('subjectWrong')
  return (
    <Form.Item
      label={t(`deskFreezes.add.subject.${form.kind}`)}
      htmlFor="freeze-subject"
      extra={t('deskFreezes.add.subjectHint')}
      {...(isWrong && { validateStatus: 'error' as const, help: t('deskFreezes.add.subjectWrong') })}
    >
      <Input
        id="freeze-subject"
        value={form.subjectId}
        aria-invalid={isWrong}
        spellCheck={false}
        onChange={(event) => onChange({ subjectId: event.target.value })}
      />
    </Form.Item>
  )
}

function AboutField({ form, problems, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const isWrong = problems.includes('aboutWrong')
  return (
    <Form.Item
      label={t('deskFreezes.add.about')}
      htmlFor="freeze-about"
      extra={t('deskFreezes.add.aboutHint')}
      {...(isWrong && { validateStatus: 'error' as const, help: t('deskFreezes.add.subjectWrong') })}
    >
      <Input
        id="freeze-about"
        value={form.aboutId}
        aria-invalid={isWrong}
        spellCheck={false}
        onChange={(event) => onChange({ aboutId: event.target.value })}
      />
    </Form.Item>
  )
}

function AmountField({ form, problems, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const isMissing = problems.includes('amountNeeded')
  return (
    <Form.Item
      label={t('deskFreezes.add.amount')}
      htmlFor="freeze-amount"
      {...(isMissing && { validateStatus: 'error' as const, help: t('deskFreezes.add.amountNeeded') })}
    >
      <Input
        id="freeze-amount"
        className="sum"
        inputMode="decimal"
        prefix="¥"
        value={form.amount}
        aria-invalid={isMissing}
        onChange={(event) => onChange({ amount: event.target.value })}
      />
    </Form.Item>
  )
}
