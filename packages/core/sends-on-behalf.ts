/**
 * What was sent on behalf of an organisation, as its people look for it: who sees which, and what a search finds.
 * Whoever answers for the organisation's money, or audits it, sees all of it; whoever sends or approves, their own.
 */

import { holds, isActive, type Membership } from './organisation.ts'
import { packetKinds, packetStates, type PacketKind, type PacketState } from './packet.ts'
import { refuse, type Refusal } from './refusals.ts'
import { transferStates, type TransferState } from './transfer.ts'

export type SendKind = PacketKind | 'transfer'
export const sendKinds: readonly SendKind[] = [...packetKinds, 'transfer']

export type SendState = PacketState | TransferState
/** Every state of a packet or a transfer, each once. */
export const sendStates: readonly SendState[] = [...new Set<SendState>([...packetStates, ...transferStates])]

const seesAll = ['administrator', 'auditor'] as const
const seesOwn = ['sender', 'approver'] as const
export const sendReaders = [...seesOwn, ...seesAll] as const

/** Which sends of an organisation are this member's to see: all of them, or their own. Nobody else is shown any. */
export function decideSeeSends(own: Membership | undefined): 'all' | 'own' | Refusal {
  if (!isActive(own)) return refuse('not_found')
  if (seesAll.some((role) => holds(own, role))) return 'all'
  return seesOwn.some((role) => holds(own, role))
    ? 'own'
    : refuse('role_missing', { roles: [...sendReaders] })
}

/**
 * May this member ask back what somebody else sent for the organisation? Its administrators, once its sender is in it no
 * more: until then it is theirs to ask. Whoever is not shown the send is told that there is none.
 */
export function decideAskForOrganisation(
  own: Membership | undefined,
  sender: Membership | undefined,
): 'ask' | Refusal {
  if (decideSeeSends(own) !== 'all') return refuse('not_found')
  if (!holds(own, 'administrator')) return refuse('role_missing', { roles: ['administrator'] })
  return isActive(sender) ? refuse('sender_still_there') : 'ask'
}

/** What of a send a search looks into. */
export interface Searched {
  id: string
  /** The greeting or the note. */
  words: string
  /** What its recipients, or their group, are called. */
  names: readonly string[]
}

/** As letters are compared: full and half width, capital and small are the same. */
const folded = (text: string) => text.normalize('NFKC').toLowerCase().trim()

/** Whether a search finds this send: by its id, its words, or somebody it is for. */
export function isFoundBy(text: string, { id, words, names }: Searched): boolean {
  const sought = folded(text)
  return [id, words, ...names].some((part) => folded(part).includes(sought))
}
