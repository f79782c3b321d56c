/** What an approval is about, why it waits and how it stands, in the reader's words. */

import { useTranslation } from 'react-i18next'
import { nameIn, type Approval } from './approval-data.ts'

type Act = Approval['acts'][number]

/** Functions that say the parts of an approval. */
export function useSays() {
  const { t } = useTranslation()
  return {
    what(one: Approval): string {
      const { kind, count, recipientIds, groupId, words } = one.send
      const names = recipientIds.map((id) => nameIn(one, id)).join(t('desk.separator'))
      const to =
        groupId === null ? t('deskApprovals.to', { names }) : t('deskApprovals.toGroup', { group: groupId })
      const shares = count > 1 ? t('deskApprovals.count', { count }) : ''
      return [t(`deskApprovals.kinds.${kind}`), shares, to, words].filter(Boolean).join(' · ')
    },
    why({ askedBy: { why, ruleIds } }: Approval): string {
      return why === 'threshold'
        ? t('deskApprovals.threshold')
        : t('deskApprovals.rule', { rules: ruleIds.join(t('desk.separator')) })
    },
    state: ({ outcome }: Approval): string =>
      outcome === null ? t('deskApprovals.waiting') : t(`deskApprovals.outcomes.${outcome}`),
    act: (one: Approval, { kind, toId }: Act): string =>
      kind === 'transferred'
        ? t('deskApprovals.acts.transferred', { to: toId === null ? '' : nameIn(one, toId) })
        : t(`deskApprovals.acts.${kind}`),
  }
}
