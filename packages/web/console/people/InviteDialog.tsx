/** Inviting a member, in roles. */

import { App, Form, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganisationRole } from '@laisee/core/organisation.ts'
import { service } from '../../app/data/service.ts'
import { useAtDesk, useWrite } from '../data/organisation-data.ts'
import { Failure } from '../parts/States.tsx'
import { RoleBoxes } from './RoleBoxes.tsx'

const memberIdPattern = /^mem_[0-9a-z]+$/

export function InviteDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { organisation } = useAtDesk()
  const [memberId, setMemberId] = useState('')
  const [roles, setRoles] = useState<OrganisationRole[]>([])
  const [isWrong, setWrong] = useState(false)
  const invite = useWrite('invite', (body: { memberId: string; roles: OrganisationRole[] }, idempotencyKey) =>
    service().inviteOrganisationMember({ path: { id: organisation.id }, body, idempotencyKey }),
  )
  const done = () => {
    void message.success(t('deskPeople.invited'))
    onClose()
  }
  const send = () => {
    const id = memberId.trim()
    if (memberIdPattern.test(id)) invite.mutate({ memberId: id, roles }, { onSuccess: done })
    else setWrong(true)
  }
  return (
    <Modal
      open
      title={t('deskPeople.inviteTitle')}
      okText={t('deskPeople.send')}
      cancelText={t('desk.cancel')}
      okButtonProps={{ loading: invite.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <p className="dialog-text">{t('deskPeople.inviteText')}</p>
      <Form layout="vertical" component="div">
        <Form.Item
          label={t('deskPeople.memberId')}
          htmlFor="invite-id"
          extra={t('deskPeople.memberIdHint')}
          {...(isWrong && { validateStatus: 'error' as const, help: t('deskPeople.memberIdWrong') })}
        >
          <Input
            id="invite-id"
            autoFocus
            spellCheck={false}
            value={memberId}
            aria-invalid={isWrong}
            onChange={(event) => {
              setMemberId(event.target.value)
              setWrong(false)
            }}
          />
        </Form.Item>
      </Form>
      <RoleBoxes chosen={roles} onChange={setRoles} />
      {invite.isError && <Failure error={invite.error} />}
    </Modal>
  )
}
