/** Frozen, as every state is said: a colour, a sign and a word. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'

export function FrozenChip(): ReactElement {
  const { t } = useTranslation()
  return (
    <span className="chip" data-tone="frozen">
      <Icon name="snow" />
      {t('freezes.chip')}
    </span>
  )
}
