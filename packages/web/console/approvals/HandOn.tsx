/** Giving one's seat in one approval to a colleague: for good, and told to them and to the sender. */

import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, Modal, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { noteLengthMax } from '@laisee/core/approval.ts'
import { service } from '../../app/data/service.ts'
import { peopleQuery, useAtDesk, useWrite } from '../data/organisation-data.ts'
import { useKeys } from '../parts/keys.ts'
import { LongText } from '../parts/LongText.tsx'
import { Failure, Read } from '../parts/States.tsx'
import type { Approval } from './approval-data.ts'
import { couldTake } from './stand-ins.ts'

export function HandOn({ approval }: { approval: Approval }): ReactElement | null {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const may = approval.may.includes('transfer')
  useKeys({ t: may ? () => setAsking(true) : undefined })
  if (!may) return null
  return (
    <>
      <Button onClick={() => setAsking(true)} aria-keyshortcuts="T">
        {t('deskStandIns.handOn.do')}
      </Button>
      {isAsking && <HandOnDialog approval={approval} onClose={() => setAsking(false)} />}
    </>
  )
}

function HandOnDialog({ approval, onClose }: { approval: Approval; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { organisation, memberId } = useAtDesk()
  const { sendId } = approval
  const people = useQuery(peopleQuery(organisation.id))
  const [chosen, setChosen] = useState<string>()
  const [note, setNote] = useState('')
  const handing = useWrite('hand on', (body: { toId: string; note?: string }, idempotencyKey) =>
    service().transferApprovalSeat({ path: { sendId }, body, idempotencyKey }),
  )
  const colleagues = couldTake(approval, people.data ?? [], memberId)
  const to = colleagues.find(({ member }) => member.id === chosen)
  const hand = () => {
    if (!to) return
    const said = note.trim()
    const done = () => {
      void message.success(t('deskStandIns.handOn.done', { name: to.member.name }))
      onClose()
    }
    handing.mutate({ toId: to.member.id, ...(said !== '' && { note: said }) }, { onSuccess: done })
  }
  return (
    <Modal
      open
      title={t('deskStandIns.handOn.title')}
      okText={to ? t('deskStandIns.handOn.to', { name: to.member.name }) : t('deskStandIns.handOn.do')}
      cancelText={t('desk.cancel')}
      okButtonProps={{ loading: handing.isPending, disabled: to === undefined }}
      onOk={hand}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="dialog-text second">{t('deskStandIns.handOn.text')}</p>
      <Read query={people}>
        {() =>
          colleagues.length === 0 ? (
            <p>{t('deskStandIns.handOn.nobody')}</p>
          ) : (
            <Form layout="vertical" component="div">
              <Form.Item label={t('deskStandIns.handOn.who')} htmlFor="hand-on-to">
                <Select
                  id="hand-on-to"
                  autoFocus
                  showSearch={{ optionFilterProp: 'label' }}
                  placeholder={t('deskStandIns.choose')}
                  {...(to && { value: to.member.id })}
                  onChange={setChosen}
                  options={colleagues.map(({ member }) => ({ value: member.id, label: member.name }))}
                />
              </Form.Item>
              <LongText
                label={t('deskStandIns.handOn.note')}
                problem={undefined}
                value={note}
                lengthMax={noteLengthMax}
                onChange={setNote}
              />
            </Form>
          )
        }
      </Read>
      {handing.isError && <Failure error={handing.error} />}
    </Modal>
  )
}
