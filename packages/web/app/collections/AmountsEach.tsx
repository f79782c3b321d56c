/** How much each is asked for: a total divided, the same for each, or each their own. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { collectionPeopleMax } from '@laisee/core/collection.ts'
import { Choices } from '../../ui/Choices.tsx'
import { SwitchRow } from '../../ui/Switch.tsx'
import { readYuan, YuanField } from '../limits/YuanField.tsx'
import { useMemberName } from '../send/use-send-name.ts'
import { sharesOf, type Filled, type Way } from './shares-of.ts'

/** As it is typed. */
export interface Amounts {
  way: Way
  total: string
  each: string
  own: ReadonlyMap<string, string>
  withMe: boolean
}

export const emptyAmounts: Amounts = { way: 'even', total: '', each: '', own: new Map(), withMe: true }

const fenOf = (text: string): number | null => {
  const read = readYuan(text)
  return read === 'wrong' ? null : read
}

/** What is typed, read. */
export function filledOf({ way, total, each, own, withMe }: Amounts): Filled {
  const read = new Map([...own].map(([id, text]) => [id, fenOf(text)] as const))
  return { way, amount: fenOf(way === 'even' ? total : each), own: read, withMe }
}

interface AmountsEachProps {
  amounts: Amounts
  onChange: (amounts: Amounts) => void
  memberIds: readonly string[]
}

export function AmountsEach({ amounts, onChange, memberIds }: AmountsEachProps): ReactElement {
  const { t } = useTranslation()
  const change = (some: Partial<Amounts>) => onChange({ ...amounts, ...some })
  const { way, withMe, own } = amounts
  return (
    <section>
      <h2 className="cells-title">{t('collections.way')}</h2>
      <div className="cells">
        <div className="collection-amounts">
          <Choices
            label={t('collections.way')}
            value={way}
            onChange={(chosen) => change({ way: chosen })}
            options={[
              { value: 'even', label: t('collections.even') },
              { value: 'same', label: t('collections.same') },
              { value: 'own', label: t('collections.own') },
            ]}
          />
          {way === 'even' && (
            <YuanField
              label={t('collections.total')}
              value={amounts.total}
              onChange={(total) => change({ total })}
              note={<EachPays amounts={amounts} memberIds={memberIds} />}
            />
          )}
          {way === 'same' && (
            <YuanField
              label={t('collections.each')}
              value={amounts.each}
              onChange={(each) => change({ each })}
            />
          )}
          {way === 'own' && memberIds.length === 0 && (
            <p className="limit-note">{t('collections.firstWho')}</p>
          )}
          {way === 'own' &&
            memberIds
              .slice(0, collectionPeopleMax)
              .map((id) => (
                <OwnAmount
                  key={id}
                  memberId={id}
                  value={own.get(id) ?? ''}
                  onChange={(text) => change({ own: new Map(own).set(id, text) })}
                />
              ))}
        </div>
        {way === 'even' && (
          <SwitchRow
            label={t('collections.withMe')}
            note={t('collections.withMeNote', { count: memberIds.length + (withMe ? 1 : 0) })}
            checked={withMe}
            onChange={(checked) => change({ withMe: checked })}
          />
        )}
      </div>
    </section>
  )
}

function EachPays({
  amounts,
  memberIds,
}: Pick<AmountsEachProps, 'amounts' | 'memberIds'>): ReactElement | null {
  const { t } = useTranslation()
  const shares = sharesOf(memberIds, filledOf(amounts))
  if (!shares) return null
  const [first, last] = [shares[0]!.amount, shares.at(-1)!.amount]
  return <>{t(first === last ? 'collections.eachOf' : 'collections.eachAbout', { amount: first })}</>
}

interface OwnAmountProps {
  memberId: string
  value: string
  onChange: (value: string) => void
}

function OwnAmount({ memberId, value, onChange }: OwnAmountProps): ReactElement {
  const { t } = useTranslation()
  const name = useMemberName(memberId) ?? '…'
  return <YuanField label={t('collections.ofMember', { name })} value={value} onChange={onChange} />
}
