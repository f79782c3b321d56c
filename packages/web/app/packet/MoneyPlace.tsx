/** Where the money of a packet is: from the payer's wallet into the packet, and on from there. It sums to the fen. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { purseOf } from '../data/purse.ts'
import type { Packet } from '../data/queries.ts'

interface MoneyPlaceProps {
  packet: Packet
  isPayer: boolean
}

/** Only for those who may know amounts. Whose wallet paid is for its payer alone. */
export function MoneyPlace({ packet, isPayer }: MoneyPlaceProps): ReactElement | null {
  const { t } = useTranslation()
  const { total, claimedAmount: claimed, returnedAmount: returned } = packet
  if (total === null || claimed === null || returned === null) return null
  const left = total - claimed - returned
  const parts = [
    { name: 'claimed', icon: 'people', fen: claimed },
    { name: 'escrow', icon: 'packet', fen: left },
    { name: 'returned', icon: 'recall', fen: returned },
  ] as const
  return (
    <section className="card money" aria-labelledby="money-title">
      <h3 id="money-title">{t('packet.money.title')}</h3>
      <div className="money-from">
        <Icon name="wallet" size={20} />
        <span>{t(`packet.money.wallet.${isPayer ? purseOf(packet) : 'unsaid'}`)}</span>
        <span className="money-out">
          <Amount fen={-total} />
        </span>
      </div>
      <div className="money-bar" aria-hidden="true">
        {parts.map(({ name, fen }) => (
          <span
            key={name}
            data-part={name}
            ref={(element) => element?.style.setProperty('flex-grow', String(fen / total))}
          />
        ))}
      </div>
      <dl className="money-parts">
        {parts.map(({ name, icon, fen }) => (
          <div key={name} data-part={name} data-none={fen === 0 || undefined}>
            <dt>
              <Icon name={icon} size={18} /> {t(`packet.money.${name}`)}
            </dt>
            <dd>
              <Amount fen={fen} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="money-adds numbers">{t('packet.money.adds', { total, claimed, returned, left })}</p>
    </section>
  )
}
