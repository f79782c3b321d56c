/** What whoever acted is called: a colleague by name, the operator and the clock by a word. */

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
