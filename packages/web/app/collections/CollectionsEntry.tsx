/** In the wallet: the way to what one has asked of others, and is asked for. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'

export function CollectionsEntry(): ReactElement {
  const { t } = useTranslation()
  return (
    <Cells>
      <Link to="/collections" className="cell">
        <CellInside start={<Icon name="people" />} label={t('collections.title')} leads />
      </Link>
    </Cells>
  )
}
