/** Where the money of a dispute is, as the ledger has it: before anybody's word. */

import { Descriptions, type DescriptionsProps } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/StateChip.tsx'
import { linkTo } from '../address.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { FreezeChip } from '../freezes/FreezeChip.tsx'
import { CopyId, Moment, Money, TimeLeft } from '../parts/Said.tsx'
import type { CaseProps } from './CasePage.tsx'
import { nameBy, type DisputeMoney } from './disputes-data.ts'

const sums = ['received', 'givenBack', 'held'] as const

export function CaseMoney({ dispute, money }: CaseProps): ReactElement {
  const { t } = useTranslation()
  const holder = nameBy(money.names, money.holderId)
  return (
    <section className="card">
      <h2>{t('deskCases.money.title')}</h2>
      <dl className="send-sums">
        {sums.map((sum) => (
          <div key={sum}>
            <dt>{t(`deskCases.money.${sum}`, { name: holder })}</dt>
            <dd className="case-sum">
              <Money fen={money[sum]} />
            </dd>
          </div>
        ))}
      </dl>
      <Descriptions column={1} items={useItems({ dispute, money })} />
    </section>
  )
}

function useItems({ dispute, money }: CaseProps): NonNullable<DescriptionsProps['items']> {
  const { t } = useTranslation()
  const { names, kind, state, total, sentAt, receivedAt, paidFromId, holderId } = money
  const kindName = t(`deskSends.kinds.${kind}`)
  return [
    {
      key: 'source',
      label: t('deskCases.money.source'),
      children: (
        <span className="tags">
          {t('deskCases.money.total', { kind: kindName, amount: total })}
          <StateChip state={state} />
          <CopyId id={dispute.sourceId} />
        </span>
      ),
    },
    { key: 'sentAt', label: t('deskCases.money.sentAt'), children: <Moment at={sentAt} /> },
    ...(receivedAt === null
      ? []
      : [
          {
            key: 'receivedAt',
            label: t('deskCases.money.receivedAt'),
            children: <Moment at={receivedAt} />,
          },
        ]),
    {
      key: 'from',
      label: t('deskCases.money.from'),
      children: t('deskCases.money.ownWallet', { name: nameBy(names, paidFromId) }),
    },
    {
      key: 'wallet',
      label: t('deskCases.money.wallet', { name: nameBy(names, holderId) }),
      children: <Wallet money={money} />,
    },
    { key: 'requests', label: t('deskCases.money.requests'), children: <Requests money={money} /> },
    {
      key: 'freezes',
      label: t('deskCases.money.freezes'),
      children: <Freezes dispute={dispute} money={money} />,
    },
  ]
}

function Wallet({ money: { wallet } }: { money: DisputeMoney }): ReactElement {
  const { t } = useTranslation()
  const { balance, frozen, state } = wallet
  return (
    <span>
      {frozen > 0
        ? t('deskCases.money.walletFrozen', { balance, frozen })
        : t('deskCases.money.walletHas', { balance })}
      {state === 'frozen' && ` · ${t('deskCases.money.walletClosed')}`}
    </span>
  )
}

function Requests({ money: { requests } }: { money: DisputeMoney }): ReactElement {
  const { t } = useTranslation()
  if (requests.length === 0) return <span className="second">{t('deskCases.money.noRequests')}</span>
  return (
    <ul className="risks">
      {requests.map(({ id, kind, state, amount, returned, askedAt }) => (
        <li key={id}>
          <Moment at={askedAt} />{' '}
          {kind === 'offered'
            ? t('deskCases.money.offered', { returned })
            : `${t('deskCases.money.request', { amount, returned })} · ${t(`deskCases.money.requestStates.${state}`)}`}
        </li>
      ))}
    </ul>
  )
}

function Freezes({ dispute, money: { freezes, holderId, held } }: CaseProps): ReactElement {
  const { t } = useTranslation()
  const { organisation, has } = useAtDesk()
  const place = `/${organisation.id}/freezes`
  return (
    <span className="case-freezes">
      {freezes.length === 0 && <span className="second">{t('deskCases.money.noFreezes')}</span>}
      {freezes.map((freeze) => (
        <a key={freeze.id} {...linkTo(place, { id: freeze.id })} className="tags">
          {t(`deskFreezes.kinds.${freeze.kind}`)}
          {freeze.left !== null && <Money fen={freeze.left} />}
          {t(`deskFreezes.bases.${freeze.basis}`)}
          <FreezeChip freeze={freeze} />
          <TimeLeft until={freeze.until} />
        </a>
      ))}
      {has('dispute_agent') && held > 0 && (
        <a {...linkTo(place, { new: 'amount', subject: holderId, sum: String(held), about: dispute.id })}>
          {t('deskCases.money.toFreeze')}
        </a>
      )}
    </span>
  )
}
