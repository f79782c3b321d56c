/** Asking one side for more, until a moment; the other side is told that it was asked. */

import { App, Form, Input, Modal, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { disputeTextLengthMax } from '@laisee/core/dispute.ts'
import { LongText } from '../parts/LongText.tsx'
import { Failure } from '../parts/States.tsx'
import type { CaseProps } from './CasePage.tsx'
import { nameBy, useAsking } from './disputes-data.ts'

export function AskDialog({ dispute, money, onClose }: CaseProps & { onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { id, openerId, otherId } = dispute
  const [toId, setTo] = useState(otherId)
  const [text, setText] = useState('')
  const [until, setUntil] = useState('')
  const [isMissing, setMissing] = useState(false)
  const asking = useAsking(id)
  const ask = () => {
    if (text.trim() === '') return setMissing(true)
    const answerBy = until === '' ? null : new Date(until).toISOString()
    asking.mutate(
      { toId, text: text.trim(), answerBy },
      {
        onSuccess: () => {
          void message.success(t('deskCases.acts.asked'))
          onClose()
        },
      },
    )
  }
  return (
    <Modal
      open
      title={t('deskCases.acts.askTitle')}
      okText={t('deskCases.acts.ask')}
      cancelText={t('desk.cancel')}
      okButtonProps={{ loading: asking.isPending }}
      onOk={ask}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form layout="vertical" component="div">
        <Form.Item label={t('deskCases.acts.askWho')}>
          <Radio.Group
            value={toId}
            aria-label={t('deskCases.acts.askWho')}
            onChange={(event) => setTo(event.target.value as string)}
            options={[otherId, openerId].map((value) => ({ value, label: nameBy(money.names, value) }))}
          />
        </Form.Item>
        <LongText
          label={t('deskCases.acts.askText')}
          problem={isMissing ? t('deskCases.acts.askNeeded') : undefined}
          value={text}
          lengthMax={disputeTextLengthMax}
          onChange={(typed) => {
            setText(typed)
            setMissing(false)
          }}
        />
        <Form.Item label={t('deskCases.acts.askBy')} htmlFor="ask-by" extra={t('deskCases.acts.askHint')}>
          <Input
            id="ask-by"
            type="datetime-local"
            className="moment-field"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </Form.Item>
      </Form>
      {asking.isError && <Failure error={asking.error} />}
    </Modal>
  )
}
