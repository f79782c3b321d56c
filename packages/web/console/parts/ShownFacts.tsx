/** What a sender was shown when they confirmed, as it was kept: the names they saw, the head count, the sum. */

import { Descriptions, type DescriptionsProps } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shown } from '@laisee/core/guard/shown.ts'
import { Money } from './Said.tsx'

/** Kept as it was shown then; an older or newer service may have kept less or more. */
type Kept = Partial<Shown>

const peopleMax = 5

export function ShownFacts({ shown }: { shown: Readonly<Record<string, unknown>> }): ReactElement {
  const { t } = useTranslation()
  const { to = [], group, amount, words, count, rules } = shown as Kept
  const items: NonNullable<DescriptionsProps['items']> = []
  const people = to.slice(0, peopleMax).map(({ name, ownName }) => {
    if (name === null) return t('deskSends.shown.unknown')
    return ownName === null || ownName === name
      ? name
      : t('deskSends.shown.to', { shown: name, own: ownName })
  })
  if (people.length > 0) {
    const more = to.length > peopleMax ? ['…'] : []
    const children = [...people, ...more].join(t('desk.separator'))
    items.push({ key: 'to', label: t('deskSends.toLabel'), children })
  }
  if (group)
    items.push({
      key: 'group',
      label: people.length > 0 ? '' : t('deskSends.toLabel'),
      children: t('deskSends.shown.group', { name: group.name, members: group.members }),
    })
  if (typeof amount === 'number')
    items.push({
      key: 'amount',
      label: t('deskSends.amount'),
      children: (
        <span>
          <Money fen={amount} />
          {typeof count === 'number' && count > 1 && ` · ${t('deskSends.count', { count })}`}
        </span>
      ),
    })
  if (words) items.push({ key: 'words', label: t('deskSends.words'), children: words })
  // The organisation's own version is said beside it already.
  if (rules && !rules.name.startsWith('org_'))
    items.push({
      key: 'rules',
      label: t('deskSends.judgedBy'),
      children: t('deskSends.shown.rules', { ...rules }),
    })
  return (
    <>
      <h2>{t('deskSends.shown.title')}</h2>
      <Descriptions column={1} items={items} />
    </>
  )
}
