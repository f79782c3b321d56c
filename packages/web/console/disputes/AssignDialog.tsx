/** Giving a dispute to a colleague: never to a party, and an appeal never to whoever decided before. */

import { useQuery } from '@tanstack/react-query'
import { App, Form, Modal, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleQuery, useAtDesk, type Person } from '../data/organisation-data.ts'
import { Failure, Read } from '../parts/States.tsx'
import { useAssigning, type Dispute } from './disputes-data.ts'
import { decidedBefore } from './standing.ts'

interface AssignDialogProps {
  dispute: Dispute
  onClose: () => void
}

/** Colleagues who may have it, other than whoever has it now. */
function fitting(people: readonly Person[], { openerId, otherId, agentId, facts }: Dispute): Person[] {
  return people.filter(
    ({ roles, state, member }) =>
      state === 'active' &&
      roles.includes('dispute_agent') &&
      ![openerId, otherId, agentId].includes(member.id) &&
      !decidedBefore(facts, member.id),
  )
}

export function AssignDialog({ dispute, onClose }: AssignDialogProps): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { organisation, memberId } = useAtDesk()
  const people = useQuery(peopleQuery(organisation.id))
  const assigning = useAssigning(dispute.id)
  const [chosen, setChosen] = useState<string>()
  const colleagues = fitting(people.data ?? [], dispute).filter(({ member }) => member.id !== memberId)
  const agent = colleagues.find(({ member }) => member.id === chosen) ?? colleagues[0]
  const assign = () =>
    agent &&
    assigning.mutate(agent.member.id, {
      onSuccess: () => {
        void message.success(t('deskCases.acts.assigned', { name: agent.member.name }))
        onClose()
      },
    })
  return (
    <Modal
      open
      title={t('deskCases.acts.assignTitle')}
      okText={t('deskCases.acts.assign')}
      cancelText={t('desk.cancel')}
      okButtonProps={{ loading: assigning.isPending, disabled: agent === undefined }}
      onOk={assign}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="dialog-text second">{t('deskCases.acts.assignText')}</p>
      <Read query={people}>
        {() =>
          agent ? (
            <Form layout="vertical" component="div">
              <Form.Item label={t('deskCases.acts.assignTo')} htmlFor="case-agent">
                <Select
                  id="case-agent"
                  value={agent.member.id}
                  onChange={setChosen}
                  options={colleagues.map(({ member }) => ({ value: member.id, label: member.name }))}
                />
              </Form.Item>
            </Form>
          ) : (
            <p>{t('deskCases.acts.noColleague')}</p>
          )
        }
      </Read>
      {assigning.isError && <Failure error={assigning.error} />}
    </Modal>
  )
}
