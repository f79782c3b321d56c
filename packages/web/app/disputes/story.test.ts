import { describe, expect, it } from 'vitest'
import type { Dispute, Fact } from './disputes-data.ts'
import { askedOf, mayAdd, mayWithdraw, saysOf, wordsOf } from './story.ts'

const fact = (no: number, kind: Fact['kind'], more: Partial<Fact> = {}): Fact => ({
  ...{ no, kind, at: '2026-11-22T04:00:00Z', by: 'mem_opener', toId: null, text: null, outcome: null },
  ...{ amount: null, answerBy: null, documentId: null, effect: null, effectId: null },
  ...{ freezeId: null, orderReference: null, byRole: null },
  ...more,
})
const opened = fact(1, 'opened', { text: '被骗了' })
const asked = fact(2, 'asked', { by: 'staff', toId: 'mem_other', text: '为什么收钱？' })
const dispute = (state: Dispute['state'], facts: Fact[]) =>
  ({ state, facts, openerId: 'mem_opener', otherId: 'mem_other' }) as Dispute

describe('a dispute', () => {
  it('tells whoever is asked that they are, and the other side that it waits for them', () => {
    const one = dispute('asked', [opened, asked])
    expect(saysOf(one, 'mem_other')).toBe('askedMe')
    expect(saysOf(one, 'mem_opener')).toBe('askedOther')
    expect(askedOf(one, 'mem_other')).toBe(asked)
    expect(askedOf(one, 'mem_opener')).toBeUndefined()
    expect(askedOf(dispute('in_hand', [opened, asked]), 'mem_other')).toBeUndefined()
  })

  it('shows what the sides said and not what the agent asked', () => {
    const statement = fact(3, 'statement', { by: 'mem_other', text: '是货款' })
    const document = fact(4, 'document', { documentId: 'doc_1' })
    expect(wordsOf([opened, asked, statement, document])).toEqual([opened, statement])
  })

  it.each<[Dispute['state'], boolean]>([
    ['waiting', true],
    ['in_hand', true],
    ['asked', true],
    ['decided', false],
    ['appealed', true],
    ['closed', false],
    ['withdrawn', false],
  ])('that is %s takes more from its sides: %s', (state, may) => expect(mayAdd({ state })).toBe(may))

  it('is taken back by whoever opened it, and not once it was decided', () => {
    expect(mayWithdraw(dispute('in_hand', [opened]), 'mem_opener')).toBe(true)
    expect(mayWithdraw(dispute('in_hand', [opened]), 'mem_other')).toBe(false)
    const appealed = [opened, fact(2, 'decided'), fact(3, 'appealed')]
    expect(mayWithdraw(dispute('appealed', appealed), 'mem_opener')).toBe(false)
  })
})
