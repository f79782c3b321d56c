/** Which of the things a screen has read an event touches. Pure: an event in, query keys out. */

import type { Event } from '@laisee/client/generated/types.gen.ts'

type Key = readonly unknown[]
const always: Key[] = [['inbox']]
/** What waits for a word, and the wallets one sends from for an organisation. */
const ofOthers: Key[] = [['approvals'], ['organisations']]
const ofPeople: Key[] = [['contacts'], ['blocks'], ['chats'], ['recipient'], ['person']]
const ofPasskeys: Key[] = [['passkeys'], ...always]

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

/** What is read again alike after any event of a thing. */
const ofThing: Readonly<Record<string, Key[]>> = {
  organisation: [...ofOthers, ...always],
  wallet: [['wallet'], ['freezes'], ...always],
  freeze: [['freezes'], ...always],
  dispute: [['disputes'], ...always],
  contact: ofPeople,
  block: ofPeople,
  limits: [['limits'], ...always],
  family: [['families'], ['wallet'], ['limits'], ['approvals'], ...always],
  guardian: [['guardians'], ['approvals'], ...always],
  collection: [['collections'], ...always],
  return_request: [['returns'], ['wallet'], ['limits'], ...always],
  instalments: [['instalments'], ['returns'], ['wallet'], ['limits'], ...always],
  report: [['report'], ...always],
  passkey: ofPasskeys,
  recovery_codes: ofPasskeys,
  step_up: ofPasskeys,
  inbox: always,
}

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
    case 'group':
      return [
        ['groups'],
        ['group-notices', event.sourceId],
        ['group', event.sourceId],
        ['chats'],
        ['recipient'],
      ]
    case 'member':
      return [['me'], ['person', event.sourceId], ['chats']]
    default:
      return ofThing[noun!] ?? []
  }
}
