/** Which of the things a screen has read an event touches. Pure: an event in, query keys out. */

import type { Event } from '@laisee/client/generated/types.gen.ts'

type Key = readonly unknown[]
const always: Key[] = [['inbox']]
/** What waits for a word, and the wallets one sends from for an organisation. */
const ofOthers: Key[] = [['approvals'], ['organisations']]

/**
 * After these a conversation has another item, or has its items in another order. Any other event changes one that is
 * there: an open chat reads that one alone (chats/follow.ts), and every chat is read when it is opened.
 */
const comesOrGoes: ReadonlySet<string> = new Set([
  'packet.sent',
  'packet.undone',
  'packet.delivered',
  'transfer.sent',
  'transfer.undone',
  'transfer.delivered',
])

/** The keys to read again. */
export function touchedBy(event: Pick<Event, 'kind' | 'sourceId'>): Key[] {
  const [noun] = event.kind.split('.')
  switch (noun) {
    case 'packet':
      return [
        ['packet', event.sourceId],
        ['claims', event.sourceId],
        ['group-notices'],
        ['chats'],
        ...(comesOrGoes.has(event.kind) ? [['chat-items'], ['recipient']] : []),
        ['wallet'],
        ...(event.kind.endsWith('frozen') ? [['freezes']] : []),
        ['sends'],
        ['limits'],
        ...ofOthers,
        ...always,
      ]
    case 'transfer':
      return [
        ['transfer', event.sourceId],
        ['collections'],
        ['chats'],
        ...(comesOrGoes.has(event.kind) ? [['chat-items'], ['recipient']] : []),
        ['wallet'],
        ['sends'],
        ['limits'],
        ...ofOthers,
        ...always,
      ]
    case 'approval':
      return [
        [event.sourceId.startsWith('pkt_') ? 'packet' : 'transfer', event.sourceId],
        ['chats'],
        ['sends'],
        ...ofOthers,
        ...always,
      ]
    case 'organisation':
      return [...ofOthers, ...always]
    case 'wallet':
      return [['wallet'], ['freezes'], ...always]
    case 'freeze':
      return [['freezes'], ...always]
    case 'dispute':
      return [['disputes'], ...always]
    case 'contact':
    case 'block':
      return [['contacts'], ['blocks'], ['chats'], ['recipient'], ['person']]
    case 'group':
      return [
        ['groups'],
        ['group-notices', event.sourceId],
        ['group', event.sourceId],
        ['chats'],
        ['recipient'],
      ]
    case 'limits':
      return [['limits'], ...always]
    case 'family':
      return [['families'], ['wallet'], ['limits'], ['approvals'], ...always]
    case 'guardian':
      return [['guardians'], ['approvals'], ...always]
    case 'collection':
      return [['collections'], ...always]
    case 'return_request':
      return [['returns'], ['wallet'], ['limits'], ...always]
    case 'instalments':
      return [['instalments'], ['returns'], ['wallet'], ['limits'], ...always]
    case 'report':
      return [['report'], ...always]
    case 'member':
      return [['me'], ['person', event.sourceId], ['chats']]
    case 'passkey':
    case 'recovery_codes':
    case 'step_up':
      return [['passkeys'], ...always]
    case 'inbox':
      return always
    default:
      return []
  }
}
