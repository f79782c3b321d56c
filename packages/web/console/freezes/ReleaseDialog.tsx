/** The question before a freeze ends: what becomes of the money, why, and what its owner is told. */

import { App, Form, Modal, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { mayEndFor, releaseReasons, type ReleaseReason } from '@laisee/core/freeze-basis.ts'
import { freezeNoteLengthMax } from '@laisee/core/freeze.ts'
import { LongText } from '../parts/LongText.tsx'
import { Failure } from '../parts/States.tsx'
import { nameIn, useReleasing, type Freeze } from './freezes-data.ts'

interface ReleaseDialogProps {
  freeze: Freeze
  onClose: () => void
}

export function ReleaseDialog({ freeze, onClose }: ReleaseDialogProps): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { id, kind, ownerId, amount, basis, isOrder } = freeze
  const fitting = releaseReasons.filter((reason) => mayEndFor(basis, reason))
  const [reason, setReason] = useState<ReleaseReason>(fitting[0]!)
  const [note, setNote] = useState('')
  const release = useReleasing(id)
  const act = () =>
    release.mutate(
      { reason, note: note.trim() === '' ? null : note.trim() },
      {
        onSuccess: () => {
          void message.success(t('deskFreezes.release.done'))
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={t('deskFreezes.release.title', { name: nameIn(freeze, ownerId) })}
      okText={t('deskFreezes.release.do')}
      cancelText={t('desk.cancel')}
      okButtonProps={{ danger: true, loading: release.isPending }}
      onOk={act}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="dialog-text">{t(`deskFreezes.release.says.${kind}`, { amount: amount ?? 0 })}</p>
      <p className="dialog-text second">{t('deskFreezes.release.told')}</p>
      <Form layout="vertical" component="div">
        <Form.Item
          label={t('deskFreezes.release.reason')}
          htmlFor="release-reason"
          {...(isOrder && { extra: t('deskFreezes.release.orderOnly') })}
        >
          <Select<ReleaseReason>
            id="release-reason"
            value={reason}
            onChange={setReason}
            options={fitting.map((value) => ({ value, label: t(`deskFreezes.releases.${value}`) }))}
          />
        </Form.Item>
        <LongText
          label={t('deskFreezes.release.note')}
          problem={undefined}
          value={note}
          lengthMax={freezeNoteLengthMax}
          onChange={setNote}
        />
      </Form>
      {release.isError && <Failure error={release.error} />}
    </Modal>
  )
}
