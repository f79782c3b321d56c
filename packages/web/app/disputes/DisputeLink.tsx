/** The way from a payment to a dispute about it: to a new one, or to the one that is there. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { disputeAbout, latestDisputesQuery } from './disputes-data.ts'

interface DisputeLinkProps {
  /** The packet or transfer. */
  sourceId: string
  /** Whose share, where one of several is meant. */
  againstId?: string
}

/** A row of cells: `<Cells><DisputeLink sourceId={packet.id} /></Cells>`. */
export function DisputeLink({ sourceId, againstId }: DisputeLinkProps): ReactElement {
  const { t } = useTranslation()
  const { data: disputes = [] } = useQuery(latestDisputesQuery)
  const there = disputeAbout(disputes, sourceId, againstId)
  if (there)
    return (
      <Link to="/disputes/$disputeId" params={{ disputeId: there.id }} className="cell">
        <CellInside
          start={<Icon name="shield" />}
          label={t('cases.link.see')}
          note={t(`disputes.states.${there.state}`)}
          leads
        />
      </Link>
    )
  return (
    <Link
      to="/disputes/new"
      search={{ about: sourceId, ...(againstId === undefined ? {} : { against: againstId }) }}
      className="cell"
    >
      <CellInside
        start={<Icon name="shield" />}
        label={t('cases.link.do')}
        note={t('cases.link.note')}
        leads
      />
    </Link>
  )
}
