/** Signing out, here or everywhere. Nobody is shown as signed out whose session may still be good. */

import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { CellButton, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { RefusalError, service } from '../data/service.ts'
import { session, setSession } from '../session/session.ts'
import { failureText } from '../words/failure.ts'

type Where = 'here' | 'everywhere'

/** End the session of this seat, or all of the member's. The count of what ended is told where it is known. */
async function end(where: Where): Promise<number> {
  const now = session()
  if (!now) return 0
  const { id, memberId } = now
  if (where === 'everywhere') return (await service().signOutMember({ path: { id: memberId } })).sessionCount
  try {
    await service().revokeSession({ path: { id: memberId, sessionId: id } })
  } catch (error) {
    // A session that has ended already is what was asked for.
    const isOver =
      error instanceof RefusalError && (error.code === 'already_revoked' || error.code === 'unauthenticated')
    if (!isOver) throw error
  }
  return 1
}

export function SignOut(): ReactElement {
  const { t } = useTranslation()
  const router = useRouter()
  const [asked, setAsked] = useState<Where>()
  const signOut = useMutation({
    mutationFn: end,
    onSuccess: (count, where) => {
      say(where === 'here' ? t('settings.signedOut') : t('settings.signedOutEverywhere', { count }))
      setSession(undefined)
      void router.navigate({ to: '/', search: {}, replace: true })
    },
  })
  const close = () => {
    setAsked(undefined)
    signOut.reset()
  }
  return (
    <>
      <Cells title={t('settings.account')}>
        <CellButton
          start={<Icon name="out" />}
          label={t('settings.signOut')}
          aria-haspopup="dialog"
          onClick={() => setAsked('here')}
        />
        <CellButton
          start={<Icon name="lock" />}
          label={t('settings.signOutEverywhere')}
          aria-haspopup="dialog"
          onClick={() => setAsked('everywhere')}
        />
      </Cells>
      <Sheet
        open={asked !== undefined}
        onClose={close}
        title={t(asked === 'everywhere' ? 'settings.everywhereTitle' : 'settings.signOutTitle')}
        says={t(asked === 'everywhere' ? 'settings.everywhereText' : 'settings.signOutText')}
      >
        {signOut.isError && (
          <p className="notice" data-tone="warn" role="alert">
            {t('settings.signOutFailed', { why: failureText(signOut.error) })}
          </p>
        )}
        <div className="buttons beside">
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button look="warn" busy={signOut.isPending} onClick={() => asked && signOut.mutate(asked)}>
            {t(asked === 'everywhere' ? 'settings.signOutEverywhere' : 'settings.signOut')}
          </Button>
        </div>
      </Sheet>
    </>
  )
}
