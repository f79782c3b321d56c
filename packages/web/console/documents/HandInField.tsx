/** A field that takes an order as a file, and keeps its id. */

import { Button, Form } from 'antd'
import { useId, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { documentTypes } from '@laisee/core/document.ts'
import { Failure } from '../parts/States.tsx'
import { handIn } from './documents-data.ts'

interface HandInFieldProps {
  problem: string | undefined
  onChange: (documentId: string) => void
}

export function HandInField({ problem, onChange }: HandInFieldProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [size, setSize] = useState<number>()
  const [error, setError] = useState<unknown>()
  const take = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setError(undefined)
    try {
      const kept = await handIn(file, 'order')
      setSize(kept.size)
      onChange(kept.id)
    } catch (failure) {
      setError(failure)
    }
    setBusy(false)
  }
  return (
    <Form.Item
      label={t('deskFreezes.add.document')}
      htmlFor={id}
      extra={t('deskFreezes.add.documentHint')}
      {...(problem !== undefined && { validateStatus: 'error' as const, help: problem })}
    >
      <span className="hand-in">
        <Button loading={isBusy} aria-hidden tabIndex={-1} onClick={() => input.current?.click()}>
          {t('deskFreezes.add.choose')}
        </Button>
        <input
          ref={input}
          id={id}
          type="file"
          accept={documentTypes.join(',')}
          aria-invalid={problem !== undefined}
          onChange={(event) => void take(event.target.files?.[0])}
        />
        {size !== undefined && (
          <span role="status">{t('deskFreezes.add.chosen', { size: Math.ceil(size / 1_000) })}</span>
        )}
      </span>
      {error !== undefined && <Failure error={error} />}
    </Form.Item>
  )
}
