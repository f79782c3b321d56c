/** One dispute: the money by the ledger, what each side says, what was done; and beside it what is to be done. */

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { setQuery } from '../address.ts'
import { CopyId, Money, TimeLeft } from '../parts/Said.tsx'
import { Read } from '../parts/States.tsx'
import { CaseActs } from './CaseActs.tsx'
import { CaseMoney } from './CaseMoney.tsx'
import { CaseNotes } from './CaseNotes.tsx'
import { CasePacks } from './CasePacks.tsx'
import { CaseSides } from './CaseSides.tsx'
import { CaseStory } from './CaseStory.tsx'
import { Decisions } from './Decisions.tsx'
import { DisputeChip, Urgency } from './DisputeChip.tsx'
import { disputeQuery, moneyQuery, nameBy, type Dispute, type DisputeMoney } from './disputes-data.ts'

export interface CaseProps {
  dispute: Dispute
  money: DisputeMoney
}

export function CasePage({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const dispute = useQuery(disputeQuery(id))
  const money = useQuery(moneyQuery(id))
  return (
    <>
      <div>
        <Button type="text" onClick={() => setQuery({ id: undefined })}>
          ← {t('deskCases.back')}
        </Button>
      </div>
      <Read query={dispute}>
        {(one) => <Read query={money}>{(facts) => <Case dispute={one} money={facts} />}</Read>}
      </Read>
    </>
  )
}

function Case({ dispute, money }: CaseProps): ReactElement {
  return (
    <>
      <Head dispute={dispute} money={money} />
      <div className="case">
        <div className="case-main">
          <Decisions dispute={dispute} money={money} />
          <CaseMoney dispute={dispute} money={money} />
          <CaseSides dispute={dispute} money={money} />
          <CaseStory dispute={dispute} money={money} />
        </div>
        <div className="case-side">
          <CaseActs dispute={dispute} money={money} />
          <CaseNotes dispute={dispute} money={money} />
          <CasePacks dispute={dispute} />
        </div>
      </div>
    </>
  )
}

function Head({ dispute, money: { names } }: CaseProps): ReactElement {
  const { t } = useTranslation()
  const { id, openerId, otherId, state, cause, amount, dueAt } = dispute
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <header className="page-head case-head">
      <h1 ref={heading} tabIndex={-1}>
        {t('deskCases.heading', { opener: nameBy(names, openerId), other: nameBy(names, otherId) })}
      </h1>
      <p className="tags">
        <DisputeChip state={state} />
        <Urgency dispute={dispute} />
        <span>
          {t(`deskCases.causes.${cause}`)} · <Money fen={amount} />
        </span>
        {dueAt !== null && state !== 'closed' && state !== 'withdrawn' && (
          <span className="second">
            {t(`deskCases.due.${state}`)}: <TimeLeft until={dueAt} />
          </span>
        )}
        <CopyId id={id} />
      </p>
    </header>
  )
}
