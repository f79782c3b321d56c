/** A packet's link to scan, and in letters for whoever cannot. */

import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { serviceNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'

interface SharedQrProps {
  address: string
  expireAt: string
  onClose: () => void
}

export function SharedQr({ address, expireAt, onClose }: SharedQrProps): ReactElement {
  const { t } = useTranslation()
  const at = momentText(t, expireAt, languageNow(), serviceNow())
  return (
    <>
      <QrCode text={address} label={t('packet.share.qr')} />
      <label className="share-link">
        <span>{t('packet.share.link')}</span>
        <input readOnly value={address} onFocus={(event) => event.target.select()} />
      </label>
      <p className="sheet-note">{t('packet.share.until', { at })}</p>
      <Button wide onClick={onClose}>
        {t('common.done')}
      </Button>
    </>
  )
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
