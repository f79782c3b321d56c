/** Answering the objection to a freeze: right, and it ends; or not, with why. */

import { App, Form, Modal, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { appealOutcomes, freezeNoteLengthMax, type AppealOutcome } from '@laisee/core/freeze.ts'
import { LongText } from '../parts/LongText.tsx'
import { Failure } from '../parts/States.tsx'
import { nameIn, useAnswering, type Freeze } from './freezes-data.ts'

interface AnswerDialogProps {
  freeze: Freeze
  onClose: () => void
}

export function AnswerDialog({ freeze, onClose }: AnswerDialogProps): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [outcome, setOutcome] = useState<AppealOutcome>('dismissed')
  const [answer, setAnswer] = useState('')
  const [isMissing, setMissing] = useState(false)
  const answering = useAnswering(freeze.id)
  const appeal = freeze.appeals.find(({ answeredAt }) => answeredAt === null)
  const act = () => {
    if (answer.trim() === '') return setMissing(true)
    answering.mutate(
      { outcome, answer: answer.trim() },
      {
        onSuccess: () => {
          void message.success(t('deskFreezes.answer.done'))
          onClose()
        },
      },
    )
  }
  return (
    <Modal
      open
      title={t('deskFreezes.answer.title', { name: nameIn(freeze, freeze.ownerId) })}
      okText={t('deskFreezes.answer.do')}
      cancelText={t('desk.cancel')}
      okButtonProps={{ loading: answering.isPending }}
      onOk={act}
      onCancel={onClose}
      destroyOnHidden
    >
      {appeal && <blockquote className="said">{appeal.text}</blockquote>}
      <Form layout="vertical" component="div">
        <Form.Item label={t('deskFreezes.answer.outcome')}>
          <Radio.Group
            vertical
            value={outcome}
            aria-label={t('deskFreezes.answer.outcome')}
            onChange={(event) => setOutcome(event.target.value as AppealOutcome)}
            options={appealOutcomes.map((value) => ({ value, label: t(`deskFreezes.answer.${value}`) }))}
          />
        </Form.Item>
        <LongText
          label={t('deskFreezes.answer.text')}
          problem={isMissing ? t('deskFreezes.answer.needed') : undefined}
          value={answer}
          lengthMax={freezeNoteLengthMax}
          onChange={(text) => {
            setAnswer(text)
            setMissing(false)
          }}
        />
      </Form>
      {answering.isError && <Failure error={answering.error} />}
    </Modal>
  )
}
