/** On the wallet: all of it is frozen, or an amount beside the balance; what is still usable, and the way to why. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import type { Wallet } from '../data/queries.ts'
import { useNow } from '../data/service-time.ts'
import { spanText } from '../words/moments.ts'
import { lastingQuery } from './freezes-data.ts'
import './freezes.css'

export function FrozenMoney({ wallet }: { wallet: Wallet }): ReactElement | null {
  const { frozen, frozenAmount } = wallet
  if (frozen === null && frozenAmount === 0) return null
  return (
    <>
      {frozen && <WholeWallet frozen={frozen} />}
      {frozenAmount > 0 && <SomeOfIt wallet={wallet} />}
    </>
  )
}

function WholeWallet({ frozen }: { frozen: NonNullable<Wallet['frozen']> }): ReactElement {
  const { t } = useTranslation()
  return (
    <Link
      to="/freezes/$freezeId"
      params={{ freezeId: frozen.freezeId }}
      className="notice freeze-card"
      data-tone="ice"
    >
      <Icon name="snow" size={20} />
      <span className="case-notice">
        <strong>{t('freezes.lasting.wallet')}</strong>
        <span>{t('freezes.card.inOnly')}</span>
        <Ends until={frozen.until} />
        <span className="freeze-card-see">{t('freezes.card.see')}</span>
      </span>
      <Icon name="next" size={18} />
    </Link>
  )
}

function SomeOfIt({ wallet: { balance, frozenAmount, state } }: { wallet: Wallet }): ReactElement {
  const { t } = useTranslation()
  const { data: lasting = [] } = useQuery(lastingQuery)
  const amounts = lasting.filter(({ kind, ownerId }) => kind === 'amount' && ownerId.startsWith('mem_'))
  const [only] = amounts
  const isOne = only !== undefined && amounts.length === 1
  const inside = (
    <>
      <Icon name="snow" size={20} />
      <span className="case-notice">
        <strong>{t('freezes.lasting.amount', { amount: frozenAmount })}</strong>
        {state === 'open' && balance > 0 && <span>{t('freezes.card.usable', { amount: balance })}</span>}
        {isOne ? (
          <Ends until={only.until} />
        ) : (
          <span>{t('freezes.card.several', { count: amounts.length })}</span>
        )}
        <span className="freeze-card-see">{t('freezes.card.see')}</span>
      </span>
      <Icon name="next" size={18} />
    </>
  )
  const look = { className: 'notice freeze-card', 'data-tone': 'ice' }
  return isOne ? (
    <Link to="/freezes/$freezeId" params={{ freezeId: only.id }} {...look}>
      {inside}
    </Link>
  ) : (
    <Link to="/cases" {...look}>
      {inside}
    </Link>
  )
}

function Ends({ until }: { until: string }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const left = Date.parse(until) - now
  return (
    <span className="numbers">
      {left > 0 ? t('freezes.card.ends', { span: spanText(t, left) }) : t('freezes.due')}
    </span>
  )
}
