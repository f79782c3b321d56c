/** What was agreed, part by part, and every version that was proposed. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Cell, Cells } from '../../ui/Cells.tsx'
import { useNow } from '../data/service-time.ts'
import { useDayText } from '../returns/use-day-text.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { PartChip } from './InstalmentsChip.tsx'
import type { Part, Version } from './instalments-data.ts'
import type { PageParts } from './InstalmentsPage.tsx'

export function PartsList({ version, withStates }: { version: Version; withStates: boolean }): ReactElement {
  return (
    <ol>
      {version.parts.map((part) => (
        <li key={part.no}>
          <PartCell part={part} withState={withStates} />
        </li>
      ))}
    </ol>
  )
}

function PartCell({ part, withState }: { part: Part; withState: boolean }): ReactElement {
  const { t } = useTranslation()
  const dayText = useDayText()
  const now = useNow(60_000)
  const { no, amount, askedOn, dueOn, state, paidAt } = part
  const moved =
    askedOn === dueOn ? undefined : t('instalmentsPage.page.movedFrom', { day: dayText(askedOn, 'list') })
  const paid =
    paidAt === null
      ? undefined
      : t('instalmentsPage.page.paidAt', { at: momentText(t, paidAt, languageNow(), now) })
  const note = paid ?? moved
  return (
    <Cell
      label={dayText(dueOn, 'list')}
      note={
        <span className="part-note">
          <span>{t('instalmentsPage.page.no', { no })}</span>
          {withState && <PartChip state={state} />}
          {note !== undefined && <span>{note}</span>}
        </span>
      }
      end={<Amount fen={amount} />}
    />
  )
}

/** Interest where it was written in, and plainly that there is none where it was not. */
export function InterestLine({ version }: { version: Version }): ReactElement {
  const { t } = useTranslation()
  const { interest } = version
  return (
    <p className="cells-foot">
      {interest > 0
        ? t('instalmentsPage.page.interest', { amount: interest })
        : t('instalmentsPage.page.noInterest')}
    </p>
  )
}

export function Agreed({ instalments, isDebtor }: PageParts): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const { agreed, agreedAt } = instalments
  if (agreed === null) return null
  const at =
    agreedAt && t('instalmentsPage.page.agreedAt', { at: momentText(t, agreedAt, languageNow(), now) })
  return (
    <section>
      <h2 className="cells-title">
        {t('instalmentsPage.page.agreed')}
        {at !== null && ` · ${at}`}
      </h2>
      <div className="cells">
        <PartsList version={agreed} withStates />
      </div>
      <InterestLine version={agreed} />
      {isDebtor && <p className="cells-foot">{t('instalmentsPage.page.safe')}</p>}
    </section>
  )
}

/** Every version but the one that stands above, where there was more than one. */
export function History({ instalments }: PageParts): ReactElement | null {
  const { t } = useTranslation()
  const dayText = useDayText()
  const { history, agreed, proposed } = instalments
  const older = history.filter(({ version }) => version !== agreed?.version && version !== proposed?.version)
  if (older.length === 0) return null
  return (
    <Cells title={t('instalmentsPage.page.versions')}>
      {older.map(({ version, by, principal, interest, parts }) => (
        <Cell
          key={version}
          label={t('instalmentsPage.page.version', { version })}
          note={
            <>
              {by === instalments.debtor.id ? instalments.debtor.name : instalments.creditor.name}
              {parts[0] && ` · ${dayText(parts[0].dueOn, 'list')}`}
            </>
          }
          end={t('instalmentsPage.page.total', { amount: principal + interest, count: parts.length })}
        />
      ))}
    </Cells>
  )
}
