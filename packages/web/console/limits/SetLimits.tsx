/** Setting what the service allows a member: at once, either way, and told to them. */

import { Alert, App, Form, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { limitKinds } from '@laisee/core/limits.ts'
import { Failure } from '../parts/States.tsx'
import { useSettingLimits, type LimitKind, type MemberLimits } from './limits-data.ts'
import { readLimits, textsOf } from './limits-form.ts'

interface SetLimitsProps {
  memberId: string
  name: string
  limits: MemberLimits
  onClose: () => void
}

export function SetLimits({ memberId, name, limits, onClose }: SetLimitsProps): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  // What was there when it was opened: a list that is read again meanwhile changes nothing under one's hands.
  const [before] = useState(limits)
  const [texts, setTexts] = useState(textsOf(limits))
  const setting = useSettingLimits(memberId)
  const { changes, wrong, spent } = readLimits(texts, before)
  const isSame = Object.keys(changes).length === 0
  const save = () => {
    if (wrong.length > 0 || isSame) return
    setting.mutate(changes, {
      onSuccess: () => {
        void message.success(t('deskLimits.saved', { name }))
        onClose()
      },
    })
  }
  return (
    <Modal
      open
      title={t('deskLimits.setTitle', { name })}
      okText={t('deskLimits.save')}
      cancelText={t('desk.cancel')}
      okButtonProps={{ loading: setting.isPending, disabled: isSame || wrong.length > 0 }}
      onOk={save}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="dialog-text second">{t('deskLimits.setText')}</p>
      <Form layout="vertical" component="div" className="limit-fields">
        {limitKinds.map((kind, place) => (
          <SumText
            key={kind}
            kind={kind}
            text={texts[kind]}
            isFirst={place === 0}
            isWrong={wrong.includes(kind)}
            onChange={(text) => setTexts({ ...texts, [kind]: text })}
          />
        ))}
      </Form>
      {spent.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('deskLimits.spent', {
            kinds: spent.map((kind) => t(`deskLimits.kinds.${kind}`)).join(t('desk.separator')),
          })}
        />
      )}
      {setting.isError && <Failure error={setting.error} />}
    </Modal>
  )
}

interface SumTextProps {
  kind: LimitKind
  text: string
  isFirst: boolean
  isWrong: boolean
  onChange: (text: string) => void
}

function SumText({ kind, text, isFirst, isWrong, onChange }: SumTextProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Form.Item
      label={t(`deskLimits.kinds.${kind}`)}
      htmlFor={`limit-${kind}`}
      {...(isWrong && { validateStatus: 'error' as const, help: t('deskPolicy.wrongAmount') })}
    >
      <Input
        id={`limit-${kind}`}
        autoFocus={isFirst}
        inputMode="decimal"
        prefix="¥"
        maxLength={40}
        placeholder={t('deskLimits.none')}
        value={text}
        aria-invalid={isWrong}
        onChange={(event) => onChange(event.target.value)}
      />
    </Form.Item>
  )
}
