/** Whose money pays: one quiet row, where there is more than one's own wallet to choose from. */

import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellButton, Cells } from '../../ui/Cells.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import type { Purse } from '../data/purse.ts'
import { walletQuery } from '../data/queries.ts'
import type { PurseDraft } from '../send/purse-fields.ts'
import { organisationQuery } from './on-behalf-data.ts'
import { isPaidFrom, useGivesUp, usePurse, usePurseOptions, type PurseOption } from './use-purse.ts'
import './on-behalf.css'

interface PurseCellProps {
  draft: PurseDraft
  onChoose: (purse: PurseDraft) => void
}

export function PurseCell({ draft, onChoose }: PurseCellProps): ReactElement | null {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { options } = usePurseOptions()
  const purse = usePurse(draft)
  const nameOf = useNameOf()
  useGivesUp(draft, onChoose)
  if (options.length === 1 && purse.kind === 'own') return null
  return (
    <div className="cells">
      <CellButton
        label={t('onBehalf.whose')}
        end={
          <span className="purse-name" dir="auto">
            {nameOf(purse)}
          </span>
        }
        leads
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      <Sheet open={isOpen} onClose={() => setOpen(false)} title={t('onBehalf.whoseTitle')}>
        <Cells foot={t('onBehalf.whoseNote')}>
          {options.map((option) => (
            <Choice
              key={`${option.paidFrom} ${option.onBehalfOf}`}
              option={option}
              isChosen={isPaidFrom(draft, option)}
              onChoose={() => {
                setOpen(false)
                onChoose({ paidFrom: option.paidFrom, onBehalfOf: option.onBehalfOf })
              }}
            />
          ))}
        </Cells>
      </Sheet>
    </div>
  )
}

function useNameOf(): (purse: PurseOption) => string {
  const { t } = useTranslation()
  return ({ kind, name }) =>
    kind === 'own' ? t('onBehalf.own') : kind === 'family' ? t('onBehalf.familys', { name }) : name
}

const icons = { own: 'wallet', family: 'hand', organisation: 'people' } as const satisfies Record<
  Purse,
  IconName
>

interface ChoiceProps {
  option: PurseOption
  isChosen: boolean
  onChoose: () => void
}

function Choice({ option, isChosen, onChoose }: ChoiceProps): ReactElement {
  const nameOf = useNameOf()
  return (
    <CellButton
      start={<Icon name={icons[option.kind]} />}
      label={<span dir="auto">{nameOf(option)}</span>}
      note={<Holds option={option} />}
      end={isChosen && <Icon name="check" size={20} />}
      aria-pressed={isChosen}
      onClick={onChoose}
    />
  )
}

/** What is in it; nothing until that is known. */
function Holds({ option }: { option: PurseOption }): ReactElement {
  const { t } = useTranslation()
  const { kind, left, onBehalfOf } = option
  const { data: own } = useQuery({ ...walletQuery, enabled: kind === 'own' })
  const { data: organisation } = useQuery({
    ...organisationQuery(onBehalfOf),
    enabled: kind === 'organisation',
  })
  if (kind === 'family') return <>{t('onBehalf.familyLeft', { amount: left ?? 0 })}</>
  const wallet = kind === 'own' ? own : organisation?.wallet
  return <>{wallet ? t('onBehalf.holds', { amount: wallet.balance }) : ' '}</>
}

/** Under the amount: what the chosen purse has, or what an allowance leaves. */
export function PurseHas({ draft }: { draft: PurseDraft }): ReactElement | null {
  const { t } = useTranslation()
  const { kind, wallet, left } = usePurse(draft)
  if (kind === 'family')
    return left === undefined ? null : (
      <p className="amount-balance">{t('onBehalf.familyLeft', { amount: left })}</p>
    )
  if (!wallet) return null
  const text =
    kind === 'own'
      ? t('send.balance', { balance: wallet.balance })
      : t('onBehalf.organisationHas', { amount: wallet.balance })
  return <p className="amount-balance">{text}</p>
}
