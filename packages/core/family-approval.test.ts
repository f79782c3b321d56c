import { describe, expect, test } from 'vitest'
import type { Act, ApprovalFile } from './approval.ts'
import { decideApprove, decideTransfer } from './approve.ts'
import {
  familyRoster,
  familyWords,
  isForsaken,
  needsGuardian,
  type FamilyWordFacts,
} from './family-approval.ts'

const [mama, papa, gran, son] = ['mem_mama', 'mem_papa', 'mem_gran', 'mem_son']
const adult: FamilyWordFacts = { band: 'adult', allowance: null, guardianIds: [] }
const allowance = { giverId: mama, approveAbove: 5_000n }
const teen = { band: 'teen', guardianIds: [papa, gran] } as const

describe('whose word a send waits for', () => {
  const chainOf = (amount: bigint, facts: Partial<FamilyWordFacts>) =>
    familyWords(amount, { ...adult, ...facts })?.chainId ?? null

  test.each([
    ['an adult’s own sum, however large', 9_000_000n, {}, null],
    ['exactly the sum a giver has set', 5_000n, { allowance }, null],
    ['one fen above it', 5_001n, { allowance }, 'family-giver'],
    [
      'anything, of an allowance whose giver asks of everything',
      1n,
      { allowance: { ...allowance, approveAbove: 0n } },
      'family-giver',
    ],
    ['an allowance that asks of nothing', 9_000n, { allowance: { ...allowance, approveAbove: null } }, null],
    ['a teenager’s ¥100', 10_000n, teen, null],
    ['one fen above it', 10_001n, teen, 'family-guardian'],
    ['a child’s ¥20.01', 2_001n, { ...teen, band: 'child' }, 'family-guardian'],
    ['a teenager’s large sum of an allowance', 10_001n, { ...teen, allowance }, 'family-both'],
    [
      'the same where the giver is a guardian',
      10_001n,
      { ...teen, guardianIds: [mama], allowance },
      'family-one-for-both',
    ],
    ['a teenager’s small sum of an allowance', 6_000n, { ...teen, allowance }, 'family-giver'],
  ] as const)('%s', (_, amount, facts, chain) => {
    expect(chainOf(amount, facts)).toBe(chain)
  })

  test('any one guardian will do, and the giver first where both are asked', () => {
    expect(familyWords(10_001n, { ...adult, ...teen, allowance })?.steps).toEqual([
      { manner: 'any', memberIds: [mama] },
      { manner: 'any', memberIds: [papa, gran] },
    ])
    expect(needsGuardian(10_000n, 'teen')).toBe(false)
  })
})

describe('a send that waits in a family', () => {
  const [giver, guardians] = [
    { manner: 'any', memberIds: [mama] },
    { manner: 'any', memberIds: [papa, gran] },
  ] as const
  const file = (...steps: ApprovalFile['steps']): ApprovalFile => ({
    senderId: son,
    payeeIds: [],
    steps,
    passOnAt: null,
    approveBy: 100,
    acts: [],
  })
  const all = { giverId: mama, guardianIds: [papa, gran] }
  const approved = (memberId: string): Act => {
    const filled = { step: 0, seatOf: memberId, toId: null, note: null }
    return { at: 1, kind: 'approved', memberId, ...filled }
  }

  test('is approved by one guardian, and not by its sender, a stranger or one who was unlinked', () => {
    const roster = familyRoster('family-guardian', { giverId: null, guardianIds: [papa] })
    expect(decideApprove(file(guardians), papa, roster, 1)).toMatchObject({ granted: true })
    expect(decideApprove(file(guardians), gran, roster, 1)).toMatchObject({ code: 'not_an_approver' })
    expect(decideApprove(file(guardians), mama, roster, 1)).toMatchObject({ code: 'not_an_approver' })
    expect(decideApprove(file(guardians), son, roster, 1)).toMatchObject({ code: 'own_act' })
  })

  test('is nobody’s to hand on', () => {
    const roster = familyRoster('family-both', all)
    const ask = { memberId: mama, toId: papa }
    expect(decideTransfer(file(giver, guardians), ask, roster)).toMatchObject({ code: 'stand_in_unfit' })
  })

  test('needs both where both are asked, the giver before the guardian', () => {
    const roster = familyRoster('family-both', all)
    const both = file(giver, guardians)
    expect(decideApprove(both, mama, roster, 1)).toMatchObject({ granted: false })
    expect(decideApprove(both, papa, roster, 1)).toMatchObject({ code: 'not_an_approver' })
    const next = { ...both, acts: [approved(mama)] }
    expect(decideApprove(next, gran, roster, 2)).toMatchObject({ granted: true })
  })

  test('waits on while one guardian is left, and no longer once none is', () => {
    const isOver = (
      chain: string,
      standing: typeof all | { giverId: null; guardianIds: string[] },
      of = file(guardians),
    ) => isForsaken(of, familyRoster(chain, standing))
    expect(isOver('family-guardian', { giverId: null, guardianIds: [gran] })).toBe(false)
    expect(isOver('family-guardian', { giverId: null, guardianIds: [] })).toBe(true)
    expect(isOver('family-both', { ...all, guardianIds: [] }, file(giver, guardians))).toBe(true)
    const given = { ...file(giver, guardians), acts: [approved(mama)] }
    expect(isOver('family-both', { giverId: null, guardianIds: [gran] }, given)).toBe(false)
  })

  test('with one person as giver and guardian needs them to be both still', () => {
    const isOver = (giverId: string | null, guardianIds: string[]) =>
      isForsaken(file(giver), familyRoster('family-one-for-both', { giverId, guardianIds }))
    expect([isOver(mama, [mama]), isOver(mama, [gran]), isOver(null, [mama])]).toEqual([false, true, true])
  })
})
