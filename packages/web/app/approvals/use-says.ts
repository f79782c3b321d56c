/** What an approval is about, for whom, why it waits and how it stands, in the reader's words. */

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePersonNames } from '../data/people-names.ts'
import { organisationsQuery } from '../on-behalf/on-behalf-data.ts'
import { languageNow } from '../words/i18n.ts'
import type { Approval } from './approvals-data.ts'

type Act = Approval['acts'][number]

const namedMax = 3

/** What the people of an approval are called by the reader, by id. */
function useNames({ names }: Approval): (id: string) => string {
  const { t } = useTranslation()
  const people = Object.entries(names).map(([id, name]) => ({ id, name: String(name) }))
  const called = usePersonNames(people)
  return (id) => called[people.findIndex((one) => one.id === id)] ?? t('common.someone')
}

/** The parts of an approval as sentences. */
export function useSays(approval: Approval) {
  const { t } = useTranslation()
  const nameOf = useNames(approval)
  const { data: places } = useQuery(organisationsQuery)
  const { send, organisationId, outcome, askedBy, chain } = approval
  const list = (ids: readonly string[]) => {
    const shown = ids.slice(0, namedMax).map(nameOf).join(t('onBehalf.separator'))
    return ids.length > namedMax ? t('onBehalf.namesMore', { names: shown, count: ids.length }) : shown
  }
  return {
    nameOf,
    list,
    kind: t(`approvals.kinds.${send.kind}`),
    to(): string {
      const { audience, group, recipientIds } = send
      if (audience === 'link') return t('approvals.toLink')
      if (group && recipientIds.length === 0)
        return t('approvals.toGroup', { group: group.name, count: group.members })
      return t('approvals.to', { names: list(recipientIds) })
    },
    shares: send.count > 1 ? t('approvals.shares', { count: send.count }) : '',
    /** For whom it is sent; a family's needs no word but its chain's. */
    place(): string {
      if (organisationId === null) return t('approvals.family')
      const known = places?.find((place) => place.organisationId === organisationId)?.name
      return t('approvals.organisation', { name: known ?? t('onBehalf.some') })
    },
    why: chain.says[languageNow()],
    rules: askedBy.why === 'rule' ? askedBy.ruleIds.join(t('onBehalf.separator')) : '',
    state: outcome === null ? t('approvals.waiting') : t(`approvals.outcomes.${outcome}`),
    act: ({ kind, toId }: Act): string =>
      kind === 'transferred'
        ? t('approvals.acts.transferred', { to: toId === null ? '' : nameOf(toId) })
        : t(`approvals.acts.${kind}`),
  }
}
