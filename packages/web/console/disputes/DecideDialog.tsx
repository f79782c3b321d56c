/** Deciding a dispute: first what and why, then exactly what it does to the money and what not, then it is done. */

import { App, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { amountForField } from '@laisee/core/amount-input.ts'
import { Failure } from '../parts/States.tsx'
import type { CaseProps } from './CasePage.tsx'
import { DecideFields } from './DecideFields.tsx'
import {
  decisionBody,
  decisionProblems,
  roomToFreeze,
  type DecisionForm,
  type DecisionProblem,
} from './decision-form.ts'
import { useDeciding } from './disputes-data.ts'
import { WillHappen } from './WillHappen.tsx'

export function DecideDialog({ dispute, money, onClose }: CaseProps & { onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form, setForm] = useState<DecisionForm>({
    // Before both sides were heard nothing but a freeze is possible.
    outcome: dispute.hearing === null ? 'return' : 'freeze',
    amount: amountForField(BigInt(roomToFreeze(dispute, money))),
    ...{ freezeId: '', orderReference: '', documentId: '' },
    reasons: '',
  })
  const [problems, setProblems] = useState<readonly DecisionProblem[]>([])
  const [isAsking, setAsking] = useState(false)
  const deciding = useDeciding(dispute.id)
  const confirm = form.outcome === 'freeze' ? 'deskCases.decide.confirmFreeze' : 'deskCases.decide.confirm'
  const next = () => {
    const found = decisionProblems(form, dispute, money)
    setProblems(found)
    if (found.length === 0) setAsking(true)
  }
  const back = () => {
    setAsking(false)
    deciding.reset()
  }
  const decide = () =>
    deciding.mutate(decisionBody(form, money), {
      onSuccess: () => {
        void message.success(t(`deskCases.decide.${form.outcome === 'freeze' ? 'secured' : 'done'}`))
        onClose()
      },
    })
  return (
    <Modal
      open
      width={640}
      title={t(dispute.state === 'appealed' ? 'deskCases.decide.appealTitle' : 'deskCases.decide.title')}
      okText={t(isAsking ? confirm : 'deskCases.decide.next')}
      cancelText={t(isAsking ? 'deskCases.decide.back' : 'desk.cancel')}
      okButtonProps={{ danger: isAsking, loading: deciding.isPending }}
      onOk={isAsking ? decide : next}
      onCancel={isAsking ? back : onClose}
      destroyOnHidden
    >
      {isAsking ? (
        <WillHappen form={form} dispute={dispute} money={money} />
      ) : (
        <DecideFields
          form={form}
          dispute={dispute}
          money={money}
          problems={problems}
          onChange={(changed) => {
            setForm({ ...form, ...changed })
            setProblems([])
          }}
        />
      )}
      {deciding.isError && <Failure error={deciding.error} />}
    </Modal>
  )
}
