/** Asks once more before a step that is large: what happens to the money, and two buttons of one size. */

import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'

interface SureProps {
  open: boolean
  title: string
  text: string
  action: string
  isWarning?: boolean
  busy: boolean
  failure: string | undefined
  onAct: () => void
  onClose: () => void
  children?: ReactNode
}

export function Sure(props: SureProps): ReactElement {
  const { open, title, text, action, isWarning = false, busy, failure, onAct, onClose, children } = props
  const { t } = useTranslation()
  return (
    <Sheet open={open} onClose={onClose} title={title} says={text}>
      {children}
      {failure !== undefined && (
        <p className="notice" data-tone="warn" role="alert">
          {failure}
        </p>
      )}
      <div className="buttons beside">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look={isWarning ? 'warn' : 'act'} busy={busy} onClick={onAct}>
          {action}
        </Button>
      </div>
    </Sheet>
  )
}
