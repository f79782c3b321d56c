/** One request in a list: with whom, how much, how it stands. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { CellInside } from '../../ui/Cells.tsx'
import { usePersonName } from '../data/people-names.ts'
import { useNow } from '../data/service-time.ts'
import { PersonFace } from '../people/PersonFace.tsx'
import { useSession } from '../session/session.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { ReturnChip } from './ReturnChip.tsx'
import type { ReturnRequest } from './returns-data.ts'

export function RequestRow({ request }: { request: ReturnRequest }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const isMine = useSession()?.memberId === request.payer.id
  const other = isMine ? request.recipient : request.payer
  const name = usePersonName(other.id, other.name)
  const { id, state, kind, amount, askedAt } = request
  return (
    <Link to="/returns/$requestId" params={{ requestId: id }} className="cell return-row">
      <CellInside
        start={<PersonFace {...other} size={44} />}
        label={
          <span className="one-line return-row-name" dir="auto">
            {name}
          </span>
        }
        note={
          <>
            <ReturnChip state={state} isMine={isMine} />
            <span className="return-row-at">
              {kind === 'offered' && `${t('returnRequest.titleOffered')} · `}
              {momentText(t, askedAt, languageNow(), now)}
            </span>
          </>
        }
        end={<Amount fen={amount} />}
        leads
      />
    </Link>
  )
}
