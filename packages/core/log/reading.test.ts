/** What whoever looks through the log is shown: who did it, what it changed, and a file of it. */

import { describe, expect, it } from 'vitest'
import { actorOf } from './actor.ts'
import { changesIn, fieldChanges } from './changes.ts'
import { entriesAsLines, entriesAsTable, type ExportedEntry } from './export-entries.ts'
import { isForgotten, isPersonal } from './forgotten.ts'

describe('who did it', () => {
  it.each([
    ['whoever an event names as its doer', { by: 'mem_a', payerId: 'mem_b' }, 'mem_a'],
    ['the first of several who approved', { by: ['mem_a', 'mem_c'] }, 'mem_a'],
    ['whoever paid', { payerId: 'mem_b' }, 'mem_b'],
    ['whoever submitted', { senderId: 'mem_c' }, 'mem_c'],
    ['nobody, where none is named', { memberId: 'mem_a', by: null }, null],
  ])('is %s', (_, data, actor) => expect(actorOf(data)).toBe(actor))
})

describe('old and new', () => {
  it('are found from what was told of the same thing before', () => {
    const before = [
      { memberId: 'mem_a', name: '李', undoS: 5 },
      { memberId: 'mem_a', changed: { name: '李老师' } },
    ]
    expect(changesIn({ changed: { name: '李校长', undoS: 10, photoUrl: null } }, before)).toEqual([
      { field: 'name', from: '李老师', to: '李校长' },
      { field: 'undoS', from: 5, to: 10 },
      { field: 'photoUrl', to: null },
    ])
  })

  it('are told by an event that names both, and nothing is made of what is no change', () => {
    const changes = fieldChanges({ a: [1], b: 2, gone: true }, { a: [1], b: 3, more: 'x' })
    expect(changes).toEqual([
      { field: 'b', from: 2, to: 3 },
      { field: 'gone', from: true, to: null },
      { field: 'more', to: 'x' },
    ])
    expect(changesIn({ changes }, [])).toEqual(changes)
    expect(changesIn({ changes: ['x', null, { field: 1 }] }, [])).toEqual([])
    expect(changesIn({ changed: 'name' }, [])).toEqual([])
  })
})

it('that a member was forgotten is never forgotten itself, and no money is', () => {
  expect(['member.created', 'contact.changed', 'passkey.added'].every(isPersonal)).toBe(true)
  expect(['member.forgotten', 'wallet.topped_up', 'packet.sent', 'limits.changed'].some(isPersonal)).toBe(
    false,
  )
  expect([isForgotten({ forgotten: true }), isForgotten({ forgotten: true, name: '李' })]).toEqual([
    true,
    false,
  ])
})

it('a file of entries keeps what members wrote as text, whatever it looks like', () => {
  const entry: ExportedEntry = {
    index: 7,
    at: '2026-11-22T08:00:00.000Z',
    kind: 'member.changed',
    sourceId: '=HYPERLINK("http://x")',
    seq: 2,
    actor: 'mem_a',
    policy: null,
    state: 'logged',
    changes: [{ field: 'name', from: '李', to: '王,"五"' }],
    data: { name: '王' },
    receipt: 'c2sp.org/tlog-proof@v1\n',
  }
  const [heading, row] = entriesAsTable([entry]).slice(1).split('\r\n')
  expect(heading).toBe('index,at,kind,source,seq,actor,policy,proof,changes,data')
  expect(row).toBe(
    '7,2026-11-22T08:00:00.000Z,member.changed,"\'=HYPERLINK(""http://x"")",2,mem_a,,logged,' +
      '"name: ""李"" → ""王,\\""五\\""""","{""name"":""王""}"',
  )
  expect(JSON.parse(entriesAsLines([entry]))).toEqual(entry)
})
