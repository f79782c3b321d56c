/** The fields of a decision: what, how much, out of what, and why. */

import { Form, Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { disputeOutcomes, disputeTextLengthMax, type DisputeOutcome } from '@laisee/core/dispute.ts'
import { basisRules } from '@laisee/core/freeze-basis.ts'
import { referenceLengthMax } from '@laisee/core/freeze.ts'
import { formatYuan } from '@laisee/core/money.ts'
import { useNow } from '../../app/data/service-time.ts'
import { fullText } from '../../app/words/moments.ts'
import { HandInField } from '../documents/HandInField.tsx'
import { LongText } from '../parts/LongText.tsx'
import type { CaseProps } from './CasePage.tsx'
import {
  amountMax,
  decidedAmount,
  isReturn,
  payableFrom,
  releasable,
  type DecisionForm,
  type DecisionProblem,
} from './decision-form.ts'
import { nameBy, type DisputeMoney } from './disputes-data.ts'
import { languageNow } from '../words.ts'

interface DecideFieldsProps extends CaseProps {
  form: DecisionForm
  problems: readonly DecisionProblem[]
  onChange: (changed: Partial<DecisionForm>) => void
}

export function DecideFields(props: DecideFieldsProps): ReactElement {
  const { t } = useTranslation()
  const { form, dispute, problems, onChange } = props
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
            disabled: dispute.hearing !== null && value !== 'freeze',
          }))}
        />
      </Form.Item>
      <Unheard {...props} />
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

/** Why nothing can be decided yet, and until when that is waited for. */
function Unheard({ dispute: { hearing }, money: { names } }: DecideFieldsProps): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow(60_000)
  if (hearing === null) return null
  const at = fullText(hearing.until, languageNow(), now)
  return (
    <p className="dialog-text">
      {t('deskCases.decide.unheard', { name: nameBy(names, hearing.memberId), at })}
    </p>
  )
}

function Amount({ form, dispute, money, problems, onChange }: DecideFieldsProps): ReactElement {
  const { t } = useTranslation()
  const help = problems.includes('amountNeeded')
    ? t('deskCases.decide.amountNeeded')
    : problems.includes('amountMax')
      ? t('deskCases.decide.amountMax', { amount: amountMax(form, dispute, money) })
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
function Ground({ form, dispute, money, problems, onChange }: DecideFieldsProps): ReactElement {
  const { t } = useTranslation()
  const says = ({ left, basis, reference }: Frozen) =>
    t('deskCases.decide.fromOrder', {
      amount: left ?? 0,
      basis: t(`deskFreezes.bases.${basis}`),
      reference: reference ?? '',
    })
  const orders = payableFrom(dispute, money, decidedAmount(form, money) ?? 0)
  return (
    <>
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
      {form.freezeId !== '' && <Order {...{ form, dispute, money, problems, onChange }} />}
    </>
  )
}

/** The word of the authority that bound the money: without it nothing goes out of what they froze. */
function Order({ form, money, problems, onChange }: DecideFieldsProps): ReactElement {
  const { t } = useTranslation()
  const isMissing = problems.includes('orderNeeded')
  const basis = money.freezes.find(({ id }) => id === form.freezeId)?.basis
  const paying = basis === undefined ? null : basisRules[basis].paying
  return (
    <>
      <Form.Item
        label={t('deskCases.decide.order')}
        htmlFor="decide-order"
        extra={
          paying !== null &&
          t('deskCases.decide.orderHint', { ...paying, subject: paying.subject[languageNow()] })
        }
        {...(isMissing && { validateStatus: 'error' as const, help: t('deskFreezes.add.referenceNeeded') })}
      >
        <Input
          id="decide-order"
          maxLength={referenceLengthMax}
          value={form.orderReference}
          aria-invalid={isMissing}
          onChange={(event) => onChange({ orderReference: event.target.value })}
        />
      </Form.Item>
      <HandInField
        problem={problems.includes('documentNeeded') ? t('deskFreezes.add.documentNeeded') : undefined}
        onChange={(documentId) => onChange({ documentId })}
      />
    </>
  )
}

function Released({ form, dispute, money, problems, onChange }: DecideFieldsProps): ReactElement {
  const { t } = useTranslation()
  const freezes = releasable(dispute, money)
  if (freezes.length === 0) return <p className="dialog-text">{t('deskCases.decide.noFreeze')}</p>
  const isMissing = problems.includes('noFreeze')
  const says = ({ kind, left, basis }: Frozen) =>
    [
      t(`deskFreezes.kinds.${kind}`),
      ...(left === null ? [] : [`¥${formatYuan(BigInt(left))}`]),
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
