/** What the ledger knows of a request, and where the money came from. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Cell, CellInside, Cells } from '../../ui/Cells.tsx'
import { CopyButton } from '../packet/CopyButton.tsx'
import type { ReturnRequest } from './returns-data.ts'
import { useDayText } from './use-day-text.ts'
import { useSource } from './use-source.ts'

export function RequestFacts({ request, isMine }: { request: ReturnRequest; isMine: boolean }): ReactElement {
  const { t } = useTranslation()
  const dayText = useDayText()
  const { source } = useSource(request.about)
  const { id, kind, aboutKind, received, amount, returned, left, cause, dueOn } = request
  const name = t(isMine ? 'returnRequest.facts.causeMine' : 'returnRequest.facts.cause')
  return (
    <Cells title={t('returnRequest.facts.title')}>
      <SourceCell request={request} />
      {isMine && source?.isShared && (
        <Link to="/returns/about/$packetId" params={{ packetId: request.about }} className="cell">
          <CellInside label={t('returns.about.title')} leads />
        </Link>
      )}
      <Cell
        label={t(`returnRequest.facts.${aboutKind === 'packet' ? 'claimed' : 'received'}`)}
        end={<Amount fen={received} />}
      />
      {kind === 'asked' && <Cell label={t('returnRequest.facts.asked')} end={<Amount fen={amount} />} />}
      {returned > 0 && <Cell label={t('returnRequest.facts.returned')} end={<Amount fen={returned} />} />}
      {kind === 'asked' && returned > 0 && left > 0 && (
        <Cell label={t('returnRequest.facts.left')} end={<Amount fen={left} />} />
      )}
      {cause !== null && <Cell label={name} end={t(`returns.ask.causes.${cause}`)} />}
      {dueOn !== null && <Cell label={t('returnRequest.facts.due')} end={dayText(dueOn, 'list')} />}
      <Cell
        label={t('returnRequest.facts.id')}
        note={<span className="return-id">{id}</span>}
        end={<CopyButton text={id} label={t('returnRequest.facts.copyId')} />}
      />
    </Cells>
  )
}

/** The packet or transfer it is about, with the words that stood on it. */
export function SourceCell({
  request: { about, aboutKind },
}: {
  request: Pick<ReturnRequest, 'about' | 'aboutKind'>
}): ReactElement {
  const { t } = useTranslation()
  const { source } = useSource(about)
  const inside = (
    <CellInside
      label={t(`returnRequest.facts.${aboutKind}`)}
      note={source && source.words !== '' ? <span dir="auto">{source.words}</span> : undefined}
      leads
    />
  )
  return aboutKind === 'packet' ? (
    <Link to="/packets/$packetId" params={{ packetId: about }} className="cell">
      {inside}
    </Link>
  ) : (
    <Link to="/transfers/$transferId" params={{ transferId: about }} className="cell">
      {inside}
    </Link>
  )
}
