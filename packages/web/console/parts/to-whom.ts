/** What a send is and whom it is for, in the reader's words: alike in the queue and in the list of what was sent. */

import { useTranslation } from 'react-i18next'
import type { SendKind } from '@laisee/core/sends-on-behalf.ts'

export interface Described {
  kind: SendKind
  count: number
  audience: 'member' | 'members' | 'group' | 'link'
  memberIds: readonly string[]
  memberCount: number
  group: { name: string; members: number } | null
  words: string
}

const namedMax = 3

/** A name that is written from right to left stays by itself: what stands around it keeps its place. */
const apart = (name: string) => (rightToLeft.test(name) ? `\u2068${name}\u2069` : name)
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Functions that say whom a send is for, and what it is. */
export function useDescription() {
  const { t } = useTranslation()
  function toWhom(send: Described, nameOf: (id: string) => string): string {
    const { audience, memberIds, memberCount, group } = send
    const names = memberIds
      .slice(0, namedMax)
      .map((id) => apart(nameOf(id)))
      .join(t('desk.separator'))
    if (audience === 'link') return t('deskSends.to.link')
    if (audience === 'members')
      return t(memberCount > namedMax ? 'deskSends.to.membersMore' : 'deskSends.to.members', {
        names,
        count: memberCount,
      })
    const inGroup = group && { group: apart(group.name), count: group.members }
    if (audience === 'group') return inGroup ? t('deskSends.to.group', inGroup) : ''
    return inGroup ? t('deskSends.to.inGroup', { names, ...inGroup }) : t('deskSends.to.member', { names })
  }
  return {
    toWhom,
    what(send: Described, nameOf: (id: string) => string): string {
      const shares = send.count > 1 ? t('deskSends.count', { count: send.count }) : ''
      const parts = [t(`deskSends.kinds.${send.kind}`), shares, toWhom(send, nameOf), send.words]
      return parts.filter(Boolean).join(' · ')
    },
  }
}
