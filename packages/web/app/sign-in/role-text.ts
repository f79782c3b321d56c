/** Who somebody of the demo world is, in the reader's language. The world says it in Chinese: 奶奶, 老板. */

import { useTranslation } from 'react-i18next'

/** A function that says a role; one that has no word in this language is said as the world says it. */
export function useRoleText(): (role: string) => string {
  const { t } = useTranslation()
  const roles = t('signIn.roles', { returnObjects: true }) as Readonly<Record<string, string>>
  return (role) => (Object.hasOwn(roles, role) ? roles[role]! : role)
}
