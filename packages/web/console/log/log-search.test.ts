import { expect, it } from 'vitest'
import { logSearchOf } from './log-search.ts'

it('the search in the log asks for what the address says, and leaves out what nobody would know', () => {
  expect(logSearchOf({})).toEqual({})
  expect(
    logSearchOf({
      kind: 'packet.sent',
      actor: ' mem_1 ',
      source: 'pkt_1',
      from: '2026-11-01',
      until: '2026-11-01',
    }),
  ).toEqual({
    kind: 'packet.sent',
    actor: 'mem_1',
    sourceId: 'pkt_1',
    from: new Date(2026, 10, 1).toISOString(),
    until: new Date(2026, 10, 2).toISOString(),
  })
  expect(
    logSearchOf({ kind: 'packet.eaten', actor: '李 雷', source: ' ', from: 'soon', until: '2026-13-99x' }),
  ).toEqual({})
})
