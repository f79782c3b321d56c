/**
 * The sheet before money moves: the reason first, in a sentence, with the two things side by side where they look
 * alike; then who, how much and what happens next; then two buttons of one size, going back on the thumb's side. What
 * is confirmed is exactly what it shows.
 */

import { useQuery } from '@tanstack/react-query'
import { useRef, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shown } from '@laisee/core/guard/shown.ts'
import { undoDefaultS } from '@laisee/core/member.ts'
import { sayPossible } from '@laisee/core/words/guard/possible.ts'
import { sayReason } from '@laisee/core/words/guard/say-reason.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { meQuery } from '../data/queries.ts'
import type { Question } from '../send/question.ts'
import { languageNow } from '../words/i18n.ts'
import { spanText } from '../words/moments.ts'
import { PayeeCheck } from './PayeeCheck.tsx'
import { SideBySide } from './SideBySide.tsx'
import './guard.css'

interface GuardSheetProps {
  question: Question
  /** It would wait for somebody's word first. */
  waits: boolean
  onBack: () => void
  onConfirm: () => void
}

export function GuardSheet({ question, waits, onBack, onConfirm }: GuardSheetProps): ReactElement {
  const { t } = useTranslation()
  const { code, reasons, shown } = question
  const isRefused = code === 'guard_refused' || shown === undefined
  // The reason is read first; nobody confirms by a key that was already on its way.
  const reason = useRef<HTMLParagraphElement>(null)
  return (
    <Sheet open onClose={onBack} title={t(isRefused ? 'guard.titleRefuse' : 'guard.title')} focusOn={reason}>
      {code === 'confirmation_stale' && <p className="guard-changed">{t('guard.changed')}</p>}
      <Reasons reasons={reasons} isRefused={isRefused} first={reason} />
      {isRefused && <Possible reasons={question.decisive} />}
      {shown && (
        <div className="guard-facts">
          <p className="guard-what">{useFactsText(shown)}</p>
          <InParts shown={shown} />
          <PayeeCheck check={shown.payeeCheck} />
          <Notes shown={shown} />
          <Next waits={waits} hold={shown.hold} />
        </div>
      )}
      {isRefused ? (
        <Button wide onClick={onBack}>
          {t('guard.close')}
        </Button>
      ) : (
        <div className="guard-buttons">
          <Button onClick={onConfirm}>{t('guard.send', { amount: shown.amount })}</Button>
          <Button look="act" onClick={onBack}>
            {t('guard.back')}
          </Button>
        </div>
      )}
    </Sheet>
  )
}

interface ReasonsProps {
  reasons: Shown['reasons']
  isRefused: boolean
  first: RefObject<HTMLParagraphElement | null>
}

function Reasons({ reasons, isRefused, first: firstRef }: ReasonsProps): ReactElement {
  const { t } = useTranslation()
  const [first, ...others] = reasons
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const said = (reason: Shown['reasons'][number]) => sayReason(languageNow(), reason, { timeZone })
  return (
    <>
      {first && (
        <p ref={firstRef} className="guard-first" data-refused={isRefused} role="alert" tabIndex={-1}>
          <Icon name="warn" size={22} />
          <span>{said(first)}</span>
        </p>
      )}
      <SideBySide reasons={reasons} />
      {others.length > 0 && (
        <section aria-label={t('guard.moreReasons')}>
          <ul className="guard-more">
            {others.map((reason) => (
              <li key={reason.code}>{said(reason)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** How what is sent is divided, where it is. */
function InParts({ shown: { ladder, part } }: { shown: Shown }): ReactElement | null {
  const { t } = useTranslation()
  if (!ladder && !part) return null
  return <p className="guard-next">{ladder ? t('ladder.shown', ladder) : t('ladder.shownPart', part!)}</p>
}

/** To whom and how much, in words. */
function useFactsText({ toKind, to, group, amount, count: shares }: Shown): string {
  const { t } = useTranslation()
  if (toKind === 'link') return t('guard.facts.link', { shares, amount })
  if (toKind === 'group' && group)
    return t('guard.facts.group', { name: group.name, people: group.members, shares, amount })
  const names = to.map(({ name }) => name ?? t('guard.nobody'))
  if (toKind === 'members')
    return t('guard.facts.members', {
      names: names.slice(0, 3).join('、'),
      people: to.length,
      shares,
      amount,
    })
  const name = names[0] ?? t('guard.nobody')
  const ownName = to[0]?.ownName ?? null
  return ownName !== null && ownName !== name
    ? t('guard.facts.memberOwn', { name, ownName, amount })
    : t('guard.facts.member', { name, amount })
}

/** What is worth knowing beside the question. */
function Notes({ shown }: { shown: Shown }): ReactElement {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <>
      {shown.notes.map((note) => (
        <p key={note.code} className="guard-next">
          {sayReason(languageNow(), note, { timeZone })}
        </p>
      ))}
    </>
  )
}

/** What can be done instead of a send that is refused. */
function Possible({ reasons }: Pick<Question, 'reasons'>): ReactElement {
  return (
    <div className="guard-facts">
      {sayPossible(languageNow(), reasons).map((way) => (
        <p key={way}>{way}</p>
      ))}
    </div>
  )
}

function Next({ waits, hold }: { waits: boolean; hold: Shown['hold'] }): ReactElement {
  const { t } = useTranslation()
  const { data: me } = useQuery(meQuery)
  const seconds = me?.undoS ?? undoDefaultS
  if (hold) {
    const span = spanText(t, hold.ms)
    return <p className="guard-next">{t(waits ? 'guard.nextHeldWaiting' : 'guard.nextHeld', { span })}</p>
  }
  return <p className="guard-next">{t(waits ? 'onBehalf.undoWaiting' : 'guard.next', { seconds })}</p>
}
