/** The wallet: what is in it, what is on its way, and every line by which it came to that. */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { amountInCapitals } from '@laisee/core/words/capitals.ts'
import { Failed } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { CollectionsEntry } from '../collections/CollectionsEntry.tsx'
import { walletQuery, type Wallet } from '../data/queries.ts'
import { CasesEntry } from '../disputes/CasesEntry.tsx'
import { FrozenMoney } from '../freezes/FrozenMoney.tsx'
import { ReturnsEntry } from '../returns/ReturnsEntry.tsx'
import { failureText } from '../words/failure.ts'
import { MoneyOnTheWay } from './MoneyOnTheWay.tsx'
import { RollingAmount } from './RollingAmount.tsx'
import { Statement } from './Statement.tsx'
import './wallet.css'

export function WalletPage(): ReactElement {
  const { t } = useTranslation()
  const wallet = useQuery(walletQuery)
  return (
    <Page title={t('wallet.title')} className="wallet">
      {wallet.isError && !wallet.data ? (
        <Failed onRetry={() => void wallet.refetch()}>{failureText(wallet.error)}</Failed>
      ) : (
        <Balance wallet={wallet.data} />
      )}
      {wallet.data && <FrozenMoney wallet={wallet.data} />}
      <MoneyOnTheWay />
      <ReturnsEntry />
      <CollectionsEntry />
      <CasesEntry />
      <Statement />
    </Page>
  )
}

function Balance({ wallet }: { wallet: Wallet | undefined }): ReactElement {
  const { t } = useTranslation()
  const isFrozen = wallet?.state === 'frozen'
  return (
    <section className="balance" data-frozen={isFrozen || undefined} aria-labelledby="balance-title">
      <h2 id="balance-title">
        <Icon name={isFrozen ? 'snow' : 'wallet'} size={20} />
        {t('wallet.balance')}
      </h2>
      {wallet ? (
        <>
          <RollingAmount fen={wallet.balance} />
          <p className="unseen" aria-live="polite">
            {t('wallet.balanceIs', { amount: wallet.balance })}
          </p>
          <p className="balance-capitals" lang="zh">
            {amountInCapitals(BigInt(wallet.balance))}
          </p>
        </>
      ) : (
        <span className="balance-space skeleton" role="status" aria-label={t('common.loading')} />
      )}
    </section>
  )
}
