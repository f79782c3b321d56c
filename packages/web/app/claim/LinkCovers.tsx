/** Covers of links that open nothing: each says why, what it means for the money, and what helps. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { isRefusal } from '../words/failure.ts'
import { CoverFrame } from '../packet/CoverFrame.tsx'
import { Said } from '../packet/Said.tsx'
import { setSession, useSession } from '../session/session.ts'

const known = ['noToken', 'link_invalid', 'link_expired', 'link_for_someone_else', 'not_found'] as const
type Known = (typeof known)[number]

interface BadLinkProps {
  code?: Known
  error?: Error
  onRetry?: () => void
  onLeave: () => void
}

export function BadLink({ code, error, onRetry, onLeave }: BadLinkProps): ReactElement {
  const { t } = useTranslation()
  const who = useSession()
  const refused = isRefusal(error) ? known.find((one) => one === error.code) : undefined
  const why = code ?? refused
  const home = t(who ? 'claim.toChats' : 'claim.toStart')
  return (
    <CoverFrame title={t('claim.title')} onLeave={onLeave}>
      <Said
        icon={why === undefined ? 'offline' : why === 'link_expired' ? 'clock' : 'link'}
        title={why === undefined ? t('common.failed') : t(`claim.${why}`)}
        text={why === undefined ? t('claim.failedText') : t(`claim.${why}Text`)}
      >
        <div className="claim-ways">
          {why === undefined && onRetry && <Button onClick={onRetry}>{t('common.retry')}</Button>}
          {why === 'link_for_someone_else' && who && (
            <Button onClick={() => setSession(undefined)}>{t('claim.asAnother')}</Button>
          )}
          <Button onClick={onLeave}>{home}</Button>
        </div>
      </Said>
    </CoverFrame>
  )
}

export function LookingAtLink({ onLeave }: { onLeave: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <CoverFrame title={t('claim.title')} onLeave={onLeave}>
      <p className="cover-wait" role="status">
        {t('claim.looking')}
      </p>
    </CoverFrame>
  )
}
