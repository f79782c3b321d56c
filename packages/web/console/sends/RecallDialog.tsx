/** The question before a recall: what would come back, how, and why. What did come back is said where it was asked. */

import { Form, Input, Modal, Radio, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../parts/States.tsx'
import type { FullSend } from './sends-data.ts'
import type { RecallAsk, useRecall } from './use-recall.ts'

const manners = ['remainder', 'all_or_nothing'] as const
const reasons = ['AC03', 'AM09', 'DUPL', 'UPAY', 'FRAD', 'TECH', 'CUST'] as const

interface RecallDialogProps {
  send: FullSend
  recall: ReturnType<typeof useRecall>
  onClose: () => void
}

export function RecallDialog({ send, recall, onClose }: RecallDialogProps): ReactElement {
  const { t } = useTranslation()
  const [ask, setAsk] = useState<RecallAsk>({ manner: 'remainder', reason: 'AC03', note: '' })
  const [isMissing, setMissing] = useState(false)
  const { kind, sender, count, sums } = send
  const { reasonNeeded, returns } = send.recall
  const note = ask.note?.trim() ?? ''
  const act = () => {
    if (reasonNeeded && note === '') return setMissing(true)
    const { manner, reason } = ask
    const body = { ...(count > 1 ? { manner } : {}), reason, ...(note === '' ? {} : { note }) }
    recall.mutate(body as RecallAsk, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t('deskSends.recall.title', { name: sender.name, kind: t(`deskSends.kinds.${kind}`) })}
      okText={t('deskSends.recall.do')}
      cancelText={t('desk.cancel')}
      okButtonProps={{ danger: true, loading: recall.isPending }}
      onOk={act}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="dialog-text">
        {sums.claimed > 0
          ? t('deskSends.recall.rest', { amount: returns, claimed: sums.claimed })
          : t('deskSends.recall.whole', { amount: returns })}
      </p>
      <p className="dialog-text second">{t('deskSends.recall.told')}</p>
      <Fields
        send={send}
        ask={ask}
        isMissing={isMissing}
        onChange={(changed) => {
          setAsk({ ...ask, ...changed })
          setMissing(false)
        }}
      />
      {recall.isError && <Failure error={recall.error} />}
    </Modal>
  )
}

interface FieldsProps {
  send: FullSend
  ask: RecallAsk
  isMissing: boolean
  onChange: (changed: Partial<RecallAsk>) => void
}

function Fields({ send, ask, isMissing, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const { count } = send
  const { reasonNeeded } = send.recall
  return (
    <Form layout="vertical" component="div">
      {count > 1 && <Manner value={ask.manner} onChange={(manner) => onChange({ manner })} />}
      <Form.Item label={t('deskSends.recall.reason')} htmlFor="recall-reason">
        <Select<RecallAsk['reason']>
          id="recall-reason"
          value={ask.reason}
          onChange={(reason) => onChange({ reason })}
          options={reasons.map((value) => ({ value, label: t(`deskSends.recall.reasons.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        label={t('deskSends.recall.note')}
        htmlFor="recall-note"
        required={reasonNeeded}
        extra={t('deskSends.recall.noteHint')}
        {...(isMissing && { validateStatus: 'error' as const, help: t('deskSends.recall.noteNeeded') })}
      >
        <Input.TextArea
          id="recall-note"
          autoFocus
          rows={3}
          maxLength={500}
          value={ask.note}
          aria-invalid={isMissing}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </Form.Item>
    </Form>
  )
}

interface MannerProps {
  value: RecallAsk['manner']
  onChange: (manner: (typeof manners)[number]) => void
}

function Manner({ value, onChange }: MannerProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Form.Item label={t('deskSends.recall.manner')}>
      <Radio.Group
        value={value}
        aria-label={t('deskSends.recall.manner')}
        onChange={(event) => onChange(event.target.value as (typeof manners)[number])}
        options={manners.map((one) => ({ value: one, label: t(`deskSends.recall.manners.${one}`) }))}
      />
    </Form.Item>
  )
}
