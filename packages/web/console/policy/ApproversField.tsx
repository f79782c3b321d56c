/** People and roles to choose from, as a chain names them. */

import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { approverRoles } from '@laisee/core/chain.ts'
import { peopleQuery, useAtDesk } from '../data/organisation-data.ts'
import type { Chain } from './policy-data.ts'

type Approver = Chain['copyTo'][number]

interface ApproversFieldProps {
  label: string
  value: readonly Approver[]
  onChange: (value: Approver[]) => void
}

function approverOf(chosen: string): Approver {
  const role = approverRoles.find((known) => known === chosen)
  return role ? { role } : { memberId: chosen }
}

export function ApproversField({ label, value, onChange }: ApproversFieldProps): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  const people = useQuery(peopleQuery(organisation.id)).data ?? []
  const fit = people.filter(
    ({ state, roles }) => state === 'active' && approverRoles.some((role) => roles.includes(role)),
  )
  return (
    <Form.Item label={label}>
      <Select<string[]>
        mode="multiple"
        aria-label={label}
        showSearch={{ optionFilterProp: 'label' }}
        value={value.map((one) => ('role' in one ? one.role : one.memberId))}
        onChange={(chosen) => onChange(chosen.map(approverOf))}
        options={[
          ...approverRoles.map((role) => ({ value: role as string, label: t(`desk.roles.${role}`) })),
          ...fit.map(({ member }) => ({ value: member.id, label: member.name })),
        ]}
      />
    </Form.Item>
  )
}
