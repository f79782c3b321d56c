/** How old a member is as far as rules go by it, what that brings, and saying otherwise. */

import { App, Button, Form, Input, Modal, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ageBands, ageRules } from '@laisee/core/age.ts'
import { timeZoneFrom } from '@laisee/core/member.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { Failure } from '../parts/States.tsx'
import { useSettingBand, type MemberLimits } from './limits-data.ts'

interface AgeBandProps {
  memberId: string
  name: string
  limits: MemberLimits
}

export function AgeBand({ memberId, name, limits }: AgeBandProps): ReactElement {
  const { t } = useTranslation()
  const { has, memberId: myId } = useAtDesk()
  const [isSetting, setSetting] = useState(false)
  return (
    <section className="card" aria-labelledby="member-age">
      <header className="page-head">
        <h2 id="member-age">{t('deskLimits.age')}</h2>
        {has('administrator') && memberId !== myId && (
          <Button onClick={() => setSetting(true)}>{t('deskLimits.setAge')}</Button>
        )}
      </header>
      <p>{t(`deskLimits.bands.${limits.band}`)}</p>
      <Rules band={limits.band} />
      {isSetting && <SetBand {...{ memberId, name, limits }} onClose={() => setSetting(false)} />}
    </section>
  )
}

/** What an age brings beside its limits. */
function Rules({ band }: Pick<MemberLimits, 'band'>): ReactElement | null {
  const { t } = useTranslation()
  const { stepUpAlways, night, groupLucky, guardianApprovalAbove } = ageRules[band]
  if (band === 'adult') return <p className="second">{t('deskLimits.adultRules')}</p>
  return (
    <ul className="age-rules">
      {stepUpAlways && <li>{t('deskLimits.rules.stepUp')}</li>}
      {night && <li>{t('deskLimits.rules.night', night)}</li>}
      {!groupLucky && <li>{t('deskLimits.rules.lucky')}</li>}
      {guardianApprovalAbove !== null && (
        <li>{t('deskLimits.rules.guardian', { amount: guardianApprovalAbove })}</li>
      )}
    </ul>
  )
}

function SetBand({ memberId, name, limits, onClose }: AgeBandProps & { onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [band, setBand] = useState(limits.band)
  const [zone, setZone] = useState(limits.timeZone)
  const setting = useSettingBand(memberId)
  const isMinor = band !== 'adult'
  const isWrong = isMinor && timeZoneFrom(zone.trim()) === undefined
  const isSame = band === limits.band && (!isMinor || zone.trim() === limits.timeZone)
  const save = () =>
    setting.mutate(
      { band, ...(isMinor && { timeZone: zone.trim() }) },
      {
        onSuccess: () => {
          void message.success(t('deskLimits.ageSaved', { name }))
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={t('deskLimits.setAgeTitle', { name })}
      okText={t('deskLimits.save')}
      cancelText={t('desk.cancel')}
      okButtonProps={{ loading: setting.isPending, disabled: isSame || isWrong, danger: !isMinor }}
      onOk={save}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="dialog-text second">{t('deskLimits.setAgeText')}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={t('deskLimits.age')}>
          <Radio.Group
            value={band}
            aria-label={t('deskLimits.age')}
            onChange={(event) => setBand(event.target.value as MemberLimits['band'])}
            options={ageBands.map((value) => ({ value, label: t(`deskLimits.bands.${value}`) }))}
          />
        </Form.Item>
        <Rules band={band} />
        {isMinor && (
          <Form.Item
            label={t('deskLimits.zone')}
            htmlFor="age-zone"
            extra={t('deskLimits.zoneHint')}
            {...(isWrong && { validateStatus: 'error' as const, help: t('deskLimits.zoneWrong') })}
          >
            <Input
              id="age-zone"
              spellCheck={false}
              maxLength={64}
              value={zone}
              aria-invalid={isWrong}
              onChange={(event) => setZone(event.target.value)}
            />
          </Form.Item>
        )}
      </Form>
      {setting.isError && <Failure error={setting.error} />}
    </Modal>
  )
}
