import { describe, expect, it } from 'vitest'
import { decideContact, type ContactFields } from './contact.ts'
import { isRefusal } from './refusals.ts'

const nothing: ContactFields = { alias: null, relation: null, relationNote: null }
const bob = { id: 'mem_bob', known: true }

const rows: [code: string, field: string, other: typeof bob, asked: ContactFields][] = [
  ['invalid_request', 'relationNote', { id: 'mem_ann', known: false }, { ...nothing, relationNote: 'x' }],
  ['invalid_request', 'alias', { id: 'mem_ann', known: false }, { ...nothing, alias: '' }],
  ['invalid_request', 'relationNote', bob, { alias: '波', relation: 'other', relationNote: ' ' }],
  ['member_unknown', 'memberId', { id: 'mem_ann', known: false }, nothing],
  ['self_not_allowed', 'memberId', { id: 'mem_ann', known: true }, nothing],
]

describe('a contact is refused in one order', () => {
  it.each(rows)('%s: %s', (code, field, other, asked) => {
    const decision = decideContact('mem_ann', other, asked)
    if (!isRefusal(decision)) throw new Error('it was taken')
    expect(decision.code).toBe(code)
    expect(JSON.stringify(decision.data)).toContain(`"field":"${field}"`)
  })

  it('and taken as it is kept', () => {
    expect(
      decideContact('mem_ann', bob, { alias: ' 波 ', relation: 'other', relationNote: '球友 ' }),
    ).toEqual({
      alias: '波',
      relation: 'other',
      relationNote: '球友',
    })
  })
})
