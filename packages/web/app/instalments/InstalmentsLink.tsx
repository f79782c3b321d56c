/** From a return request to paying it in parts: what the two are at, or the way to propose it. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { betweenQuery } from './instalments-data.ts'
import { InstalmentsChip } from './InstalmentsChip.tsx'

interface InstalmentsLinkProps {
  about: string
  otherId: string
  /** Whether there is anything left to give back. */
  canPropose: boolean
}

export function InstalmentsLink({ about, otherId, canPropose }: InstalmentsLinkProps): ReactElement | null {
  const { t } = useTranslation()
  const { data: between } = useQuery(betweenQuery(about, otherId))
  if (between === undefined) return null
  const isOpen = between?.endedAt === null
  if (!between && !canPropose) return null
  return (
    <Cells>
      {between && (
        <Link to="/instalments/$instalmentsId" params={{ instalmentsId: between.id }} className="cell">
          <CellInside
            start={<Icon name="split" />}
            label={t('instalments.link.open')}
            note={<InstalmentsChip state={between.state} />}
            leads
          />
        </Link>
      )}
      {!isOpen && canPropose && (
        <Link
          to="/instalments/new/$sourceId"
          params={{ sourceId: about }}
          search={{ with: otherId }}
          className="cell"
        >
          <CellInside
            start={<Icon name="split" />}
            label={t('instalments.link.begin')}
            note={t('instalments.link.beginNote')}
            leads
          />
        </Link>
      )}
    </Cells>
  )
}
