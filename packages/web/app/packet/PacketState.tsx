/** The state of a packet in one word, in one sentence about its money, and in the time that is left to change it. */

import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/StateChip.tsx'
import { purseOf } from '../data/purse.ts'
import type { Packet } from '../data/queries.ts'
import { useNow } from '../data/service-time.ts'
import { FrozenChip } from '../freezes/FrozenChip.tsx'
import { Rejection } from '../on-behalf/Rejection.tsx'
import { languageNow } from '../words/i18n.ts'
import { momentText, spanText } from '../words/moments.ts'
import { spanToEndMs } from './timeline.ts'

interface PacketStateProps {
  packet: Packet
  isPayer: boolean
  memberId: string
}

export function PacketState({ packet, isPayer, memberId }: PacketStateProps): ReactElement {
  const { t } = useTranslation()
  const { claimedCount, count, claimedAmount, total } = packet
  const isFrozen = isFrozenNow(packet, useNow(10_000))
  return (
    <section className="card packet-state" aria-label={t('packet.detailTitle')}>
      <div className="packet-state-top">
        {isFrozen ? <FrozenChip /> : <StateChip state={packet.state} />}
        <span className="packet-count numbers">{t('packet.page.of', { claimed: claimedCount, count })}</span>
        {claimedAmount !== null && total !== null && (
          <span className="packet-sums numbers">
            {t('packet.page.sumOf', { claimed: claimedAmount, total })}
          </span>
        )}
      </div>
      <progress
        className="packet-progress"
        value={claimedCount}
        max={count}
        aria-label={t('packet.page.of', { claimed: claimedCount, count })}
      />
      <p className="packet-says" role="status">
        {isFrozen ? frozenSentence(t, packet) : sentence(t, packet, isPayer, memberId)}
      </p>
      <Rejection send={packet} className="packet-countdown" />
      <Countdown packet={packet} isPayer={isPayer} />
    </section>
  )
}

function isFrozenNow({ frozenUntil, closedAt }: Packet, now: number): boolean {
  return frozenUntil !== null && closedAt === null && now < Date.parse(frozenUntil)
}

function frozenSentence(t: TFunction, { total, claimedAmount }: Packet): string {
  if (total === null || claimedAmount === null) return t('freezes.packet.seenState')
  return t('freezes.packet.mineState', { left: total - claimedAmount })
}

function sentence(t: TFunction, packet: Packet, isPayer: boolean, memberId: string): string {
  const back = { amount: packet.returnedAmount ?? 0, paidFrom: purseOf(packet) }
  switch (packet.state) {
    case 'approving':
      return t('packet.page.approving')
    case 'rejected':
      return t(packet.closedBy === null ? 'packet.page.rejectedLate' : 'packet.page.rejected', back)
    case 'held':
      return t('packet.page.held')
    case 'undo':
      return packet.test ? t('packet.page.testMine') : t('packet.page.nobodyYet')
    case 'open':
      return packet.test ? t('packet.page.testMine') : openSentence(t, packet, isPayer)
    case 'paused':
      return t(isPayer ? 'packet.page.pausedMine' : 'packet.page.pausedSeen')
    case 'claimed_out':
      if (packet.count === 1) return t(packet.myShare ? 'packet.page.outMine' : 'packet.page.outOne')
      return t('packet.page.out', { count: packet.count, span: spanText(t, spanToEndMs(packet)) })
    case 'undone':
      return t('packet.page.undone', back)
    case 'recalled':
      return isPayer ? t('packet.page.recalledMine', back) : t('packet.page.recalledSeen')
    case 'declined':
      if (packet.closedBy === memberId) return t('packet.page.declinedByMe')
      return isPayer ? t('packet.page.declinedMine', back) : t('packet.page.declinedSeen')
    case 'expired':
      return isPayer ? t('packet.page.expiredMine', back) : t('packet.page.expiredSeen')
    default:
      return t('common.newerText')
  }
}

function openSentence(t: TFunction, packet: Packet, isPayer: boolean): string {
  const { count, claimedCount, total, claimedAmount } = packet
  if (!isPayer || total === null || claimedAmount === null)
    return t('packet.page.waitingSeen', { claimed: claimedCount, left: count - claimedCount })
  if (claimedCount === 0) return t('packet.page.nobodyYet')
  return t('packet.page.partly', {
    count,
    claimed: claimedCount,
    amount: claimedAmount,
    left: total - claimedAmount,
  })
}

/** Its own component, so that a tick redraws one line and not five hundred. */
function Countdown({ packet, isPayer }: { packet: Packet; isPayer: boolean }): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow()
  const { state } = packet
  if (state === 'undo')
    return (
      <p className="packet-countdown numbers">
        {t('packet.page.undoFor', { span: spanText(t, Date.parse(packet.deliverAt) - now) })}
      </p>
    )
  if (state === 'approving' && packet.approveBy !== null) {
    const at = momentText(t, packet.approveBy, languageNow(), now)
    const span = spanText(t, Date.parse(packet.approveBy) - now)
    return <p className="packet-countdown numbers">{t('packet.page.approveBy', { at, span })}</p>
  }
  if (state !== 'open' && state !== 'paused') return null
  // Frozen, it does not expire: until when is said beside it.
  if (isFrozenNow(packet, now)) return null
  const opensIn = packet.notBefore === null ? 0 : Date.parse(packet.notBefore) - now
  const span = spanText(t, Date.parse(packet.expireAt) - now)
  return (
    <p className="packet-countdown numbers">
      {opensIn > 0 && <span>{t('packet.page.opensIn', { span: spanText(t, opensIn) })} · </span>}
      {isPayer
        ? t('packet.page.returnsInMine', { span, paidFrom: purseOf(packet) })
        : t('packet.page.returnsIn', { span })}
      {isPayer && packet.askedNotToOpenAt !== null && (
        <span className="packet-asked">{t('packet.page.askedMine')}</span>
      )}
    </p>
  )
}
