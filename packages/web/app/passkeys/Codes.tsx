/** New recovery codes: shown once. Nothing but the button that says they are kept closes it. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'

interface CodesProps {
  codes: readonly string[]
  onClose: () => void
}

export function Codes({ codes, onClose }: CodesProps): ReactElement {
  const { t } = useTranslation()
  const copy = () =>
    void navigator.clipboard.writeText(codes.join('\n')).then(
      () => say(t('passkeys.codes.copied')),
      () => say(t('common.failed')),
    )
  return (
    <Sheet
      open
      onClose={() => undefined}
      title={t('passkeys.codes.shown')}
      says={t('passkeys.codes.shownSays')}
    >
      {/* The list is what a keyboard comes to first, so that the sheet opens at its head. */}
      <ol className="passkeys-codes" dir="ltr" tabIndex={0} aria-label={t('passkeys.codes.title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className="notice" data-tone="warn">
        <Icon name="warn" />
        <span>{t('passkeys.codes.warn')}</span>
      </p>
      <div className="buttons beside">
        <Button onClick={copy}>{t('passkeys.codes.copy')}</Button>
        <Button look="act" onClick={onClose}>
          {t('passkeys.codes.done')}
        </Button>
      </div>
    </Sheet>
  )
}
