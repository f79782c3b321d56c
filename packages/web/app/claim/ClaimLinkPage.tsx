/** A packet that came by link: a look for whoever is not signed in, then the same cover as anywhere else. */

import { useQuery } from '@tanstack/react-query'
import { Navigate, useLocation, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { OpenScreen } from '../packet/OpenScreen.tsx'
import { useSession } from '../session/session.ts'
import { openLinkQuery } from './claim-data.ts'
import { forgetToken, keepToken, keptToken, lastPacket } from './link-token.ts'
import { BadLink, LookingAtLink } from './LinkCovers.tsx'
import { LookScreen } from './LookScreen.tsx'
import { isTokenForm, tokenFrom } from './token-form.ts'
import './claim.css'

/** The token of the address, taken out of it at once; or the one this tab has not used yet. */
function useLinkToken(): string | undefined {
  const fragment = useLocation({ select: ({ hash }) => hash })
  const go = useNavigate()
  const [token, setToken] = useState(() => tokenFrom(fragment) ?? keptToken())
  useEffect(() => {
    const next = tokenFrom(fragment)
    if (next === undefined) return
    keepToken(next)
    setToken(next)
    void go({ to: '/claim', hash: '', replace: true })
  }, [fragment, go])
  return token
}

export function ClaimLinkPage(): ReactElement {
  const { t } = useTranslation()
  const token = useLinkToken()
  const who = useSession()
  // Read once: it is for a page that is loaded again, not for one whose link has just been used.
  const [used] = useState(lastPacket)
  const go = useNavigate()
  const leave = useCallback(() => void go({ to: who ? '/chats' : '/', replace: true }), [go, who])
  useEffect(() => {
    document.title = `${t('claim.title')} · ${t('shell.name')}`
  }, [t])
  if (token === undefined && who && used !== undefined)
    return <Navigate to="/packets/$packetId" params={{ packetId: used }} replace />
  return (
    <main className="claim-page">
      {token === undefined ? (
        <BadLink code="noToken" onLeave={leave} />
      ) : !isTokenForm(token) ? (
        <BadLink code="link_invalid" onLeave={leave} />
      ) : who ? (
        <SignedIn token={token} memberId={who.memberId} onLeave={leave} />
      ) : (
        <LookScreen token={token} onLeave={leave} />
      )}
    </main>
  )
}

interface SignedInProps {
  token: string
  memberId: string
  onLeave: () => void
}

function SignedIn({ token, memberId, onLeave }: SignedInProps): ReactElement {
  const packet = useQuery(openLinkQuery(token, memberId))
  const { refetch } = packet
  const reread = useCallback(() => refetch(), [refetch])
  if (packet.data)
    return (
      <OpenScreen
        packet={packet.data}
        token={token}
        reread={reread}
        onLeave={onLeave}
        onOpened={forgetToken}
      />
    )
  if (packet.isPending) return <LookingAtLink onLeave={onLeave} />
  return <BadLink error={packet.error} onRetry={() => void packet.refetch()} onLeave={onLeave} />
}
