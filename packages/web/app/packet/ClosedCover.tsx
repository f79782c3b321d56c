/** Covers that do not open: why, what became of the money, and what opens by itself. */

import { Link } from '@tanstack/react-router'
import { useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { purseOf } from '../data/purse.ts'
import type { Packet } from '../data/queries.ts'
import { serviceNow, useNow } from '../data/service-time.ts'
import { RefusalError } from '../data/service.ts'
import { session } from '../session/session.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText, spanText } from '../words/moments.ts'
import { lateByS, type ClosedKind, type Cover } from './cover.ts'
import { Said } from './Said.tsx'
import type { Claiming } from './use-claim.ts'

const isMine = ({ payerId }: Packet) => payerId === session()?.memberId

export interface CoverBodyProps {
  packet: Packet
  cover: Cover
  payer: string
  claiming: Claiming
  onLeave: () => void
  onDecline: () => void
}

export function Decline({ onDecline }: { onDecline: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <button type="button" className="cover-quiet" onClick={onDecline}>
      {t('packet.open.decline')}
    </button>
  )
}

const closedIcons: Record<ClosedKind, IconName> = {
  sold_out: 'checkAll',
  expired: 'clock',
  recalled: 'recall',
  declined: 'hand',
  undone: 'undo',
  rejected: 'hand',
}

export function ClosedCover({
  packet,
  cover,
  payer,
  claiming,
  onDecline,
}: CoverBodyProps): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow()
  const paidFrom = purseOf(packet)
  const decline = 'mayDecline' in cover && cover.mayDecline ? <Decline onDecline={onDecline} /> : null
  switch (cover.kind) {
    case 'paused':
      return (
        <Said
          icon="pause"
          title={t('packet.cover.paused')}
          text={t('packet.cover.pausedText')}
          children={decline}
        />
      )
    case 'test':
      return (
        <Said
          icon="info"
          title={t('packet.cover.test')}
          text={
            isMine(packet)
              ? t('packet.cover.testMine', { paidFrom })
              : t('packet.cover.testText', { name: payer })
          }
          children={decline}
        />
      )
    case 'frozen': {
      const text = t('freezes.packet.coverText', { at: momentText(t, cover.untilMs, languageNow(), now) })
      return <Said icon="snow" title={t('freezes.packet.cover')} text={text} />
    }
    case 'not_yet': {
      const at = momentText(t, cover.fromMs, languageNow(), now)
      const text = t('packet.cover.not_yetText', { at, span: spanText(t, cover.fromMs - now) })
      return <Said icon="clock" title={t('packet.cover.not_yet')} text={text} children={decline} />
    }
    case 'approving':
    case 'held':
    case 'undo': {
      const icon = cover.kind === 'held' ? 'shield' : 'clock'
      const text = t(`packet.cover.${cover.kind}Text`, { span: spanText(t, cover.untilMs - now) })
      const toPacket = <ToPacket packet={packet} />
      return <Said icon={icon} title={t(`packet.cover.${cover.kind}`)} text={text} children={toPacket} />
    }
    case 'own':
    case 'for_other': {
      const icon = cover.kind === 'own' ? 'packet' : 'person'
      const text = t(`packet.cover.${cover.kind}Text`, { name: payer })
      const toPacket = <ToPacket packet={packet} />
      return <Said icon={icon} title={t(`packet.cover.${cover.kind}`)} text={text} children={toPacket} />
    }
    case 'mine':
    case 'ready':
      return null
    default:
      return <Ended packet={packet} kind={cover.kind} atMs={cover.atMs} payer={payer} claiming={claiming} />
  }
}

interface EndedProps {
  packet: Packet
  kind: ClosedKind
  atMs: number
  payer: string
  claiming: Claiming
}

function Ended({ packet, kind, atMs, payer, claiming }: EndedProps): ReactElement {
  const { t } = useTranslation()
  const late = useLate(claiming)
  const at = momentText(t, atMs, languageNow(), serviceNow())
  const lost = late === undefined ? '' : t('packet.open.late', { span: spanText(t, late * 1_000) })
  const one = packet.count === 1
  const paidFrom = purseOf(packet)
  const mine = isMine(packet)
  const titles: Record<ClosedKind, string> = {
    sold_out: t(one ? 'packet.cover.sold_outOne' : 'packet.cover.sold_out'),
    expired: t('packet.cover.expired'),
    recalled:
      late === undefined
        ? t('packet.cover.recalled', { name: payer })
        : t('packet.cover.recalledLate', { name: payer }),
    declined: t('packet.cover.declined'),
    undone: t('packet.cover.undone'),
    rejected: t('packet.cover.rejected'),
  }
  const texts: Record<ClosedKind, string> = {
    sold_out: t('packet.cover.noMoneyMoved'),
    expired: mine
      ? t('packet.cover.expiredMine', { paidFrom })
      : t('packet.cover.expiredText', { name: payer }),
    recalled: t('packet.cover.recalledAt', { at }),
    declined: mine
      ? t('packet.cover.declinedMine', { paidFrom })
      : t('packet.cover.declinedText', { name: payer }),
    undone: t('packet.cover.undoneText', { paidFrom }),
    rejected: t('packet.cover.rejectedText'),
  }
  return (
    <Said icon={closedIcons[kind]} title={`${lost}${titles[kind]}`} text={texts[kind]}>
      <ToPacket packet={packet} />
    </Said>
  )
}

/** By how many seconds the last press came too late, for as long as the cover is shown. */
function useLate({ error, pressedAtMs }: Claiming): number | undefined {
  const seen = useRef<{ error: Error; late: number | undefined } | undefined>(undefined)
  if (!(error instanceof RefusalError)) return undefined
  if (seen.current?.error !== error)
    seen.current = { error, late: lateByS(pressedAtMs, (error.problem as { decidedAt?: unknown }).decidedAt) }
  return seen.current.late
}

/** The way to a packet's page. */
export function ToPacket({ packet }: { packet: Packet }): ReactElement {
  const { t } = useTranslation()
  const says = packet.count > 1 && !isMine(packet) ? t('packet.open.luck') : t('packet.open.details')
  return (
    <Link className="cover-link" to="/packets/$packetId" params={{ packetId: packet.id }} replace>
      {says} <Icon name="next" size={16} />
    </Link>
  )
}
