/** What happened, and with whose share: never what is wanted. */

import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { disputeCauses } from '@laisee/core/dispute.ts'
import { Amount } from '../../ui/Amount.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { DisputeDraft } from './dispute-draft.ts'
import type { Side } from './use-sides.ts'

export interface StepProps {
  draft: DisputeDraft
  change: (change: (before: DisputeDraft) => Partial<DisputeDraft>) => void
  sides: readonly Side[]
}

export function CauseStep({ draft, change, sides }: StepProps): ReactElement {
  const { t } = useTranslation()
  const isCrime = draft.cause === 'fraud' || draft.cause === 'account_theft'
  return (
    <>
      {sides.length === 1 ? (
        <section className="cells">
          <div className="cell">
            <SideInside side={sides[0]!} />
          </div>
        </section>
      ) : (
        <section aria-labelledby="whose-title">
          <h2 className="cells-title" id="whose-title">
            {t('disputeForm.whose')}
          </h2>
          <RadioGroup
            className="cells"
            aria-labelledby="whose-title"
            value={draft.againstId}
            onValueChange={(id) => change(() => ({ againstId: id as string }))}
          >
            {sides.map((side) => (
              <Choice key={side.id} value={side.id}>
                <SideInside side={side} />
              </Choice>
            ))}
          </RadioGroup>
        </section>
      )}
      <RadioGroup
        className="cells"
        aria-label={t('disputeForm.steps.cause')}
        value={draft.cause}
        onValueChange={(cause) => change(() => ({ cause: cause as DisputeDraft['cause'] }))}
      >
        {disputeCauses.map((cause) => (
          <Choice key={cause} value={cause}>
            <span className="cell-main">
              <span className="cell-label">{t(`disputeForm.causes.${cause}`)}</span>
              <span className="cell-note">{t(`disputeForm.causes.${cause}Note`)}</span>
            </span>
          </Choice>
        ))}
      </RadioGroup>
      {isCrime && (
        <p className="notice" data-tone="hold" role="status">
          <Icon name="warn" size={20} />
          <span>
            {t('disputeForm.urgent')} <Link to="/help">{t('disputeForm.urgentHelp')}</Link>
          </span>
        </p>
      )}
    </>
  )
}

function Choice({ value, children }: { value: string; children: ReactElement }): ReactElement {
  return (
    <Radio.Root value={value} className="cell case-choice" nativeButton render={<button type="button" />}>
      {children}
      <span className="case-tick" aria-hidden="true">
        <Icon name="check" size={20} />
      </span>
    </Radio.Root>
  )
}

/** A name and what they have of it. */
export function SideInside({ side: { id, name: known, amount } }: { side: Side }): ReactElement {
  const name = usePersonName(id, known)
  return (
    <>
      <Avatar id={id} name={name} size={40} />
      <span className="cell-main case-two-lines" dir="auto">
        {name}
      </span>
      {amount !== null && (
        <span className="case-amount">
          <Amount fen={amount} />
        </span>
      )}
    </>
  )
}
