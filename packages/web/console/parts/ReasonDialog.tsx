/** A question before something that others will notice, with the reason that is kept. */

import { Form, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from './States.tsx'

interface ReasonDialogProps {
  title: string
  text: string
  /** What pressing does. */
  action: string
  /** Who reads the reason, where it is not whoever it concerns. */
  hint?: string
  /** Whether a reason has to be given; without one it is not asked for. */
  asksWhy: boolean
  /** Whether it takes nothing from anybody: its button does not warn then. */
  isMild?: boolean
  busy: boolean
  error: unknown
  onDo: (reason: string) => void
  onClose: () => void
}

export function ReasonDialog(props: ReasonDialogProps): ReactElement {
  const { t } = useTranslation()
  const { title, text, action, hint, asksWhy, isMild = false, busy, error, onDo, onClose } = props
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const act = () => {
    if (asksWhy && reason.trim() === '') setMissing(true)
    else onDo(reason.trim())
  }
  return (
    <Modal
      open
      title={title}
      okText={action}
      cancelText={t('desk.cancel')}
      okButtonProps={{ danger: !isMild, loading: busy }}
      onOk={act}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="dialog-text">{text}</p>
      {asksWhy && (
        <Form layout="vertical" component="div">
          <Form.Item
            label={t('desk.reason')}
            htmlFor="desk-reason"
            extra={hint ?? t('desk.reasonHint')}
            {...(isMissing && { validateStatus: 'error' as const, help: t('desk.reasonNeeded') })}
          >
            <Input.TextArea
              id="desk-reason"
              autoFocus
              rows={3}
              maxLength={500}
              value={reason}
              aria-invalid={isMissing}
              onChange={(event) => {
                setReason(event.target.value)
                setMissing(false)
              }}
            />
          </Form.Item>
        </Form>
      )}
      {error !== null && error !== undefined && <Failure error={error} />}
    </Modal>
  )
}
