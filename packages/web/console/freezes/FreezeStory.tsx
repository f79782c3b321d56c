/** Everything that happened to a freeze, in order, with what was said. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../parts/Said.tsx'
import { useActorName } from '../parts/actor-name.ts'
import type { Freeze } from './freezes-data.ts'

interface Line {
  at: string
  says: string
  quote: string | null
}

function useLines(freeze: Freeze): Line[] {
  const { t } = useTranslation()
  const actorName = useActorName(freeze.names)
  const { since, frozenBy, note, appeals, releasedAt, releasedBy, releaseReason, releaseNote } = freeze
  const told = (word: 'frozen' | 'appealed' | 'upheld' | 'dismissed', by: string) =>
    t(`deskFreezes.told.${word}`, { who: actorName(by) })
  const lines: Line[] = [{ at: since, says: told('frozen', frozenBy), quote: note }]
  for (const { at, text, by, outcome, answer, answeredAt, answeredBy } of appeals) {
    lines.push({ at, says: told('appealed', by), quote: text })
    if (answeredAt !== null && outcome !== null)
      lines.push({ at: answeredAt, says: told(outcome, answeredBy ?? ''), quote: answer })
  }
  if (releasedAt !== null && releaseReason !== null) {
    const who = actorName(releasedBy ?? 'clock')
    const says =
      releaseReason === 'expired'
        ? t('deskFreezes.told.expired')
        : t('deskFreezes.told.released', { who, reason: t(`deskFreezes.releases.${releaseReason}`) })
    lines.push({ at: releasedAt, says, quote: releaseNote })
  }
  return lines
}

export function FreezeStory({ freeze }: { freeze: Freeze }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="drawer-part">
      <h2>{t('deskFreezes.story')}</h2>
      <ol className="send-story">
        {useLines(freeze).map(({ at, says, quote }, i) => (
          <li key={i}>
            <Moment at={at} />
            <span>
              {says}
              {quote !== null && quote !== '' && <q>{quote}</q>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
