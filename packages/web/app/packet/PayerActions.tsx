/** What the sender may do with a packet now, exactly while the service would let them. */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isUndelivered } from '@laisee/core/packet.ts'
import { CellButton, Cells } from '../../ui/Cells.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { say } from '../../ui/Toasts.tsx'
import { purseOf } from '../data/purse.ts'
import type { Packet } from '../data/queries.ts'
import { service } from '../data/service.ts'
import { useNow } from '../data/service-time.ts'
import { isOverAt } from '../on-behalf/recall-right.ts'
import { failureText } from '../words/failure.ts'
import { spanText } from '../words/moments.ts'
import { AskSheet } from './AskSheet.tsx'
import type { SeenClaim } from './packet-data.ts'
import { RecallSheet } from './RecallSheet.tsx'
import { ShareSheet } from './ShareSheet.tsx'
import { useVerb } from './use-verb.ts'

type Open = 'recall' | 'ask' | 'share'

/** Whoever comes for one thing, from the advisor's plan, finds it open. */
function openAtOnce({ may }: Packet): Open | undefined {
  const { hash } = window.location
  if (hash === '#recall' && may.includes('recall')) return 'recall'
  return hash === '#ask_not_to_open' && may.includes('ask_not_to_open') ? 'ask' : undefined
}

/** What the card of a held packet offers (held/HeldCard.tsx). */
const onCard: readonly Packet['may'][number][] = ['undo', 'end_hold']

interface PayerActionsProps {
  packet: Packet
  claims: readonly SeenClaim[]
}

export function PayerActions({ packet, claims }: PayerActionsProps): ReactElement {
  const { t } = useTranslation()
  const [open, setOpen] = useState(() => openAtOnce(packet))
  const may = (verb: Packet['may'][number]) => packet.may.includes(verb)
  const close = () => setOpen(undefined)
  const isHeld = packet.state === 'held'
  const isAlive = packet.state === 'open' || packet.state === 'paused'
  const canShare = isAlive && (packet.audience === 'link' || packet.recipientId !== null)
  const hasAny = canShare || packet.may.some((verb) => verb !== 'claim' && !(isHeld && onCard.includes(verb)))
  return (
    <>
      {hasAny && (
        <Cells title={t('packet.act.title')}>
          {may('undo') && !isHeld && <UndoRow packet={packet} />}
          {may('recall') && <RecallRow packet={packet} onPress={() => setOpen('recall')} />}
          {may('pause') && <PauseRow packet={packet} />}
          {may('release') && <ReleaseRow packet={packet} />}
          {may('ask_not_to_open') && (
            <Row icon="hand" label={t('packet.act.ask')} leads onPress={() => setOpen('ask')} />
          )}
          {canShare && (
            <Row icon="link" label={t('packet.act.share')} leads onPress={() => setOpen('share')} />
          )}
        </Cells>
      )}
      <RecallSheet packet={packet} claims={claims} isOpen={open === 'recall'} onClose={close} />
      <AskSheet packetId={packet.id} isOpen={open === 'ask'} onClose={close} />
      <ShareSheet packet={packet} isOpen={open === 'share'} onClose={close} />
    </>
  )
}

interface RowProps {
  icon: IconName
  label: string
  leads?: boolean
  isBusy?: boolean
  onPress: () => void
}

function Row({ icon, label, leads = false, isBusy = false, onPress }: RowProps): ReactElement {
  return (
    <CellButton
      start={<Icon name={icon} />}
      label={label}
      leads={leads}
      disabled={isBusy}
      aria-busy={isBusy || undefined}
      onClick={onPress}
    />
  )
}

const tell = (error: Error) => say(failureText(error), 'warn')

/** Redrawn each second, for its countdown; the rows beside it are not. */
function UndoRow({ packet }: { packet: Packet }): ReactElement {
  const { t } = useTranslation()
  const now = useNow()
  const undo = useVerb(packet.id, (_: void, idempotencyKey) =>
    service().undoPacket({ path: { id: packet.id }, idempotencyKey }),
  )
  const span = spanText(t, Date.parse(packet.deliverAt) - now)
  const label = packet.state === 'approving' ? t('packet.act.undoApproving') : t('packet.act.undo', { span })
  const onPress = () =>
    undo.mutate(undefined, {
      onSuccess: () => say(t('packet.act.undone', { amount: packet.total ?? 0, paidFrom: purseOf(packet) })),
      onError: tell,
    })
  return <Row icon="undo" label={label} isBusy={undo.isPending} onPress={onPress} />
}

/** Gone at the moment at which the right to it ends. */
function RecallRow({ packet, onPress }: { packet: Packet; onPress: () => void }): ReactElement | null {
  const { t } = useTranslation()
  return isOverAt(packet.recallRight, useNow()) ? null : (
    <Row icon="recall" label={t('packet.act.recall')} leads onPress={onPress} />
  )
}

function PauseRow({ packet }: { packet: Packet }): ReactElement {
  const { t } = useTranslation()
  const pause = useVerb(packet.id, (_: void, idempotencyKey) =>
    service().pausePacket({ path: { id: packet.id }, idempotencyKey }),
  )
  const label = t(isUndelivered(packet.state) ? 'packet.act.pauseInUndo' : 'packet.act.pause')
  const onPress = () =>
    pause.mutate(undefined, { onSuccess: () => say(t('packet.act.paused')), onError: tell })
  return <Row icon="pause" label={label} isBusy={pause.isPending} onPress={onPress} />
}

function ReleaseRow({ packet }: { packet: Packet }): ReactElement {
  const { t } = useTranslation()
  const release = useVerb(packet.id, (_: void, idempotencyKey) =>
    service().releasePacket({ path: { id: packet.id }, idempotencyKey }),
  )
  const label = t(isUndelivered(packet.state) ? 'packet.act.releaseFirst' : 'packet.act.release')
  const onPress = () =>
    release.mutate(undefined, { onSuccess: () => say(t('packet.act.released')), onError: tell })
  return <Row icon="play" label={label} isBusy={release.isPending} onPress={onPress} />
}
