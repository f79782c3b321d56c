/** A packet's link: to copy, to hand to another app, or to scan. */

import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Packet } from '../data/queries.ts'
import { serviceNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { CopyButton } from './CopyButton.tsx'

interface SharedLinkProps {
  packet: Packet
  token: string
  expireAt: string
  memberId: string | null
  onClose: () => void
}

/** The address of a packet's link. The token is in the fragment, which no server and no log sees. */
export function linkAddress(token: string): string {
  return `${window.location.origin}/claim#${token}`
}

export function SharedLink({ packet, token, expireAt, memberId, onClose }: SharedLinkProps): ReactElement {
  const { t } = useTranslation()
  const address = linkAddress(token)
  const at = momentText(t, expireAt, languageNow(), serviceNow())
  const text = t('packet.share.text', { name: packet.payer.name, greeting: packet.greeting })
  const canShare = typeof navigator.share === 'function'
  // Whoever turns away from the other app's sheet has changed their mind, which is no failure.
  const share = () => navigator.share({ title: t('packet.title'), text, url: address }).catch(() => undefined)
  return (
    <>
      {memberId !== null && <OnlyFor memberId={memberId} />}
      <QrCode text={address} label={t('packet.share.qr')} />
      <label className="share-link">
        <span>{t('packet.share.link')}</span>
        <input readOnly value={address} onFocus={(event) => event.target.select()} />
      </label>
      <p className="sheet-note">{t('packet.share.until', { at })}</p>
      <CopyButton text={address} label={t('packet.share.copyLink')} isWide />
      {canShare && (
        <Button wide onClick={() => void share()}>
          {t('packet.share.send')}
        </Button>
      )}
      <Button wide onClick={onClose}>
        {t('common.done')}
      </Button>
    </>
  )
}

function OnlyFor({ memberId }: { memberId: string }): ReactElement {
  const { t } = useTranslation()
  return <p className="sheet-note">{t('packet.share.warningNamed', { name: usePersonName(memberId) })}</p>
}

interface Qr {
  path: string
  size: number
}

async function drawQr(text: string): Promise<Qr> {
  const { encode } = await import('uqr')
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  let path = ''
  data.forEach((row, y) => row.forEach((isDark, x) => (path += isDark ? `M${x} ${y}h1v1h-1z` : '')))
  return { path, size }
}

/** Drawn as one path, black on white in every theme, with the quiet margin scanners need. */
function QrCode({ text, label }: { text: string; label: string }): ReactElement | null {
  const [qr, setQr] = useState<Qr | 'failed'>()
  useEffect(() => {
    let isOver = false
    drawQr(text)
      .then((drawn) => !isOver && setQr(drawn))
      // Without the network the code for it cannot come; the link itself is there to copy.
      .catch(() => !isOver && setQr('failed'))
    return () => {
      isOver = true
    }
  }, [text])
  if (qr === 'failed') return null
  return (
    <div className="share-qr">
      {qr ? (
        <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={label} shapeRendering="crispEdges">
          <path d={qr.path} />
        </svg>
      ) : (
        <div className="skeleton" />
      )}
      <p aria-hidden="true">{label}</p>
    </div>
  )
}
