/** What there is to say of money that was sent on WeChat. */

import { useEffect, useId, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Choices } from '../../ui/Choices.tsx'
import type { OutsideForm, OutsideWrong } from './outside-form.ts'

interface OutsideFieldsProps {
  form: OutsideForm
  wrong: readonly OutsideWrong[]
  onChange: (form: OutsideForm) => void
}

type TextField = 'amount' | 'sentAt' | 'payeeName' | 'payeeAccount' | 'transactionNo'
const textFields: readonly TextField[] = ['amount', 'sentAt', 'payeeName', 'payeeAccount', 'transactionNo']
const products = ['transfer', 'packet'] as const
const takens = ['yes', 'no', 'unknown'] as const

export function OutsideFields({ form, wrong, onChange }: OutsideFieldsProps): ReactElement {
  const { t } = useTranslation()
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (wrong.length > 0) place.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus()
  }, [wrong])
  const change = (part: Partial<OutsideForm>) => onChange({ ...form, ...part })
  return (
    <section className="cells" ref={place}>
      <p className="evidence-label">{t('evidence.wechat.product')}</p>
      <Choices
        label={t('evidence.wechat.product')}
        value={form.product}
        onChange={(product) => change({ product })}
        options={products.map((value) => ({ value, label: t(`evidence.wechat.products.${value}`) }))}
      />
      {textFields.map((field) => (
        <TextRow
          key={field}
          field={field}
          value={form[field]}
          wrong={wrong.find((one) => one === field)}
          onChange={(value) => change({ [field]: value })}
        />
      ))}
      <p className="evidence-label">{t('evidence.wechat.taken')}</p>
      <Choices
        label={t('evidence.wechat.taken')}
        value={form.taken}
        onChange={(taken) => change({ taken })}
        options={takens.map((value) => ({ value, label: t(`evidence.wechat.takens.${value}`) }))}
      />
    </section>
  )
}

interface TextRowProps {
  field: TextField
  value: string
  wrong: OutsideWrong | undefined
  onChange: (value: string) => void
}

function TextRow({ field, value, wrong, onChange }: TextRowProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="field">
      <div className="field-row">
        <label htmlFor={id}>{t(`evidence.wechat.${field}`)}</label>
        <input
          id={id}
          type={field === 'sentAt' ? 'datetime-local' : 'text'}
          inputMode={field === 'amount' ? 'decimal' : 'text'}
          dir={field === 'payeeName' ? 'auto' : 'ltr'}
          autoComplete="off"
          placeholder={field === 'sentAt' ? undefined : t(`evidence.wechat.hints.${field}`)}
          maxLength={field === 'transactionNo' ? 80 : 60}
          value={value}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-wrong`}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <p id={`${id}-wrong`} className={wrong === undefined ? 'unseen' : 'field-error'} aria-live="polite">
        {wrong && t(`evidence.wechat.wrong.${wrong}`)}
      </p>
    </div>
  )
}
