/** How a bubble looks: its tone, its sign and its word, from the packet or transfer and the service's time. */

import type { TFunction } from 'i18next'
import type { IconName } from '../../ui/Icon.tsx'
import type { Packet, Transfer } from '../data/queries.ts'

/** `open` and `waiting` are bright; every other tone is paler, so that what still waits stands out. */
export type BubbleTone = 'open' | 'waiting' | 'undo' | 'mine' | 'paused' | 'out' | 'back' | 'expired' | 'good'

export interface Look {
  tone: BubbleTone
  icon: IconName
  word: string
}

/** Says a moment. */
type Tell = (at: string) => string

/** Whole seconds until a moment, none below nought. */
export function secondsUntil(at: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(at) - now) / 1_000))
}

/** A packet's bubble as this member sees it. */
export function packetLook(t: TFunction, tell: Tell, packet: Packet, myId: string, now: number): Look {
  const { state, myShare, claimedCount: claimed, count } = packet
  const mine = packet.payerId === myId
  if (myShare)
    return {
      tone: 'mine',
      icon: 'check',
      word: t('chat.packetState.claimed', { amount: myShare.amount }),
    }
  switch (state) {
    case 'approving':
    case 'rejected':
      return approvalLook(t, state)
    case 'held':
      return heldLook(t, tell, packet.heldUntil)
    case 'undo': {
      const left = secondsUntil(packet.deliverAt, now)
      const word = left > 0 ? t('chat.packetState.undo', { count: left }) : t('chat.packetState.undoing')
      return { tone: 'undo', icon: 'clock', word }
    }
    case 'open':
      return openLook(t, tell, packet, mine, now)
    case 'paused':
      return { tone: 'paused', icon: 'pause', word: t('common.states.paused') }
    case 'claimed_out':
      return {
        tone: 'out',
        icon: 'checkAll',
        word: count === 1 && mine ? t('chat.packetState.claimedByThem') : t('common.states.claimed_out'),
      }
    case 'expired':
      return { tone: 'expired', icon: 'clock', word: t('common.states.expired') }
    case 'undone':
      return { tone: 'back', icon: 'undo', word: t('common.states.undone') }
    case 'declined':
      return { tone: 'back', icon: 'hand', word: t('common.states.declined') }
    case 'recalled': {
      const some = claimed > 0 && mine
      const word = some ? t('chat.packetState.some', { claimed, count }) : ''
      return {
        tone: 'back',
        icon: 'recall',
        word: [t('common.states.recalled'), word].filter(Boolean).join(' · '),
      }
    }
    default:
      return newerLook(t)
  }
}

/** One that waits for somebody's word, or went back without it: only its sender ever sees it so. */
function approvalLook(t: TFunction, state: 'approving' | 'rejected'): Look {
  const word = t(`common.states.${state}`)
  return state === 'approving' ? { tone: 'undo', icon: 'clock', word } : { tone: 'back', icon: 'hand', word }
}

/** One that waits before its undo window: only its sender ever sees it so. */
function heldLook(t: TFunction, tell: Tell, heldUntil: string | null): Look {
  const word = heldUntil === null ? t('common.states.held') : t('chat.held', { at: tell(heldUntil) })
  return { tone: 'undo', icon: 'shield', word }
}

/** A state that a newer service has and this app does not know. */
function newerLook(t: TFunction): Look {
  return { tone: 'expired', icon: 'info', word: t('common.newer') }
}

function openLook(t: TFunction, tell: Tell, packet: Packet, mine: boolean, now: number): Look {
  const { claimedCount: claimed, count, notBefore, askedNotToOpenAt } = packet
  if (packet.test) return { tone: 'open', icon: 'info', word: t('chat.packetState.test') }
  if (askedNotToOpenAt !== null) {
    const word = t(mine ? 'chat.packetState.askedNotToOpen' : 'chat.packetState.heldBack')
    return { tone: 'open', icon: 'hand', word }
  }
  if (notBefore !== null && Date.parse(notBefore) > now)
    return { tone: 'open', icon: 'clock', word: t('chat.packetState.notYet', { at: tell(notBefore) }) }
  if (claimed > 0 && count > 1)
    return { tone: 'open', icon: 'packet', word: t('chat.packetState.some', { claimed, count }) }
  return { tone: 'open', icon: 'packet', word: t('chat.packetState.toClaim') }
}

/** A transfer's bubble as this member sees it. */
export function transferLook(t: TFunction, tell: Tell, transfer: Transfer, myId: string, now: number): Look {
  const { state } = transfer
  const mine = transfer.payerId === myId
  switch (state) {
    case 'approving':
    case 'rejected':
      return approvalLook(t, state)
    case 'held':
      return heldLook(t, tell, transfer.heldUntil)
    case 'undo': {
      const left = secondsUntil(transfer.deliverAt, now)
      const word = left > 0 ? t('chat.transferState.undo', { count: left }) : t('chat.packetState.undoing')
      return { tone: 'waiting', icon: 'clock', word }
    }
    case 'waiting':
      if (transfer.needsAcceptance && transfer.acceptedAt === null)
        return {
          tone: 'waiting',
          icon: 'hand',
          word: inLadder(
            t,
            transfer,
            t(mine ? 'chat.transferState.waitsForThem' : 'chat.transferState.toAccept'),
          ),
        }
      return {
        tone: 'waiting',
        icon: 'clock',
        word: transfer.arriveAt
          ? t('chat.transferState.arrivesAt', { at: tell(transfer.arriveAt) })
          : t('common.states.waiting'),
      }
    case 'arrived':
      return { tone: 'good', icon: 'check', word: inLadder(t, transfer, t('common.states.arrived')) }
    case 'undone':
      return { tone: 'back', icon: 'undo', word: t('common.states.undone') }
    case 'recalled':
      return { tone: 'back', icon: 'recall', word: t('common.states.recalled') }
    case 'declined':
      return { tone: 'back', icon: 'hand', word: t('common.states.returned') }
    case 'returned':
      return { tone: 'expired', icon: 'clock', word: t('common.states.returned') }
    default:
      return newerLook(t)
  }
}

/** Half of a ladder says which half it is. */
function inLadder(t: TFunction, { ladder }: Transfer, word: string): string {
  return ladder ? `${t(`ladder.bubble.${ladder.part}`)} · ${word}` : word
}

/** When the clock itself will change how an item stands: its next moment after now, or undefined. */
export function nextTurnOf(item: Packet | Transfer, now: number): number | undefined {
  const moments =
    'kind' in item
      ? [
          item.state === 'approving' && item.approveBy,
          item.state === 'held' && item.heldUntil,
          item.state === 'undo' && item.deliverAt,
          item.notBefore,
          isAlive(item) && item.expireAt,
        ]
      : [
          item.state === 'approving' && item.approveBy,
          item.state === 'held' && item.heldUntil,
          item.state === 'undo' && item.deliverAt,
          item.state === 'waiting' && item.arriveAt,
          item.state === 'waiting' && item.acceptBy,
        ]
  const ahead = moments
    .filter((at): at is string => typeof at === 'string')
    .map((at) => Date.parse(at))
    .filter((at) => at > now)
  return ahead.length === 0 ? undefined : Math.min(...ahead)
}

function isAlive({ state }: Packet): boolean {
  return state === 'held' || state === 'undo' || state === 'open' || state === 'paused'
}
