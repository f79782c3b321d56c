/** Limits in their layers: for each sender, for senders in another role, and for the whole organisation. */

import { Button, Form, Select } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { limitKinds } from '@laisee/core/limits.ts'
import { limitedRoles } from '@laisee/core/policy-limits.ts'
import type { PartProps } from './DraftEditor.tsx'
import { replaced } from './lists.ts'
import type { Content } from './policy-data.ts'
import { ProblemsAt } from './Problems.tsx'
import { SumField } from './SumField.tsx'

type RoleLimits = NonNullable<Content['roleLimits']>[number]
type Sums = Content['limits']

const noSums: Sums = { share: null, send: null, day: null, month: null }
const noTotal = { day: null, month: null }

export function LimitsEditor(props: PartProps): ReactElement {
  const { t } = useTranslation()
  const { content, problems, change } = props
  const { limits } = content
  return (
    <section className="card" aria-labelledby="limits">
      <h2 id="limits">{t('deskPolicy.limits')}</h2>
      <p className="second">{t('deskPolicy.limitsText')}</p>
      <SumFields sums={limits} onChange={(next) => change({ limits: next })} />
      <ProblemsAt problems={problems} at="limits" />
      <RolesEditor {...props} />
      <TotalEditor {...props} />
    </section>
  )
}

function SumFields({ sums, onChange }: { sums: Sums; onChange: (sums: Sums) => void }): ReactElement {
  const { t } = useTranslation()
  const { share, send, day, month } = sums
  return (
    <div className="fields">
      {limitKinds.map((kind) => (
        <SumField
          key={kind}
          optional
          label={t(`deskPolicy.limitNames.${kind}`)}
          fen={sums[kind]}
          onChange={(fen) => onChange({ share, send, day, month, [kind]: fen })}
        />
      ))}
    </div>
  )
}

function RolesEditor({ content, problems, change }: PartProps): ReactElement {
  const { t } = useTranslation()
  const { roleLimits = [] } = content
  const free = limitedRoles.find((role) => roleLimits.every((one) => one.role !== role))
  const set = (index: number, one: RoleLimits | undefined) =>
    change({ roleLimits: replaced(roleLimits, index, one) })
  return (
    <>
      <h3>{t('deskPolicy.roleLimits')}</h3>
      <p className="second">{t('deskPolicy.roleLimitsText')}</p>
      {roleLimits.map((one, index) => (
        <RoleRow
          key={`${index} of ${roleLimits.length}`}
          limits={one}
          onChange={(next) => set(index, next)}
        />
      ))}
      <ProblemsAt problems={problems} at="roleLimits" />
      {free && (
        <div>
          <Button onClick={() => change({ roleLimits: [...roleLimits, { role: free, ...noSums }] })}>
            {t('deskPolicy.addRoleLimits')}
          </Button>
        </div>
      )}
    </>
  )
}

interface RoleRowProps {
  limits: RoleLimits
  onChange: (limits: RoleLimits | undefined) => void
}

function RoleRow({ limits, onChange }: RoleRowProps): ReactElement {
  const { t } = useTranslation()
  const { role, ...sums } = limits
  return (
    <div className="editor-row" role="group" aria-label={t(`desk.roles.${role}`)}>
      <div className="fields">
        <Form.Item label={t('deskPolicy.role')}>
          <Select
            aria-label={t('deskPolicy.role')}
            value={role}
            onChange={(next) => onChange({ ...limits, role: next })}
            options={limitedRoles.map((value) => ({ value, label: t(`desk.roles.${value}`) }))}
          />
        </Form.Item>
        <Button danger type="text" onClick={() => onChange(undefined)}>
          {t('deskPolicy.removeRoleLimits', { role: t(`desk.roles.${role}`) })}
        </Button>
      </div>
      <SumFields sums={sums} onChange={(next) => onChange({ role, ...next })} />
    </div>
  )
}

function TotalEditor({ content, problems, change }: PartProps): ReactElement {
  const { t } = useTranslation()
  const { totalLimits = noTotal } = content
  return (
    <>
      <h3>{t('deskPolicy.totalLimits')}</h3>
      <p className="second">{t('deskPolicy.totalLimitsText')}</p>
      <div className="fields">
        {(['day', 'month'] as const).map((kind) => (
          <SumField
            key={kind}
            optional
            label={t(`deskPolicy.totalNames.${kind}`)}
            fen={totalLimits[kind]}
            onChange={(fen) => change({ totalLimits: { ...totalLimits, [kind]: fen } })}
          />
        ))}
      </div>
      <ProblemsAt problems={problems} at="totalLimits" />
    </>
  )
}
