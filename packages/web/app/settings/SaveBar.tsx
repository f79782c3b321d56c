/** What became of the last change of a setting, with the way back. */

import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { failureText } from '../words/failure.ts'
import type { Saving } from './save-me.ts'

const shownMs = 10_000

export function SaveBar({ saving }: { saving: Saving }): ReactElement {
  const { t } = useTranslation()
  const { state, isSaving, putBack } = saving
  const [gone, setGone] = useState<unknown>()
  useEffect(() => {
    if (state.name === 'failed') return
    const timer = setTimeout(() => setGone(state), shownMs)
    return () => clearTimeout(timer)
  }, [state])
  const isShown = state.name !== 'idle' && gone !== state
  return (
    <div className="save-bar" role="status">
      {isShown && (
        <p data-tone={state.name === 'failed' ? 'warn' : 'plain'}>
          <Icon name={state.name === 'failed' ? 'warn' : 'check'} size={18} />
          <span>
            {state.name === 'failed'
              ? t('settings.notSaved', { why: failureText(state.error) })
              : t(state.name === 'saved' ? 'settings.saved' : 'settings.undone')}
          </span>
          {state.name === 'saved' && (
            <Button small look="link" busy={isSaving} onClick={putBack}>
              {t('settings.undo')}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
