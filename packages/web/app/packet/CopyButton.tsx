/** Copies a text, and says that it has. Where the clipboard is closed to the page, it says so instead. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { say } from '../../ui/Toasts.tsx'

interface CopyButtonProps {
  text: string
  /** What is copied, for a screen reader, and on the button where `isWide`. */
  label: string
  isWide?: boolean
}

export function CopyButton({ text, label, isWide = false }: CopyButtonProps): ReactElement {
  const { t } = useTranslation()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      say(t('common.copied'))
    } catch {
      say(t('packet.share.notCopied'), 'warn')
    }
  }
  return (
    <Button
      small={!isWide}
      wide={isWide}
      look={isWide ? 'act' : 'link'}
      aria-label={label}
      onClick={() => void copy()}
    >
      {isWide ? label : t('common.copy')}
    </Button>
  )
}
