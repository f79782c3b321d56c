/** Having a colleague approve for one: who, from when, until when. What was said before is replaced. */

import { useQuery } from '@tanstack/react-query'
import { App, Form, Input, Modal, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { serviceNow } from '../../app/data/service-time.ts'
import { peopleQuery, useAtDesk } from '../data/organisation-data.ts'
import { Failure } from '../parts/States.tsx'
import { useDelegating } from './delegations-data.ts'
import {
  approversOf,
  standInBody,
  standInProblems,
  type StandInForm,
  type StandInProblem,
} from './stand-ins.ts'

export function DelegateDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { organisation, memberId } = useAtDesk()
  const people = useQuery(peopleQuery(organisation.id)).data ?? []
  const [form, setForm] = useState<StandInForm>({ toId: '', since: '', until: '' })
  const [problems, setProblems] = useState<readonly StandInProblem[]>([])
  const { begin } = useDelegating()
  const colleagues = approversOf(people).filter(({ member }) => member.id !== memberId)
  const name = colleagues.find(({ member }) => member.id === form.toId)?.member.name ?? ''
  const change = (changed: Partial<StandInForm>) => {
    setForm({ ...form, ...changed })
    setProblems([])
  }
  const ask = () => {
    const found = standInProblems(form, serviceNow())
    setProblems(found)
    if (found.length > 0) return
    const done = () => {
      void message.success(t('deskStandIns.begun', { name }))
      onClose()
    }
    begin.mutate(standInBody(form), { onSuccess: done })
  }
  return (
    <Modal
      open
      title={t('deskStandIns.ask')}
      okText={t('deskStandIns.ask')}
      cancelText={t('desk.cancel')}
      okButtonProps={{ loading: begin.isPending, disabled: colleagues.length === 0 }}
      onOk={ask}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="dialog-text second">{t('deskStandIns.text')}</p>
      {colleagues.length === 0 ? (
        <p>{t('deskStandIns.nobody')}</p>
      ) : (
        <Form layout="vertical" component="div">
          <Form.Item
            label={t('deskStandIns.who')}
            htmlFor="stand-in"
            {...(problems.includes('toNeeded') && {
              validateStatus: 'error' as const,
              help: t('deskStandIns.toNeeded'),
            })}
          >
            <Select
              id="stand-in"
              autoFocus
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('deskStandIns.choose')}
              {...(form.toId !== '' && { value: form.toId })}
              onChange={(toId: string) => change({ toId })}
              options={colleagues.map(({ member }) => ({ value: member.id, label: member.name }))}
            />
          </Form.Item>
          <MomentField field="since" {...{ form, problems, change }} />
          <MomentField field="until" {...{ form, problems, change }} />
        </Form>
      )}
      {begin.isError && <Failure error={begin.error} />}
    </Modal>
  )
}

interface MomentFieldProps {
  field: 'since' | 'until'
  form: StandInForm
  problems: readonly StandInProblem[]
  change: (changed: Partial<StandInForm>) => void
}

function MomentField({ field, form, problems, change }: MomentFieldProps): ReactElement {
  const { t } = useTranslation()
  const isWrong = problems.includes(`${field}Wrong`)
  return (
    <Form.Item
      label={t(`deskStandIns.${field}`)}
      htmlFor={`stand-in-${field}`}
      extra={t(`deskStandIns.${field}Hint`)}
      {...(isWrong && { validateStatus: 'error' as const, help: t(`deskStandIns.${field}Wrong`) })}
    >
      <Input
        id={`stand-in-${field}`}
        type="datetime-local"
        className="moment-field"
        value={form[field]}
        aria-invalid={isWrong}
        onChange={(event) => change({ [field]: event.target.value })}
      />
    </Form.Item>
  )
}
