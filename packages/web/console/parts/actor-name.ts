/** What whoever acted is called: a colleague by name and role, the operator and the clock by a word. */

import { useTranslation } from 'react-i18next'

/** A function that says who did something, by the names that came with it. */
export function useActorName(names: Readonly<Record<string, unknown>>): (by: string) => string {
  const { t } = useTranslation()
  return (by) => {
    if (by === 'clock') return t('deskFreezes.clock')
    if (by === 'operator') return t('desk.operator')
    const name = names[by]
    return typeof name === 'string' ? name : by
  }
}

interface Acted {
  by: string
  byRole: 'dispute_agent' | 'operator' | null
}

/** The same for what was done in a dispute: a colleague with the role in which they did it. */
export function useStaffName(names: Readonly<Record<string, unknown>>): (acted: Acted) => string {
  const { t } = useTranslation()
  const nameOf = useActorName(names)
  return ({ by, byRole }) =>
    byRole === 'dispute_agent'
      ? t('desk.withRole', { name: nameOf(by), role: t('desk.roles.dispute_agent') })
      : nameOf(by)
}
