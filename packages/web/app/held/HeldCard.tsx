/** A send that waits: until when, why, and the two things its sender can do, with what is in the way said before. */

import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText, spanText } from '../words/moments.ts'
import { endOf, reasonsOf, type HeldSend } from './held-send.ts'
import { heldReasonsQuery } from './held-reasons.ts'
import { useHeldVerbs } from './use-held.ts'
import './held.css'

interface HeldCardProps {
  send: HeldSend
  /** Its moment has come: it is another thing now. */
  onDue: () => void
}

export function HeldCard({ send, onDue }: HeldCardProps): ReactElement {
  const { t } = useTranslation()
  const { data: guardSays } = useQuery(heldReasonsQuery(send, languageNow()))
  const reasons = reasonsOf(send, guardSays)
  return (
    <section className="held" aria-labelledby="held-title">
      <h2 id="held-title">
        <Icon name="shield" />
        {t('held.title')}
      </h2>
      <Until send={send} onDue={onDue} />
      <p>{t('held.says')}</p>
      <div>
        <p className="held-why">{t('held.why')}</p>
        <ul>
          {reasons.map((reason) => (
            <li key={'text' in reason ? reason.text : reason.key}>
              {'text' in reason ? reason.text : t(`held.reasons.${reason.key}`)}
            </li>
          ))}
        </ul>
      </div>
      <Verbs send={send} onDue={onDue} />
      <p className="held-after">{t('held.after')}</p>
    </section>
  )
}

/** Its own component, so that a tick redraws one line. */
function Until({ send, onDue }: HeldCardProps): ReactElement {
  const { t } = useTranslation()
  const now = useNow(1_000)
  const leftMs = Date.parse(send.heldUntil) - now
  useCome(leftMs <= 0, send.heldUntil, onDue)
  const at = momentText(t, send.heldUntil, languageNow(), now)
  return (
    <p className="held-until numbers">{t('held.until', { at, span: spanText(t, Math.max(0, leftMs)) })}</p>
  )
}

/** Tells once that a moment has come. */
function useCome(isDue: boolean, at: string | null, onDue: () => void): void {
  useEffect(() => {
    if (isDue) onDue()
    // Once for each moment that comes.
  }, [isDue, at])
}

function Verbs({ send, onDue }: HeldCardProps): ReactElement {
  const { t } = useTranslation()
  const now = useNow(1_000)
  const { busy, undo, end } = useHeldVerbs(send)
  const how = endOf(send, now)
  useCome(how === 'now' && !send.may.includes('end_hold'), send.heldReleaseFrom, onDue)
  const at = send.heldReleaseFrom === null ? '' : momentText(t, send.heldReleaseFrom, languageNow(), now)
  const span = send.heldReleaseFrom === null ? '' : spanText(t, Date.parse(send.heldReleaseFrom) - now)
  const whyNot =
    how === 'now' ? undefined : how === 'later' ? t('held.endFrom', { at, span }) : t('held.endNever')
  return (
    <>
      {whyNot !== undefined && (
        <p className="held-not-yet numbers" id="held-not-yet">
          {whyNot}
        </p>
      )}
      <div className="buttons beside">
        <Button look="packet" busy={busy === 'undo'} disabled={busy === 'end'} onClick={undo}>
          {t('held.undo')}
        </Button>
        <Button
          busy={busy === 'end'}
          disabled={how !== 'now' || busy === 'undo'}
          aria-describedby={whyNot === undefined ? undefined : 'held-not-yet'}
          onClick={end}
        >
          {t('held.end')}
        </Button>
      </div>
    </>
  )
}
