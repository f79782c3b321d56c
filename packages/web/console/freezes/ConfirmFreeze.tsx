/** The question before anything is frozen: what it does to whose money, until when, and what it does not do. */

import { Modal } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../app/data/service-time.ts'
import { fullText } from '../../app/words/moments.ts'
import { Failure } from '../parts/States.tsx'
import { languageNow } from '../words.ts'
import { sumOf, untilOf, type FreezeForm } from './freeze-form.ts'
import type { FreezeSubject } from './freezes-data.ts'

interface ConfirmFreezeProps {
  form: FreezeForm
  subject: FreezeSubject
  busy: boolean
  error: unknown
  onDo: () => void
  onClose: () => void
}

/** How much of it there is to freeze. */
function amountOf({ kind, amount }: FreezeForm, { wallet, packet }: FreezeSubject): number {
  if (kind === 'packet') return packet?.left ?? 0
  const balance = wallet?.balance ?? 0
  return kind === 'wallet' ? balance : Math.min(Number(sumOf({ amount })), balance)
}

export function ConfirmFreeze({
  form,
  subject,
  busy,
  error,
  onDo,
  onClose,
}: ConfirmFreezeProps): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const at = fullText(untilOf(form, now), languageNow(), now)
  const facts = { name: subject.ownerName, amount: amountOf(form, subject), at }
  return (
    <Modal
      open
      title={t('deskFreezes.add.confirmTitle')}
      okText={t('deskFreezes.add.confirm')}
      cancelText={t('deskFreezes.add.back')}
      okButtonProps={{ danger: true, loading: busy }}
      onOk={onDo}
      onCancel={onClose}
      destroyOnHidden
    >
      <ul className="will">
        <li>{t(`deskFreezes.add.says.${form.kind}`, facts)}</li>
        <li>{t('deskFreezes.add.told')}</li>
      </ul>
      <p className="second">{t('deskFreezes.add.notGone')}</p>
      {error !== null && error !== undefined && <Failure error={error} />}
    </Modal>
  )
}
