import { describe, expect, it } from 'vitest'
import { chainProblems, copiesOf, seat, timersOf, type Chain, type ChainPeople } from './chain.ts'

const people: ChainPeople = {
  holders: { approver: ['ann', 'bob'], administrator: ['ada'] },
  senders: ['sam', 'bob'],
  members: ['ada', 'ann', 'bob', 'eve', 'sam'],
}
const chain: Chain = {
  id: 'large-sums',
  says: { zh: '大额由两人审批', en: 'two people look at large sums' },
  steps: [{ manner: 'any', approvers: [{ role: 'approver' }] }],
  timeoutS: 3_600,
  onTimeout: 'reject',
  copyTo: [{ role: 'administrator' }],
}
const codes = (change: Partial<Chain>, of = people) =>
  chainProblems({ ...chain, ...change }, of).map(({ code, at }) => `${code} ${at}`)
const any = (...approvers: Chain['steps'][number]['approvers']) => ({ manner: 'any' as const, approvers })

describe('a chain', () => {
  it('with people in every step may hold', () => {
    expect(codes({})).toEqual([])
  })

  it.each([
    [['chain_id_not_valid id'], { id: 'Large sums' }],
    [['no_sentence says.en'], { says: { zh: '大额', en: ' ' } }],
    [['timeout_not_valid timeoutS'], { timeoutS: 599 }],
    [['timeout_not_valid timeoutS'], { timeoutS: 31 * 86_400 }],
    [['no_steps steps'], { steps: [] }],
    [['nobody_in_step steps.0'], { steps: [any()] }],
    [
      ['not_in_organisation steps.0.approvers.1', 'only_the_sender steps.0'],
      { steps: [any({ memberId: 'bob' }, { memberId: 'gone' })] },
    ],
    [
      ['not_in_organisation steps.0.approvers.0', 'nobody_in_step steps.0'],
      { steps: [any({ memberId: 'sam' })] },
    ],
    [['not_in_organisation copyTo.1'], { copyTo: [{ memberId: 'eve' }, { memberId: 'pia' }] }],
    [['only_the_sender steps.1'], { steps: [any({ role: 'approver' }), any({ memberId: 'bob' })] }],
    [['approver_twice steps.1'], { steps: [any({ memberId: 'ann' }), any({ memberId: 'ann' })] }],
    [
      ['approver_twice steps.0'],
      { steps: [any({ memberId: 'ann' }, { memberId: 'ann' }, { memberId: 'bob' })] },
    ],
  ] as const)('is told %j', (problems, change) => {
    expect(codes(change as Partial<Chain>)).toEqual(problems)
  })

  it('of a role nobody holds has nobody in it', () => {
    const nobody = { ...people, holders: { approver: [], administrator: ['ada'] } }
    expect(codes({}, nobody)).toEqual(['nobody_in_step steps.0'])
  })
})

describe('a chain that is submitted', () => {
  it('seats whoever holds the role but the sender, and the people it names as it names them', () => {
    const mixed = {
      ...chain,
      steps: [
        ...chain.steps,
        { manner: 'all' as const, approvers: [{ memberId: 'bob' }, { role: 'administrator' as const }] },
      ],
    }
    const own = { senderId: 'bob', payeeIds: [] }
    expect(seat(mixed, people, own)).toEqual([
      { manner: 'any', memberIds: ['ann'] },
      { manner: 'all', memberIds: ['bob', 'ada'] },
    ])
    expect(seat(mixed, people, { senderId: 'sam', payeeIds: ['ann', 'bob'] })).toEqual([
      { manner: 'any', memberIds: [] },
      { manner: 'all', memberIds: ['bob', 'ada'] },
    ])
    expect(copiesOf(chain, people)).toEqual(['ada'])
  })

  it('ends at its time, or goes on to administrators for as long again', () => {
    expect(timersOf(chain, 0)).toEqual({ passOnAt: null, remindAt: 1_800_000, approveBy: 3_600_000 })
    expect(timersOf({ ...chain, onTimeout: 'administrators' }, 0)).toMatchObject({
      passOnAt: 3_600_000,
      approveBy: 7_200_000,
    })
  })
})
