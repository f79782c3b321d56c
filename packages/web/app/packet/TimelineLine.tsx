/** One line of what happened: a share with its face and amount, or a fact with its sign. */

import { memo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Packet } from '../data/queries.ts'
import { serviceNow } from '../data/service-time.ts'
import { PersonFace } from '../people/PersonFace.tsx'
import { languageNow } from '../words/i18n.ts'
import { fullText, momentText } from '../words/moments.ts'
import type { Line, LineKind, SeenShare } from './timeline.ts'

const icons: Record<LineKind, IconName> = {
  sent: 'packet',
  holdEnded: 'shield',
  willEndHold: 'shield',
  delivered: 'check',
  deliveredPaused: 'pause',
  opens: 'clock',
  paused: 'pause',
  released: 'play',
  asked: 'hand',
  recallRejected: 'recall',
  claimed_out: 'checkAll',
  recalled: 'recall',
  declined: 'hand',
  expired: 'clock',
  rejected: 'hand',
  undone: 'undo',
  willTimeOut: 'clock',
  willDeliver: 'clock',
  willExpire: 'clock',
}

interface LineProps {
  line: Line
  packet: Packet
  isNew: boolean
}

export const TimelineLine = memo(
  function TimelineLine({ line, packet, isNew }: LineProps): ReactElement {
    return line.kind === 'claimed' ? (
      <ClaimLine share={line.share} isLuckiest={line.isLuckiest} isNew={isNew} />
    ) : (
      <FactLine line={line} packet={packet} isNew={isNew} />
    )
  },
  // Lines are made anew at each reading; one that says the same is not drawn again.
  (one, other) =>
    one.isNew === other.isNew &&
    one.line.key === other.line.key &&
    JSON.stringify(one.line) === JSON.stringify(other.line) &&
    one.packet.closedBy === other.packet.closedBy,
)

function When({ atMs }: { atMs: number }): ReactElement {
  const { t } = useTranslation()
  const now = serviceNow()
  return (
    <time dateTime={new Date(atMs).toISOString()} title={fullText(atMs, languageNow(), now)}>
      {momentText(t, atMs, languageNow(), now)}
    </time>
  )
}

interface ClaimLineProps {
  share: SeenShare
  isLuckiest: boolean
  isNew: boolean
}

function ClaimLine({ share, isLuckiest, isNew }: ClaimLineProps): ReactElement {
  const { t } = useTranslation()
  const name = usePersonName(share.memberId, share.member.name)
  return (
    <li className="line" data-kind="claimed" data-new={isNew || undefined}>
      <PersonFace id={share.memberId} name={share.member.name} photoUrl={share.member.photoUrl} size={36} />
      <span className="line-main">
        <span className="line-name">{name}</span>
        <span className="line-when">
          <When atMs={Date.parse(share.at)} />
        </span>
      </span>
      <span className="line-end">
        {share.amount === null ? (
          <span className="line-hidden">{t('packet.line.hidden')}</span>
        ) : (
          <Amount fen={share.amount} />
        )}
        {isLuckiest && (
          <span className="line-luckiest">
            <Icon name="star" size={14} /> {t('packet.line.luckiest')}
          </span>
        )}
      </span>
    </li>
  )
}

function FactLine({
  line,
  packet,
  isNew,
}: LineProps & { line: Exclude<Line, { kind: 'claimed' }> }): ReactElement {
  const { t } = useTranslation()
  const payer = usePersonName(packet.payerId, packet.payer.name)
  const isDeclined = line.kind === 'declined' && packet.closedBy !== null
  const closer = usePersonName(
    isDeclined ? packet.closedBy! : packet.payerId,
    isDeclined ? undefined : packet.payer.name,
  )
  const name = isDeclined ? closer : payer
  return (
    <li
      className="line"
      data-kind={line.kind}
      data-ahead={line.isAhead || undefined}
      data-new={isNew || undefined}
    >
      <span className="line-icon">
        <Icon name={icons[line.kind]} size={18} />
      </span>
      <span className="line-main">
        <span className="line-name">{t(`packet.line.${line.kind}`, { name })}</span>
        <span className="line-when">
          <When atMs={line.atMs} />
        </span>
      </span>
      {line.back !== undefined && line.back > 0 && (
        <span className="line-end line-back">{t('packet.line.back', { amount: line.back })}</span>
      )}
    </li>
  )
}
