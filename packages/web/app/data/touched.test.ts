import { expect, test } from 'vitest'
import { touchedBy } from './touched.ts'

const names = (kind: string) =>
  touchedBy({ kind: kind as never, sourceId: 'pkt_1' }).map((key) => key.join(' '))

test('a packet that comes, goes or is undone changes what a chat has', () => {
  for (const kind of ['packet.sent', 'packet.delivered', 'packet.undone'])
    expect(names(kind)).toContain('chat-items')
})

test('a claim changes the packet and the list of chats, and no chat is read again whole for it', () => {
  const touched = names('packet.claimed')
  expect(touched).toEqual(expect.arrayContaining(['packet pkt_1', 'claims pkt_1', 'chats', 'wallet']))
  expect(touched).not.toContain('chat-items')
})

test('a word on a send changes the send, what waits for a word, and the wallet it is paid from', () => {
  expect(names('approval.granted')).toEqual(
    expect.arrayContaining(['packet pkt_1', 'approvals', 'sends', 'organisations', 'inbox']),
  )
  expect(names('packet.undone')).toEqual(expect.arrayContaining(['approvals', 'organisations']))
})

test('who one keeps or blocks changes names, the list of chats and whom one may pay', () => {
  for (const kind of ['contact.changed', 'block.added'])
    expect(names(kind)).toEqual(expect.arrayContaining(['contacts', 'blocks', 'chats', 'recipient']))
})
