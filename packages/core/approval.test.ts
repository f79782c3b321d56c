import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  delegationMaxMs,
  hasActed,
  isGranted,
  openStep,
  questionsMax,
  remindEveryMs,
  type Act,
  type ActKind,
  type ApprovalFile,
  type Roster,
} from './approval.ts'
import { waitsFor } from './filling.ts'
import {
  decideAnswer,
  decideApprove,
  decideAsk,
  decideBreakGlass,
  decideBulk,
  decideDelegate,
  decideRemind,
  decideTransfer,
  decideWord,
} from './approve.ts'
import { hourMs } from './instant.ts'
import { isRefusal } from './refusals.ts'

const now = 1_800_000_000_000
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'yes')

const roster = (fit: string[], administrators: string[] = [], more: Partial<Roster> = {}): Roster => ({
  fit: new Set([...fit, ...administrators]),
  administrators: new Set(administrators),
  delegations: [],
  ...more,
})
const file = (steps: ApprovalFile['steps'], more: Partial<ApprovalFile> = {}): ApprovalFile => ({
  senderId: 'sam',
  payeeIds: [],
  steps,
  passOnAt: null,
  approveBy: now + 10 * hourMs,
  acts: [],
  ...more,
})
const act = (kind: ActKind, memberId: string, more: Partial<Act> = {}): Act => ({
  at: now,
  kind,
  memberId,
  step: null,
  seatOf: null,
  toId: null,
  note: null,
  ...more,
})
const both = { manner: 'all', memberIds: ['ann', 'bob'] } as const
const either = { manner: 'any', memberIds: ['ann', 'bob'] } as const
const everyone = roster(['ann', 'bob', 'cai'], ['ada', 'abe'])

/** Approve one after another, as the server would write it. */
function approve(start: ApprovalFile, who: readonly string[], of: Roster = everyone): ApprovalFile {
  return who.reduce((one, memberId) => {
    const done = decideApprove(one, memberId, of, now)
    if (isRefusal(done)) throw new Error(`${memberId}: ${done.code}`)
    return {
      ...one,
      acts: [...one.acts, act('approved', memberId, { step: done.step, seatOf: done.seatOf })],
    }
  }, start)
}

describe('a step', () => {
  it('of all is done when each of them has approved, in any order', () => {
    expect(isGranted(approve(file([both]), ['bob']))).toBe(false)
    expect(isGranted(approve(file([both]), ['bob', 'ann']))).toBe(true)
  })

  it('of any is done when one of them has', () => {
    expect(decideApprove(file([either]), 'bob', everyone, now)).toEqual({
      step: 0,
      seatOf: 'bob',
      granted: true,
    })
  })

  it('comes after the one before it', () => {
    const two = file([either, { manner: 'any', memberIds: ['cai'] }])
    expect(codeOf(decideApprove(two, 'cai', everyone, now))).toBe('not_an_approver')
    const later = approve(two, ['ann'])
    expect(openStep(later)).toBe(1)
    expect(waitsFor(later, everyone, now)).toEqual(['cai'])
    expect(isGranted(approve(later, ['cai']))).toBe(true)
  })
})

describe('an approval is refused', () => {
  it.each([
    ['own_act', 'sam', file([{ manner: 'any', memberIds: ['sam', 'ann'] }]), roster(['sam', 'ann'], ['sam'])],
    [
      'acted_already',
      'ann',
      file([both], { acts: [act('approved', 'ann', { step: 0, seatOf: 'ann' })] }),
      everyone,
    ],
    ['acted_already', 'ada', file([both], { acts: [act('broke_glass', 'ada')] }), everyone],
    ['not_an_approver', 'cai', file([both]), everyone],
    ['not_an_approver', 'ann', file([both]), roster(['bob'])],
    ['not_an_approver', 'ada', file([both]), everyone],
  ] as const)('as %s', (code, memberId, one, of) => {
    expect(codeOf(decideApprove(one, memberId, of, now))).toBe(code)
    expect(codeOf(decideWord(one, memberId, of, now))).toBe(code)
  })
})

describe('an empty seat', () => {
  it('of one who left is an administrator’s, and the others still have to approve', () => {
    const left = roster(['ann'], ['ada'])
    expect(waitsFor(file([both]), left, now).sort()).toEqual(['ada', 'ann'])
    expect(decideApprove(file([both]), 'ada', left, now)).toEqual({ step: 0, seatOf: 'bob', granted: false })
  })

  it('is nobody’s to fill where another of the same step can approve', () => {
    expect(waitsFor(file([either]), roster(['ann'], ['ada']), now)).toEqual(['ann'])
    expect(waitsFor(file([either]), roster([], ['ada']), now)).toEqual(['ada'])
  })

  it('is what a sender’s own seat is, and a seat of one who had their word in an earlier step', () => {
    const own = file([{ manner: 'all', memberIds: ['sam', 'ann'] }])
    const of = roster(['ann', 'sam'], ['ada'])
    expect(waitsFor(own, of, now).sort()).toEqual(['ada', 'ann'])
    const twice = approve(file([either, { manner: 'any', memberIds: ['ann'] }]), ['ann'])
    expect(waitsFor(twice, everyone, now)).toEqual(['ada', 'abe'])
  })

  it('is a step nobody sits in', () => {
    const nobody = file([{ manner: 'all', memberIds: [] }])
    expect(decideApprove(nobody, 'ada', everyone, now)).toEqual({ step: 0, seatOf: null, granted: true })
    expect(waitsFor(nobody, roster(['ann']), now)).toEqual([])
  })
})

describe('time', () => {
  it('passes everything on to administrators where the chain says so, and never approves', () => {
    const passed = file([both, { manner: 'any', memberIds: ['cai'] }], { passOnAt: now })
    expect(codeOf(decideApprove({ ...passed, passOnAt: now + 1 }, 'ada', everyone, now))).toBe(
      'not_an_approver',
    )
    expect(decideApprove(passed, 'ada', everyone, now)).toEqual({ step: null, seatOf: null, granted: true })
    expect(isGranted({ ...passed, approveBy: now - 1 })).toBe(false)
  })
})

describe('somebody else', () => {
  const delegation = { fromId: 'ann', toId: 'cai', since: now, until: now + hourMs }
  it('approves for whoever delegated to them, for that time', () => {
    const of = roster(['ann', 'bob', 'cai'], [], { delegations: [delegation] })
    expect(decideApprove(file([both]), 'cai', of, now)).toEqual({ step: 0, seatOf: 'ann', granted: false })
    expect(codeOf(decideApprove(file([both]), 'cai', of, now + hourMs))).toBe('not_an_approver')
    expect(codeOf(decideApprove(file([both]), 'cai', of, now - 1))).toBe('not_an_approver')
    const toSender = { ...of, delegations: [{ ...delegation, toId: 'sam' }] }
    expect(codeOf(decideApprove(file([both]), 'sam', toSender, now))).toBe('own_act')
  })

  it('never has a word in a seat of their own and one that was delegated to them', () => {
    const of = roster(['ann', 'bob'], [], { delegations: [{ ...delegation, toId: 'bob' }] })
    expect(codeOf(decideApprove(approve(file([both]), ['bob'], of), 'bob', of, now))).toBe('acted_already')
  })

  it.each([
    ['role_missing', { fromId: 'zoe' }],
    ['self_not_allowed', { toId: 'ann' }],
    ['stand_in_unfit', { toId: 'zoe' }],
    ['stand_in_unfit', { until: now }],
    ['stand_in_unfit', { until: now + delegationMaxMs + 1 }],
    ['yes', {}],
  ])('is delegated to: %s', (code, change) => {
    expect(codeOf(decideDelegate({ ...delegation, ...change }, everyone))).toBe(code)
  })

  it('is given a seat for good, once', () => {
    const moved = file([both], { acts: [act('transferred', 'ann', { step: 0, seatOf: 'ann', toId: 'cai' })] })
    expect(waitsFor(moved, everyone, now).sort()).toEqual(['bob', 'cai'])
    expect(isGranted(approve(moved, ['cai', 'bob']))).toBe(true)
  })

  it.each([
    ['own_act', 'sam', 'cai'],
    ['acted_already', 'abe', 'cai'],
    ['stand_in_unfit', 'ann', 'sam'],
    ['stand_in_unfit', 'ann', 'bob'],
    ['stand_in_unfit', 'ann', 'abe'],
    ['stand_in_unfit', 'ann', 'zoe'],
    ['not_an_approver', 'cai', 'ada'],
    ['yes', 'ann', 'cai'],
  ])('is given a seat: %s', (code, memberId, toId) => {
    const one = file([both], { acts: [act('broke_glass', 'abe')] })
    expect(codeOf(decideTransfer(one, { memberId, toId }, everyone))).toBe(code)
  })
})

describe('whoever is paid by it', () => {
  const one = file([both], { payeeIds: ['ann', 'ada'] })
  it('approves nothing of it, hands nothing on, is handed nothing and breaks no glass', () => {
    expect(codeOf(decideApprove(one, 'ann', everyone, now))).toBe('own_act')
    expect(codeOf(decideTransfer(one, { memberId: 'ann', toId: 'cai' }, everyone))).toBe('own_act')
    expect(codeOf(decideTransfer(one, { memberId: 'bob', toId: 'ada' }, everyone))).toBe('stand_in_unfit')
    expect(codeOf(decideBreakGlass(one, 'ada', everyone))).toBe('own_act')
  })

  it('has an empty seat, which another administrator fills', () => {
    expect(waitsFor(one, everyone, now).sort()).toEqual(['abe', 'bob'])
    expect(isGranted(approve(one, ['abe', 'bob']))).toBe(true)
  })
})

describe('a question', () => {
  it('is answered by the sender alone, once each', () => {
    const asked = file([both], { acts: [act('asked', 'ann', { note: '给谁的？' })] })
    expect(codeOf(decideAnswer(asked, 'bob'))).toBe('not_an_approver')
    expect(decideAnswer(asked, 'sam')).toBe('answer')
    expect(codeOf(decideAnswer(file([both]), 'sam'))).toBe('nothing_asked')
    const answered = { ...asked, acts: [...asked.acts, act('answered', 'sam')] }
    expect(codeOf(decideAnswer(answered, 'sam'))).toBe('nothing_asked')
    expect(hasActed(asked, 'ann')).toBe(false)
  })
})

describe('another question', () => {
  const asked = (times: number, answered = times) =>
    file([both], {
      acts: Array.from({ length: times }, (_, i) => [
        act('asked', 'ann'),
        ...(i < answered ? [act('answered', 'sam')] : []),
      ]).flat(),
    })
  it.each([
    ['asked_enough', 'ann', asked(1, 0), true],
    ['asked_enough', 'ann', asked(questionsMax), false],
  ])('is answered %s', (_code, memberId, one, unanswered) => {
    expect(decideAsk(one, memberId, everyone, now)).toMatchObject({
      code: 'asked_enough',
      data: { max: questionsMax, unanswered },
    })
  })

  it('is asked after an answer, and by whoever has not asked', () => {
    expect(decideAsk(asked(questionsMax - 1), 'ann', everyone, now)).toEqual({ step: 0, seatOf: 'ann' })
    expect(decideAsk(asked(1, 0), 'bob', everyone, now)).toEqual({ step: 0, seatOf: 'bob' })
    expect(codeOf(decideAsk(asked(0), 'sam', everyone, now))).toBe('own_act')
  })
})

describe('a reminder', () => {
  const after = (...at: number[]) =>
    file([both], { acts: at.map((one) => act('reminded', 'sam', { at: one })) })
  it.each([
    ['not_an_approver', 'ann', after()],
    ['reminded_enough', 'sam', after(now - remindEveryMs + 1)],
    ['reminded_enough', 'sam', after(now - 9e9, now - 8e9, now - 7e9)],
    ['yes', 'sam', after(now - remindEveryMs)],
    ['yes', 'sam', after()],
  ])('is answered %s', (code, memberId, one) => {
    expect(codeOf(decideRemind(one, memberId, now))).toBe(code)
  })
})

describe('breaking the glass', () => {
  it('takes two administrators, neither of whom sent it or had their word', () => {
    const one = file([both])
    expect(decideBreakGlass(one, 'ada', everyone)).toEqual({ granted: false, missing: 1 })
    const half = { ...one, acts: [act('broke_glass', 'ada')] }
    expect(isGranted(half)).toBe(false)
    expect(codeOf(decideBreakGlass(half, 'ada', everyone))).toBe('acted_already')
    expect(codeOf(decideBreakGlass(half, 'ann', everyone))).toBe('not_an_approver')
    expect(codeOf(decideBreakGlass(half, 'sam', roster([], ['sam'])))).toBe('own_act')
    expect(decideBreakGlass(half, 'abe', everyone)).toEqual({ granted: true, missing: 0 })
  })
})

describe('a glass broken by somebody who lost the role', () => {
  const half = file([both], { acts: [act('broke_glass', 'ada')] })
  const without = roster(['ann', 'bob', 'cai'], ['abe'])

  it('is whole again: it takes two more who are administrators', () => {
    expect(decideBreakGlass(half, 'abe', without)).toEqual({ granted: false, missing: 1 })
  })

  it('lets no approval through that is one of two', () => {
    const twice = { ...half, acts: [...half.acts, act('broke_glass', 'abe')] }
    expect(decideApprove(twice, 'ann', without, now)).toMatchObject({ granted: false })
  })
})

describe('several at once', () => {
  it.each([
    ['yes', [100n, 200n], 300n],
    ['bulk_above_max', [100n, 201n], 300n],
    ['bulk_above_max', [1n], null],
  ])('are answered %s', (code, amounts, max) => {
    expect(codeOf(decideBulk(amounts, max))).toBe(code)
  })
})

describe('whatever people do', () => {
  const people = ['sam', 'ann', 'bob', 'cai', 'dan', 'ada', 'abe']
  const someone = fc.constantFrom(...people)
  const some = fc.uniqueArray(someone, { maxLength: 4 })
  const anyFile = fc.record({
    steps: fc.array(fc.record({ manner: fc.constantFrom('all', 'any'), memberIds: some }), {
      minLength: 1,
      maxLength: 3,
    }),
    passOnAt: fc.constantFrom(null, now + 5),
  })
  const move = fc.record({
    what: fc.constantFrom('approve', 'transfer', 'glass'),
    who: someone,
    to: someone,
    fit: fc.uniqueArray(someone, { minLength: 3 }),
    administrators: fc.uniqueArray(fc.constantFrom('ada', 'abe', 'sam')),
    delegated: fc.record({ fromId: someone, toId: someone }),
  })

  it('nobody approves their own, nobody acts twice, and as many heads as steps have nodded', () => {
    fc.assert(
      fc.property(anyFile, fc.array(move, { maxLength: 25 }), (start, moves) => {
        let one = file(start.steps as ApprovalFile['steps'], { passOnAt: start.passOnAt })
        let isBroken = false
        for (const [i, { what, who, to, fit, administrators, delegated }] of moves.entries()) {
          if (isGranted(one) || isBroken) break
          const of = roster(fit, administrators, {
            delegations: [{ ...delegated, since: now, until: now + 100 }],
          })
          const at = now + i
          if (what === 'approve') {
            const done = decideApprove(one, who, of, at)
            if (isRefusal(done)) continue
            const next = {
              ...one,
              acts: [...one.acts, act('approved', who, { at, step: done.step, seatOf: done.seatOf })],
            }
            expect(isGranted(next)).toBe(done.granted)
            one = next
          } else if (what === 'transfer') {
            const done = decideTransfer(one, { memberId: who, toId: to }, of)
            if (!isRefusal(done))
              one = { ...one, acts: [...one.acts, act('transferred', who, { ...done, toId: to })] }
          } else {
            const done = decideBreakGlass(one, who, of)
            if (isRefusal(done)) continue
            const before = one.acts.filter(
              ({ kind, memberId }) => kind === 'broke_glass' && of.administrators.has(memberId),
            )
            expect(done.granted).toBe(before.length >= 1)
            isBroken = done.granted
            one = { ...one, acts: [...one.acts, act('broke_glass', who)] }
          }
        }
        const words = one.acts.filter(({ kind }) => kind !== 'transferred').map(({ memberId }) => memberId)
        expect(words).not.toContain('sam')
        expect(new Set(words).size).toBe(words.length)
        const passed = one.acts.some(({ kind, step }) => kind === 'approved' && step === null)
        if (isGranted(one) && !passed)
          expect(one.acts.filter(({ kind }) => kind === 'approved').length).toBeGreaterThanOrEqual(
            one.steps.length,
          )
        if (passed) expect(one.passOnAt).not.toBeNull()
      }),
      { numRuns: 400 },
    )
  })
})
