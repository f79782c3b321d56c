/** Recall rights: who may take back whose, until when, and whether they say why. */

import { Button, Checkbox, Form, InputNumber, Select } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { organisationRoles } from '@laisee/core/organisation.ts'
import type { PartProps } from './DraftEditor.tsx'
import { replaced } from './lists.ts'
import type { Content } from './policy-data.ts'
import { ProblemsAt } from './Problems.tsx'

type Right = Content['recallRights'][number]
const hourS = 3_600
const whoses = ['own', 'others'] as const
const newRight: Right = {
  role: 'administrator',
  whose: 'others',
  withinS: null,
  reasonNeeded: true,
  onlyMemberIds: null,
}

export function RightsEditor({ content, problems, change }: PartProps): ReactElement {
  const { t } = useTranslation()
  const { recallRights } = content
  return (
    <section className="card" aria-labelledby="rights">
      <h2 id="rights">{t('deskPolicy.rights')}</h2>
      {recallRights.map((right, index) => (
        <RightRow
          key={index}
          right={right}
          onChange={(next) => change({ recallRights: replaced(recallRights, index, next) })}
        />
      ))}
      <ProblemsAt problems={problems} at="recallRights" />
      <div>
        <Button onClick={() => change({ recallRights: [...recallRights, newRight] })}>
          {t('deskPolicy.addRight')}
        </Button>
      </div>
    </section>
  )
}

interface RightRowProps {
  right: Right
  onChange: (right: Right | undefined) => void
}

function RightRow({ right, onChange }: RightRowProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="fields">
      <Form.Item label={t('deskPolicy.role')}>
        <Select
          aria-label={t('deskPolicy.role')}
          value={right.role}
          onChange={(role) => onChange({ ...right, role })}
          options={organisationRoles.map((value) => ({ value, label: t(`desk.roles.${value}`) }))}
        />
      </Form.Item>
      <Form.Item label={t('deskPolicy.whose')}>
        <Select
          aria-label={t('deskPolicy.whose')}
          value={right.whose}
          onChange={(whose) => onChange({ ...right, whose })}
          options={whoses.map((value) => ({ value, label: t(`deskPolicy.whoses.${value}`) }))}
        />
      </Form.Item>
      <Form.Item label={t('deskPolicy.withinHours')}>
        <InputNumber<number>
          aria-label={t('deskPolicy.withinHours')}
          min={0}
          value={right.withinS === null ? null : right.withinS / hourS}
          onChange={(hours) =>
            onChange({ ...right, withinS: hours === null ? null : Math.round(hours * hourS) })
          }
        />
      </Form.Item>
      <Checkbox
        checked={right.reasonNeeded}
        onChange={({ target }) => onChange({ ...right, reasonNeeded: target.checked })}
      >
        {t('deskPolicy.reasonNeeded')}
      </Checkbox>
      <Button danger type="text" onClick={() => onChange(undefined)}>
        {t('deskPolicy.removeRight')}
      </Button>
    </div>
  )
}
