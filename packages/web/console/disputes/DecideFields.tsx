/** The fields of a decision: what, how much, out of what, and why. */

import { Form, Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { disputeOutcomes, disputeTextLengthMax, type DisputeOutcome } from '@laisee/core/dispute.ts'
import { formatYuan } from '@laisee/core/money.ts'
import { LongText } from '../parts/LongText.tsx'
import type { CaseProps } from './CasePage.tsx'
import {
  decidedAmount,
  isReturn,
  payableFrom,
  releasable,
  type DecisionForm,
  type DecisionProblem,
} from './decision-form.ts'
import type { DisputeMoney } from './disputes-data.ts'

interface DecideFieldsProps extends CaseProps {
  form: DecisionForm
  problems: readonly DecisionProblem[]
  onChange: (changed: Partial<DecisionForm>) => void
}

export function DecideFields(props: DecideFieldsProps): ReactElement {
  const { t } = useTranslation()
  const { form, problems, onChange } = props
  const { outcome } = form
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={t('deskCases.decide.outcome')}>
        <Radio.Group
          optionType="button"
          value={outcome}
          aria-label={t('deskCases.decide.outcome')}
          onChange={(event) => onChange({ outcome: event.target.value as DisputeOutcome, freezeId: '' })}
          options={disputeOutcomes.map((value) => ({
            value,
            label: t(`deskCases.decide.outcomes.${value}`),
          }))}
        />
      </Form.Item>
      {(outcome === 'part' || outcome === 'freeze') && <Amount {...props} />}
      {isReturn(form) && <Ground {...props} />}
      {outcome === 'release' && <Released {...props} />}
      <LongText
        label={t('deskCases.decide.reasons')}
        hint={t('deskCases.decide.reasonsHint')}
        problem={problems.includes('reasonsNeeded') ? t('deskCases.decide.reasonsNeeded') : undefined}
        value={form.reasons}
        rows={6}
        lengthMax={disputeTextLengthMax}
        onChange={(reasons) => onChange({ reasons })}
      />
    </Form>
  )
}

function Amount({ form, dispute, problems, onChange }: DecideFieldsProps): ReactElement {
  const { t } = useTranslation()
  const help = problems.includes('amountNeeded')
    ? t('deskCases.decide.amountNeeded')
    : problems.includes('amountMax')
      ? t('deskCases.decide.amountMax', { amount: dispute.amount })
      : undefined
  return (
    <Form.Item
      label={t('deskCases.decide.amount')}
      htmlFor="decide-amount"
      {...(help !== undefined && { validateStatus: 'error' as const, help })}
    >
      <Input
        id="decide-amount"
        className="sum"
        inputMode="decimal"
        prefix="¥"
        value={form.amount}
        aria-invalid={help !== undefined}
        onChange={(event) => onChange({ amount: event.target.value })}
      />
    </Form.Item>
  )
}

type Frozen = DisputeMoney['freezes'][number]

/** Out of what an order froze, or, without one, asked for. */
function Ground({ form, dispute, money, onChange }: DecideFieldsProps): ReactElement {
  const { t } = useTranslation()
  const says = ({ amount, basis, reference }: Frozen) =>
    t('deskCases.decide.fromOrder', {
      amount: amount ?? 0,
      basis: t(`deskFreezes.bases.${basis}`),
      reference: reference ?? '',
    })
  const orders = payableFrom(money, decidedAmount(form, dispute) ?? 0)
  return (
    <Form.Item label={t('deskCases.decide.ground')}>
      <Radio.Group
        vertical
        value={form.freezeId}
        aria-label={t('deskCases.decide.ground')}
        onChange={(event) => onChange({ freezeId: event.target.value as string })}
        options={[
          { value: '', label: t('deskCases.decide.noOrder') },
          ...orders.map((freeze) => ({ value: freeze.id, label: says(freeze) })),
        ]}
      />
    </Form.Item>
  )
}

function Released({ form, money, problems, onChange }: DecideFieldsProps): ReactElement {
  const { t } = useTranslation()
  const freezes = releasable(money)
  if (freezes.length === 0) return <p className="dialog-text">{t('deskCases.decide.noFreeze')}</p>
  const isMissing = problems.includes('noFreeze')
  const says = ({ kind, amount, basis }: Frozen) =>
    [
      t(`deskFreezes.kinds.${kind}`),
      ...(amount === null ? [] : [`¥${formatYuan(BigInt(amount))}`]),
      t(`deskFreezes.bases.${basis}`),
    ].join(' · ')
  return (
    <Form.Item
      label={t('deskCases.decide.freeze')}
      htmlFor="decide-freeze"
      {...(isMissing && { validateStatus: 'error' as const })}
    >
      <Select
        id="decide-freeze"
        aria-invalid={isMissing}
        value={form.freezeId === '' ? null : form.freezeId}
        onChange={(freezeId: string) => onChange({ freezeId })}
        options={freezes.map((freeze) => ({ value: freeze.id, label: says(freeze) }))}
      />
    </Form.Item>
  )
}
