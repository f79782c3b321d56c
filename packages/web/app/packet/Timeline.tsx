/** What has happened, the latest on top, sliding in as it happens; fifty lines at a time. */

import { memo, useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Empty.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Packet } from '../data/queries.ts'
import { serviceNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { fullText, momentText } from '../words/moments.ts'
import { timelineOf, type HistoryEvent, type Line, type LineKind, type SeenShare } from './timeline.ts'

const pageSize = 50

interface TimelineProps {
  packet: Packet
  claims: readonly SeenShare[]
  history: readonly HistoryEvent[]
  isReady: boolean
}

export function Timeline({ packet, claims, history, isReady }: TimelineProps): ReactElement {
  const { t } = useTranslation()
  const [shown, setShown] = useState(pageSize)
  const lines = timelineOf(packet, claims, history, serviceNow())
  const isNew = useNewLines(lines, isReady)
  return (
    <section className="card timeline" aria-labelledby="timeline-title">
      <h3 id="timeline-title">{t('packet.line.title')}</h3>
      {isReady ? (
        <ol>
          {lines.slice(0, shown).map((line) => (
            <TimelineLine key={line.key} line={line} packet={packet} isNew={isNew(line.key)} />
          ))}
        </ol>
      ) : (
        <Skeleton height={48} count={3} />
      )}
      {lines.length > shown && (
        <Button look="link" wide onClick={() => setShown(shown + pageSize)}>
          {t('packet.line.more', { count: Math.min(pageSize, lines.length - shown) })}
        </Button>
      )}
      <LatestClaim claims={claims} isReady={isReady} />
    </section>
  )
}

/** Which lines came after the list was first shown: only those move. */
function useNewLines(lines: readonly Line[], isReady: boolean): (key: string) => boolean {
  const first = useRef<Set<string> | undefined>(undefined)
  if (isReady) first.current ??= new Set(lines.map(({ key }) => key))
  return (key) => first.current !== undefined && !first.current.has(key)
}

/** Reads out who has just claimed, the last of a storm only. */
function LatestClaim({ claims, isReady }: { claims: readonly SeenShare[]; isReady: boolean }): ReactElement {
  const latest = claims.at(-1)
  const seen = useRef<number | undefined>(undefined)
  const [said, setSaid] = useState<SeenShare>()
  useEffect(() => {
    if (!isReady) return
    const no = latest?.shareNo ?? 0
    if (seen.current !== undefined && no > seen.current) setSaid(latest)
    seen.current = no
  }, [isReady, latest])
  return (
    <p className="unseen" role="status">
      {said && <Just claim={said} />}
    </p>
  )
}

function Just({ claim }: { claim: SeenShare }): ReactElement {
  const { t } = useTranslation()
  return <>{t('packet.line.newClaim', { name: usePersonName(claim.memberId, claim.member.name) })}</>
}

const icons: Record<LineKind, IconName> = {
  sent: 'packet',
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
  undone: 'undo',
  willDeliver: 'clock',
  willExpire: 'clock',
}

interface LineProps {
  line: Line
  packet: Packet
  isNew: boolean
}

const TimelineLine = memo(
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
      <Avatar id={share.memberId} name={share.member.name} photoUrl={share.member.photoUrl} size={36} />
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
  const closer = usePersonName(
    packet.closedBy ?? packet.payerId,
    packet.closedBy === packet.payerId ? packet.payer.name : undefined,
  )
  const name = line.kind === 'declined' ? closer : payer
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
