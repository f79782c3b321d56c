/** What each role may do, and which do not go together. */

import { Button, Popover } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { organisationRoles } from '@laisee/core/organisation.ts'

export function RolesHelp(): ReactElement {
  const { t } = useTranslation()
  return (
    <Popover trigger="click" placement="bottomRight" content={<RolesText />}>
      <Button>{t('deskPeople.rolesHelp')}</Button>
    </Popover>
  )
}

function RolesText(): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="roles-help">
      <dl>
        {organisationRoles.map((role) => (
          <div key={role}>
            <dt>{t(`desk.roles.${role}`)}</dt>
            <dd>{t(`deskPeople.may.${role}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('deskPeople.together')}</p>
    </div>
  )
}
