/** Publishing a version: to hold from the next send on, or from a moment to come. */

import { Form, Input, Modal, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { serviceNow } from '../../app/data/service-time.ts'
import { Failure } from '../parts/States.tsx'
import { publishAsk, type PublishForm } from './publish-form.ts'

interface PublishDialogProps {
  version: number
  busy: boolean
  error: unknown
  onDo: (ask: { effectiveAt?: string }) => void
  onClose: () => void
}

export function PublishDialog({ version, busy, error, onDo, onClose }: PublishDialogProps): ReactElement {
  const { t } = useTranslation()
  const [form, setForm] = useState<PublishForm>({ when: 'now', at: '' })
  const [isWrong, setWrong] = useState(false)
  const change = (part: Partial<PublishForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setWrong(false)
  }
  const publish = () => {
    const ask = publishAsk(form, serviceNow())
    if (ask) onDo(ask)
    else setWrong(true)
  }
  return (
    <Modal
      open
      title={t('deskPolicy.publishTitle', { version })}
      okText={t('deskPolicy.publish')}
      cancelText={t('desk.cancel')}
      okButtonProps={{ danger: true, loading: busy }}
      onOk={publish}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="dialog-text">{t('deskPolicy.publishText')}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={t('deskPolicy.from.label')}>
          <Radio.Group
            aria-label={t('deskPolicy.from.label')}
            value={form.when}
            onChange={({ target }) => change({ when: target.value as PublishForm['when'] })}
            options={(['now', 'later'] as const).map((value) => ({
              value,
              label: t(`deskPolicy.from.${value}`),
            }))}
          />
        </Form.Item>
        {form.when === 'later' && (
          <Form.Item
            label={t('deskPolicy.fromAt')}
            htmlFor="publish-at"
            extra={t('deskPolicy.fromHint')}
            {...(isWrong && { validateStatus: 'error' as const, help: t('deskPolicy.fromWrong') })}
          >
            <Input
              id="publish-at"
              type="datetime-local"
              className="moment-field"
              autoFocus
              value={form.at}
              aria-invalid={isWrong}
              onChange={({ target }) => change({ at: target.value })}
            />
          </Form.Item>
        )}
      </Form>
      {error !== null && error !== undefined && <Failure error={error} />}
    </Modal>
  )
}
