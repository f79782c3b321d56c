/** Allowances: those one gives, those one holds, and what waits for an answer. */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Cell, CellButton, Cells } from '../../ui/Cells.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { usePersonName } from '../data/people-names.ts'
import { useNow } from '../data/service-time.ts'
import { service } from '../data/service.ts'
import { PersonFace } from '../people/PersonFace.tsx'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { GiveSheet } from './GiveSheet.tsx'
import type { Family } from './limits-data.ts'
import { Bar } from './Bar.tsx'
import { useChange } from './use-change.ts'

export function Given({ families }: { families: readonly Family[] }): ReactElement {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Family | 'new'>()
  const [ending, setEnding] = useState<Family>()
  return (
    <Cells title={t('limits.given')} foot={families.length === 0 ? t('limits.givenNone') : undefined}>
      {families.map((family) => (
        <CellButton
          key={family.id}
          start={<Face card={family.holder} />}
          label={<Name card={family.holder} />}
          note={<Spent family={family} />}
          aria-haspopup="dialog"
          onClick={() => setOpen(family)}
          leads
        />
      ))}
      <CellButton
        label={<span className="limit-do">{t('limits.give')}</span>}
        aria-haspopup="dialog"
        onClick={() => setOpen('new')}
      />
      {open === 'new' && <GiveSheet onClose={() => setOpen(undefined)} />}
      {open !== undefined && open !== 'new' && (
        <GiveSheet
          family={open}
          onClose={() => setOpen(undefined)}
          onEnd={() => {
            setEnding(open)
            setOpen(undefined)
          }}
        />
      )}
      {ending && <EndSheet family={ending} other={ending.holder} onClose={() => setEnding(undefined)} />}
    </Cells>
  )
}

function Spent({ family }: { family: Family }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const { state, counted, monthMax, approveAbove, expiresAt } = family
  if (state === 'invited')
    return <>{t('limits.waits', { at: momentText(t, expiresAt, languageNow(), now) })}</>
  return (
    <span className="limit-facts">
      <Bar used={counted} max={monthMax} />
      <span>{t('limits.spent', { amount: counted, max: monthMax })}</span>
      {approveAbove !== null && <span>{t('familyWaiting.asksYou', { amount: approveAbove })}</span>}
    </span>
  )
}

export function Held({ families }: { families: readonly Family[] }): ReactElement {
  const { t } = useTranslation()
  const [ending, setEnding] = useState<Family>()
  return (
    <Cells title={t('limits.held')} foot={families.length === 0 ? t('limits.heldNone') : undefined}>
      {families.map((family) =>
        family.state === 'invited' ? (
          <Offer key={family.id} family={family} />
        ) : (
          <CellButton
            key={family.id}
            start={<Face card={family.giver} />}
            label={<Name card={family.giver} />}
            note={
              <span className="limit-facts">
                <Bar used={family.counted} max={family.monthMax} />
                <span>{t('limits.left', { amount: family.left, max: family.monthMax })}</span>
                <AsksGiver family={family} />
              </span>
            }
            end={t('limits.end')}
            aria-haspopup="dialog"
            onClick={() => setEnding(family)}
          />
        ),
      )}
      {ending && <EndSheet family={ending} other={ending.giver} onClose={() => setEnding(undefined)} />}
    </Cells>
  )
}

/** Above which sum the giver is asked: the holder knows before they send. */
function AsksGiver({ family: { approveAbove, giver } }: { family: Family }): ReactElement | null {
  const { t } = useTranslation()
  const name = usePersonName(giver.id, giver.name)
  if (approveAbove === null) return null
  return <span>{t('familyWaiting.asksGiver', { amount: approveAbove, name })}</span>
}

/** What somebody offers, with both answers beside each other. */
function Offer({ family }: { family: Family }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const change = useChange()
  const { id, giver, monthMax, expiresAt } = family
  return (
    <div className="limit-offer" role="group" aria-label={giver.name}>
      <Cell
        start={<Face card={giver} />}
        label={<Name card={giver} />}
        note={t('limits.offered', { max: monthMax, at: momentText(t, expiresAt, languageNow(), now) })}
      />
      <Answers
        change={change}
        onAccept={() => change.run(() => service().acceptFamily({ path: { id } }), t('limits.accepted'))}
        onDecline={() => change.run(() => service().endFamily({ path: { id } }), t('limits.ended'))}
      />
    </div>
  )
}

interface AnswersProps {
  change: ReturnType<typeof useChange>
  onAccept: () => void
  onDecline: () => void
}

export function Answers({ change, onAccept, onDecline }: AnswersProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <div className="limit-answers">
        <Button wide busy={change.isBusy} onClick={onDecline}>
          {t('limits.decline')}
        </Button>
        <Button wide look="act" busy={change.isBusy} onClick={onAccept}>
          {t('limits.accept')}
        </Button>
      </div>
      {change.failure !== undefined && (
        <p className="field-error" role="alert">
          {change.failure}
        </p>
      )}
    </>
  )
}

interface EndSheetProps {
  family: Family
  other: Family['giver']
  onClose: () => void
}

function EndSheet({ family, other, onClose }: EndSheetProps): ReactElement {
  const { t } = useTranslation()
  const name = usePersonName(other.id, other.name)
  const change = useChange(onClose)
  const end = () => service().endFamily({ path: { id: family.id } })
  return (
    <Sheet open onClose={onClose} title={t('limits.endTitle', { name })} says={t('limits.endSays')}>
      {change.failure !== undefined && (
        <p className="field-error" role="alert">
          {change.failure}
        </p>
      )}
      <div className="limit-answers">
        <Button wide onClick={onClose}>
          {t('limits.keep')}
        </Button>
        <Button wide look="warn" busy={change.isBusy} onClick={() => change.run(end, t('limits.ended'))}>
          {t('limits.endGiven')}
        </Button>
      </div>
    </Sheet>
  )
}

/** What one calls them. */
function Name({ card }: { card: Family['giver'] }): ReactElement {
  return <span className="whole-name">{usePersonName(card.id, card.name)}</span>
}

export function Face({ card }: { card: Family['giver'] }): ReactElement {
  return <PersonFace {...card} size={40} />
}
