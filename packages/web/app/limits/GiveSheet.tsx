/** Giving somebody an allowance, or changing one: whom, how much a month, and above what one is asked. */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { amountForField } from '@laisee/core/amount-input.ts'
import { familyMonthDefault } from '@laisee/core/family.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { usePersonName } from '../data/people-names.ts'
import { service } from '../data/service.ts'
import { ChooseOne, type Chosen } from './ChooseOne.tsx'
import type { Family } from './limits-data.ts'
import { useChange } from './use-change.ts'
import { readYuan, YuanField } from './YuanField.tsx'

interface GiveSheetProps {
  /** The allowance to change; a new one where there is none. */
  family?: Family
  onClose: () => void
  onEnd?: () => void
}

export function GiveSheet({ family, onClose, onEnd }: GiveSheetProps): ReactElement {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Chosen | undefined>(family?.holder)
  const name = usePersonName(chosen?.id ?? '', chosen?.name ?? '')
  const field = (fen: number | bigint | null) => (fen === null ? '' : amountForField(BigInt(fen)))
  const [month, setMonth] = useState(field(family?.monthMax ?? familyMonthDefault))
  const [approve, setApprove] = useState(field(family?.approveAbove ?? null))
  const change = useChange(onClose)
  const [monthMax, approveAbove] = [readYuan(month), readYuan(approve)]
  const sums =
    typeof monthMax === 'number' && monthMax > 0 && approveAbove !== 'wrong'
      ? { monthMax, approveAbove }
      : undefined
  const save = () => {
    if (!sums || !chosen) return
    if (family)
      change.run(() => service().changeFamily({ path: { id: family.id }, body: sums }), t('limits.saved'))
    else
      change.run(() => service().inviteToFamily({ body: { memberId: chosen.id, ...sums } }), t('limits.sent'))
  }
  if (!chosen)
    return (
      <Sheet open onClose={onClose} title={t('limits.giveTitle')} says={t('limits.giveSays')}>
        <ChooseOne onChoose={setChosen} />
      </Sheet>
    )
  return (
    <Sheet open onClose={onClose} title={t('limits.changeGiven', { name })} says={t('limits.giveSays')}>
      <form
        className="limit-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <YuanField label={t('limits.monthly')} value={month} onChange={setMonth} />
        <YuanField
          label={t('limits.approve')}
          value={approve}
          onChange={setApprove}
          placeholder={t('limits.approveEmpty')}
          note={t('limits.approveNote')}
        />
        {change.failure !== undefined && (
          <p className="field-error" role="alert">
            {change.failure}
          </p>
        )}
        <Button
          type="submit"
          look="act"
          wide
          busy={change.isBusy}
          whyNot={sums ? undefined : t('limits.amountWrong')}
        >
          {family || !sums ? t('limits.saveGiven') : t('limits.giveTo', { name, amount: sums.monthMax })}
        </Button>
        {onEnd && (
          <Button wide look="warn" onClick={onEnd}>
            {t('limits.endGiven')}
          </Button>
        )}
      </form>
    </Sheet>
  )
}
