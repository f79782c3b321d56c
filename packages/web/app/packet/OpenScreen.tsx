/** A packet from its cover to the amount, however it was reached: from a chat, or by link with its token. */

import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { say } from '../../ui/Toasts.tsx'
import type { Packet } from '../data/queries.ts'
import { useNow } from '../data/service-time.ts'
import { useSession } from '../session/session.ts'
import { usePersonName } from '../data/people-names.ts'
import { CoverBody } from './CoverBody.tsx'
import { CoverFrame } from './CoverFrame.tsx'
import { ToPacket } from './ClosedCover.tsx'
import { coverOf, type Cover } from './cover.ts'
import { DeclineSheet } from './DeclineSheet.tsx'
import { Opened } from './Opened.tsx'
import { useClaim } from './use-claim.ts'

/** Covers of one's own packet that lead nowhere by themselves: its page is where it is taken back. */
const waiting: readonly Cover['kind'][] = ['ready', 'paused', 'not_yet', 'test']

interface OpenScreenProps {
  packet: Packet
  token?: string
  reread: () => Promise<unknown>
  onLeave: () => void
  /** Told once a share is this member's. */
  onOpened?: (packetId: string) => void
}

export function OpenScreen({ packet, token, reread, onLeave, onOpened }: OpenScreenProps): ReactElement {
  const { t } = useTranslation()
  const memberId = useSession()?.memberId ?? ''
  const now = useNow()
  const payer = usePersonName(packet.payerId, packet.payer.name)
  const [isDeclining, setDeclining] = useState(false)
  const claiming = useClaim({
    packetId: packet.id,
    isByLink: packet.audience === 'link',
    reread,
    ...(token === undefined ? {} : { token }),
  })
  const share = claiming.share ?? packet.myShare ?? undefined
  const isOpened = share !== undefined && !claiming.isSpinning
  useEffect(() => {
    if (isOpened) onOpened?.(packet.id)
  }, [isOpened, onOpened, packet.id])
  const cover = useHeld(coverOf(packet, memberId, now), claiming.isSpinning || claiming.isWaiting)
  const isMine = packet.payerId === memberId
  const sender = { ...packet.payer, name: isMine ? packet.payer.name : payer }
  const title = isMine ? t('packet.fromMe') : t('packet.open.sentYou', { name: payer })
  if (isOpened)
    return (
      <Opened
        packet={packet}
        sender={sender}
        title={isMine ? t('packet.fromMe') : t('packet.from', { name: payer })}
        amount={share.amount}
        isNew={claiming.share !== undefined}
        onLeave={onLeave}
      />
    )
  const badge =
    packet.kind === 'lucky' || packet.kind === 'exclusive' ? t(`packet.kinds.${packet.kind}`) : undefined
  return (
    <CoverFrame
      title={title}
      sender={sender}
      greeting={packet.greeting}
      onLeave={onLeave}
      onEscape={claiming.isSpinning ? claiming.skip : onLeave}
      {...(badge === undefined ? {} : { kind: badge })}
    >
      <CoverBody
        packet={packet}
        cover={cover}
        payer={payer}
        claiming={claiming}
        onLeave={onLeave}
        onDecline={() => setDeclining(true)}
      />
      {isMine && waiting.includes(cover.kind) && <ToPacket packet={packet} />}
      <DeclineSheet
        packetId={packet.id}
        payer={payer}
        isOpen={isDeclining}
        onClose={() => setDeclining(false)}
        onDeclined={() => {
          setDeclining(false)
          say(t('packet.open.declined', { name: payer }))
          void reread()
        }}
      />
    </CoverFrame>
  )
}

/** The cover stays as it was pressed on until there is an answer, whatever is heard of the packet meanwhile. */
function useHeld(cover: Cover, isHeld: boolean): Cover {
  const held = useRef(cover)
  if (!isHeld) held.current = cover
  return held.current
}
