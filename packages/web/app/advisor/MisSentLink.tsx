/** From a packet or a transfer of one's own to the advisor, with what the record knows filled in. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { serviceNow } from '../data/service-time.ts'
import { beginWithRecord } from './kept.ts'

interface MisSentLinkProps {
  kind: 'packet' | 'transfer'
  record: { id: string }
}

export function MisSentLink({ kind, record }: MisSentLinkProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Cells>
      <Link
        to="/help/ask"
        search={{ q: 1 }}
        className="cell"
        onClick={() => beginWithRecord(kind, record, serviceNow())}
      >
        <CellInside
          start={<Icon name="warn" />}
          label={t('advisorPage.misSent')}
          note={t('advisorPage.misSentNote')}
          leads
        />
      </Link>
    </Cells>
  )
}
