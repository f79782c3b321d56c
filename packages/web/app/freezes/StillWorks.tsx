/** What the frozen person can still do, in as few lines as it takes. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import type { Freeze } from './freezes-data.ts'

const works = {
  wallet: [
    ['check', 'walletIn'],
    ['close', 'walletOut'],
    ['info', 'walletOwn'],
  ],
  amount: [
    ['check', 'amountRest'],
    ['info', 'amountKept'],
  ],
  packet: [
    ['check', 'packetClaimed'],
    ['close', 'packetOut'],
    ['info', 'packetKept'],
    ['clock', 'packetAfter'],
  ],
} as const

export function StillWorks({ freeze: { kind, left } }: { freeze: Freeze }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="card case-card" aria-labelledby="works-title">
      <h2 id="works-title">{t('freezes.works')}</h2>
      <ul className="freeze-works">
        {works[kind].map(([icon, key]) => (
          <li key={key} data-sign={icon}>
            <Icon name={icon} size={18} />
            <span>{t(`freezes.can.${key}`, { amount: left ?? 0 })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
