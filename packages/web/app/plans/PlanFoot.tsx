/** What pressing does where a sum goes in parts: a plan is made, and nothing moves. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { MakePlan } from './use-make-plan.ts'

interface PlanFootProps {
  plan: MakePlan
  /** How many parts; undefined while that is not filled in. */
  count: number | undefined
  whyNot: string | undefined
}

export function PlanFoot({ plan, count, whyNot }: PlanFootProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="send-foot">
      {plan.error !== undefined && (
        <p className="notice" data-tone="warn" role="alert">
          <Icon name="warn" />
          <span>{plan.error}</span>
        </p>
      )}
      <Button type="submit" wide look="act" busy={plan.isBusy} whyNot={plan.isBusy ? undefined : whyNot}>
        {count === undefined ? t('ladder.way.split') : t('ladder.toPlan', { count })}
      </Button>
    </div>
  )
}
