/** A dispute, or a freeze, in a list: what it is about, how it stands, until when. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { usePersonName } from '../data/people-names.ts'
import { useNow } from '../data/service-time.ts'
import { freezeTitle } from '../freezes/freeze-text.ts'
import type { Freeze } from '../freezes/freezes-data.ts'
import { useSession } from '../session/session.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText, spanText } from '../words/moments.ts'
import { DisputeChip } from './DisputeChip.tsx'
import type { Dispute } from './disputes-data.ts'

export function DisputeRow({ dispute }: { dispute: Dispute }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const { id, openerId, otherId, amount, cause, openedAt } = dispute
  const isMine = openerId === useSession()?.memberId
  const name = usePersonName(isMine ? otherId : openerId)
  const at = momentText(t, openedAt, languageNow(), now)
  const what = t(`disputes.causes.${cause}`)
  return (
    <Link to="/disputes/$disputeId" params={{ disputeId: id }} className="cell case-row">
      <CellInside
        label={<span className="case-two-lines">{t('disputes.about', { name, amount })}</span>}
        note={`${isMine ? what : t('disputes.theySay', { what })} · ${at}`}
        end={<DisputeChip state={dispute.state} />}
      />
    </Link>
  )
}

export function FreezeRow({ freeze }: { freeze: Freeze }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const { id, releasedAt, until } = freeze
  const isOver = releasedAt !== null
  const note = isOver
    ? t('freezes.endedAt', { at: momentText(t, releasedAt, languageNow(), now) })
    : t('freezes.left', { span: spanText(t, Date.parse(until) - now) })
  return (
    <Link to="/freezes/$freezeId" params={{ freezeId: id }} className="cell case-row">
      <CellInside
        start={
          <span className="case-mark" data-over={isOver || undefined}>
            <Icon name={isOver ? 'check' : 'snow'} size={20} />
          </span>
        }
        label={freezeTitle(t, freeze, isOver)}
        note={note}
        leads
      />
    </Link>
  )
}
