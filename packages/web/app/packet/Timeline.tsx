/** What has happened, the latest on top, sliding in as it happens; fifty lines at a time. */

import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Empty.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Packet } from '../data/queries.ts'
import { serviceNow } from '../data/service-time.ts'
import { timelineOf, type HistoryEvent, type Line, type SeenShare } from './timeline.ts'
import { TimelineLine } from './TimelineLine.tsx'

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
