/** The newest item of a conversation in a line of the list, as whoever looks would tell it. */

import type { TFunction } from 'i18next'
import type { Chat, ChatLatest } from './chats-data.ts'
import { about, plainly, type Said } from './words-of.ts'

/** The line under a conversation's name. In a group it begins with who sent it. */
export function latestLine(chat: Chat): Said {
  const { latest } = chat
  if (!latest) return plainly((t) => t('chats.latest.none'))
  if (latest.kind === 'transfer') return transferLine(latest)
  const mine = latest.direction === 'sent'
  if (latest.state === 'recalled')
    return mine
      ? plainly((t) => t('chats.latest.youRecalled'))
      : about(latest.payerId, knownOf(chat), (t, name) => t('chats.latest.theyRecalled', { name }))
  if (latest.state === 'undone') return plainly((t) => t('chats.latest.youUndid'))
  if (latest.state === 'declined' && chat.kind === 'member')
    return plainly((t) => t(mine ? 'chats.latest.theyDeclined' : 'chats.latest.youDeclined'))
  const say = (t: TFunction) => packetText(t, latest)
  if (chat.kind === 'member' || mine) return plainly(say)
  return about(latest.payerId, undefined, (t, name) => t('chats.by', { name, text: say(t) }))
}

function knownOf({ kind, alias, name }: Chat): string | undefined {
  return kind === 'member' ? (alias ?? name) : undefined
}

function packetText(t: TFunction, { state, text, canClaim }: ChatLatest): string {
  const isPlain = canClaim || state === 'open'
  if (isPlain) return text === '' ? t('chats.packetTag') : t('chats.latest.packet', { text })
  const word = t(`common.states.${state}`)
  return text === ''
    ? t('chats.latest.packetState', { state: word })
    : t('chats.latest.packetGone', { state: word, text })
}

const transferEnds = {
  undone: { sent: 'youUndidTransfer', received: 'youUndidTransfer' },
  recalled: { sent: 'youRecalledTransfer', received: 'theyRecalledTransfer' },
  declined: { sent: 'theyDeclinedTransfer', received: 'youDeclinedTransfer' },
} as const

function transferLine({ state, direction, amount }: ChatLatest): Said {
  if (state === 'undone' || state === 'recalled' || state === 'declined') {
    const key = transferEnds[state][direction]
    return plainly((t) => t(`chats.latest.${key}`, { amount: amount ?? 0 }))
  }
  return plainly((t) => {
    const fields = { state: t(`common.states.${state}`), amount: amount ?? 0 }
    return direction === 'sent'
      ? t('chats.latest.transferTo', fields)
      : t('chats.latest.transferFrom', fields)
  })
}
