/** What an approval is about, why it waits and how it stands, in the reader's words. */

import { useTranslation } from 'react-i18next'
import { useDescription } from '../parts/to-whom.ts'
import { nameIn, type Approval } from './approval-data.ts'

type Act = Approval['acts'][number]

/** Functions that say the parts of an approval. */
export function useSays() {
  const { t } = useTranslation()
  const says = useDescription()
  return {
    what(one: Approval): string {
      const { kind, count, recipientIds: memberIds, audience, group, words } = one.send
      const send = { kind, count, audience, group, words, memberIds, memberCount: memberIds.length }
      return says.what(send, (id) => nameIn(one, id))
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
