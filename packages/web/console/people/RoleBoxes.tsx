/** Roles to choose from: what each may do, and why one cannot be chosen beside another. */

import { Checkbox } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { organisationRoles, rolesApart, type OrganisationRole } from '@laisee/core/organisation.ts'

interface RoleBoxesProps {
  chosen: readonly OrganisationRole[]
  disabled?: boolean
  onChange: (chosen: OrganisationRole[]) => void
}

/** A chosen role that this one does not go with; undefined where there is none. */
function against(role: OrganisationRole, chosen: readonly OrganisationRole[]): OrganisationRole | undefined {
  const pair = rolesApart.find(
    ([one, other]) => (one === role && chosen.includes(other)) || (other === role && chosen.includes(one)),
  )
  return pair?.find((one) => one !== role)
}

export function RoleBoxes({ chosen, disabled = false, onChange }: RoleBoxesProps): ReactElement {
  const { t } = useTranslation()
  return (
    <fieldset className="role-boxes">
      <legend>{t('deskPeople.roles')}</legend>
      {organisationRoles.map((role) => {
        const other = against(role, chosen)
        const isChosen = chosen.includes(role)
        return (
          <div key={role}>
            <Checkbox
              checked={isChosen}
              disabled={disabled || (other !== undefined && !isChosen)}
              aria-describedby={`role-${role}`}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, role] : chosen.filter((one) => one !== role))
              }
            >
              {t(`desk.roles.${role}`)}
            </Checkbox>
            <span id={`role-${role}`} className="second">
              {other === undefined || isChosen
                ? t(`deskPeople.may.${role}`)
                : t('deskPeople.apart', { role: t(`desk.roles.${other}`) })}
            </span>
          </div>
        )
      })}
    </fieldset>
  )
}
