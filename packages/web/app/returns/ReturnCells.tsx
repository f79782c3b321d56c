/** On the page of a packet or transfer: asking it back, giving it back, and what became of either. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ReturnChip } from './ReturnChip.tsx'
import { aboutQuery, type ReturnRequest } from './returns-data.ts'
import { useDayText } from './use-day-text.ts'

interface ReturnCellsProps {
  sourceId: string
  /** Who has any of it, but for the reader. */
  holderIds: readonly string[]
  /** Whether the reader sent it; otherwise they have some of it. */
  isPayer: boolean
}

export function ReturnCells({ sourceId, holderIds, isPayer }: ReturnCellsProps): ReactElement | null {
  const { t } = useTranslation()
  const { data: requests } = useQuery(aboutQuery(sourceId))
  if (requests === undefined) return null
  return (
    <Cells title={t('returns.link.section')}>
      {isPayer ? (
        <AskCell {...{ sourceId, holderIds, requests }} />
      ) : (
        <GiveCell sourceId={sourceId} latest={requests.at(-1)} />
      )}
    </Cells>
  )
}

interface AskCellProps {
  sourceId: string
  holderIds: readonly string[]
  requests: readonly ReturnRequest[]
}

function AskCell({ sourceId, holderIds, requests }: AskCellProps): ReactElement {
  const { t } = useTranslation()
  const latest = requests.at(-1)
  if (holderIds.length > 1) {
    const asked = new Set(requests.map(({ recipient }) => recipient.id)).size
    const back = requests.filter(({ state }) => state === 'returned').length
    return (
      <Link to="/returns/about/$packetId" params={{ packetId: sourceId }} className="cell">
        <CellInside
          start={<Icon name="recall" />}
          label={t('returns.link.askMany')}
          note={latest ? t('returns.link.askedMany', { asked, back }) : t('returns.link.askManyNote')}
          leads
        />
      </Link>
    )
  }
  if (latest)
    return (
      <Link to="/returns/$requestId" params={{ requestId: latest.id }} className="cell">
        <CellInside
          start={<Icon name="recall" />}
          label={t(latest.kind === 'offered' ? 'returnRequest.titleOffered' : 'returns.link.made')}
          note={<ReturnChip state={latest.state} isMine />}
          leads
        />
      </Link>
    )
  return (
    <Link to="/returns/ask/$sourceId" params={{ sourceId }} search={{}} className="cell">
      <CellInside
        start={<Icon name="recall" />}
        label={t('returns.link.ask')}
        note={t('returns.link.askNote')}
        leads
      />
    </Link>
  )
}

function GiveCell({
  sourceId,
  latest,
}: {
  sourceId: string
  latest: ReturnRequest | undefined
}): ReactElement {
  const { t } = useTranslation()
  const dayText = useDayText()
  if (latest?.open)
    return (
      <Link to="/returns/$requestId" params={{ requestId: latest.id }} className="cell">
        <CellInside
          start={<Icon name="hand" />}
          label={t('returns.link.received', { amount: latest.left })}
          note={t('returns.link.receivedNote', { day: dayText(latest.dueOn) })}
          leads
        />
      </Link>
    )
  return (
    <>
      {latest && (
        <Link to="/returns/$requestId" params={{ requestId: latest.id }} className="cell">
          <CellInside
            start={<Icon name="recall" />}
            label={t(latest.kind === 'offered' ? 'returns.link.given' : 'returnRequest.title')}
            note={<ReturnChip state={latest.state} isMine={false} />}
            leads
          />
        </Link>
      )}
      {(latest?.held ?? 1) > 0 && (
        <Link to="/returns/give/$sourceId" params={{ sourceId }} className="cell">
          <CellInside
            start={<Icon name="undo" />}
            label={t('returns.link.give')}
            note={t('returns.link.giveNote')}
            leads
          />
        </Link>
      )}
    </>
  )
}
