/**
 * Sharing a packet's link: whom it lets in and by which way it goes; then, each time, the question who could claim with
 * it and how much is left; only then the way itself.
 */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { say } from '../../ui/Toasts.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import type { Packet } from '../data/queries.ts'
import { service } from '../data/service.ts'
import { useMemberName } from '../send/use-send-name.ts'
import { ShareAsk } from './ShareAsk.tsx'
import { SharedQr } from './SharedQr.tsx'
import { ShareWays } from './ShareWays.tsx'
import { useVerb } from './use-verb.ts'
import './share.css'

export type ShareWay = 'copy' | 'send' | 'qr'

/** Whom the link is for; empty for whoever has it. */
export interface SharedTo {
  memberId: string
}

interface ShareSheetProps {
  packet: Packet
  isOpen: boolean
  onClose: () => void
}

export function ShareSheet({ packet, isOpen, onClose }: ShareSheetProps): ReactElement {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<ShareWay>()
  const [isShown, setShown] = useState(false)
  const close = () => {
    setAsked(undefined)
    setShown(false)
    onClose()
  }
  return (
    <Sheet
      open={isOpen}
      onClose={close}
      title={t(asked === undefined || isShown ? 'packet.share.title' : 'packet.share.askTitle')}
    >
      {isOpen && <Inside {...{ packet, asked, isShown, setShown }} onAsk={setAsked} onClose={close} />}
    </Sheet>
  )
}

interface InsideProps {
  packet: Packet
  asked: ShareWay | undefined
  /** What was asked for is shown. */
  isShown: boolean
  setShown: (isShown: boolean) => void
  onAsk: (way: ShareWay | undefined) => void
  onClose: () => void
}

/** The address of a packet's link. The token is in the fragment, which no server and no log sees. */
function linkAddress(token: string): string {
  return `${window.location.origin}/claim#${token}`
}

function Inside({ packet, asked, isShown, setShown, onAsk, onClose }: InsideProps): ReactElement {
  const [to, setTo] = useState<SharedTo>({ memberId: packet.recipientId ?? '' })
  const make = useVerb(packet.id, (body: { memberId?: string }) =>
    service().makePacketLink({ path: { id: packet.id }, body }),
  )
  const made = make.data && (make.data.memberId ?? '') === to.memberId ? make.data : undefined
  const goByWay = useWay(packet, to.memberId)
  const ask = (way: ShareWay) => {
    onAsk(way)
    if (!made) make.mutate(to.memberId === '' ? {} : { memberId: to.memberId })
  }
  const back = () => {
    setShown(false)
    onAsk(undefined)
  }
  if (asked === undefined)
    return <ShareWays packet={packet} to={to} onTo={setTo} onWay={ask} onClose={onClose} />
  if (isShown && made)
    return <SharedQr address={linkAddress(made.token)} expireAt={made.expireAt} onClose={back} />
  return (
    <ShareAsk
      packet={packet}
      way={asked}
      memberId={to.memberId}
      isReady={made !== undefined}
      error={make.error}
      onBack={back}
      onGo={() => {
        if (asked === 'qr') setShown(true)
        else void goByWay(asked, linkAddress(made!.token)).then((went) => (went ? back() : setShown(true)))
      }}
    />
  )
}

/** Copy or hand on; whether that could be done from here. */
function useWay(packet: Packet, memberId: string) {
  const { t } = useTranslation()
  const name = useMemberName(memberId === '' ? null : memberId) ?? '…'
  return async (way: 'copy' | 'send', address: string): Promise<boolean> => {
    if (way === 'send') {
      const text = t('packet.share.text', { name: packet.payer.name, greeting: packet.greeting })
      // Whoever turns away from the other app's sheet has changed their mind, which is no failure.
      await navigator.share({ title: t('packet.title'), text, url: address }).catch(() => undefined)
      return true
    }
    try {
      await navigator.clipboard.writeText(address)
      say(memberId === '' ? t('packet.share.copied') : t('packet.share.copiedNamed', { name }))
      return true
    } catch {
      say(t('packet.share.notCopied'), 'warn')
      return false
    }
  }
}
