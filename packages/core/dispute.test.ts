import { describe, expect, it } from 'vitest'
import { answerTimes, appealWithinMs, standingOf, type DisputeCause, type Fact } from './dispute.ts'
import {
  decideAddToDispute,
  decideAskSide,
  decideAppealDispute,
  decideAssign,
  decideDecision,
  decideOpenDispute,
  decideWithdrawDispute,
  decideWork,
} from './dispute-verbs.ts'
import { decideAnswers, disputeQuestions, questionsOf } from './dispute-form.ts'
import { dayMs, fromIso, hourMs } from './instant.ts'
import { isRefusal } from './refusals.ts'

const opened = fromIso('2026-11-22T04:00:00Z')!
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'yes')

/** Facts an hour apart, numbered; the first that it was opened. */
function facts(...parts: Partial<Fact>[]): Fact[] {
  return [{ kind: 'opened' as const, by: 'mem_opener' }, ...parts].map((part, i) => ({
    no: i + 1,
    kind: 'note',
    at: opened + i * hourMs,
    by: 'mem_agent',
    toId: null,
    outcome: null,
    answerBy: null,
    ...part,
  }))
}
const standing = (
  parts: Partial<Fact>[],
  now = opened + parts.length * hourMs,
  cause: DisputeCause = 'mistake',
) => standingOf({ cause, openerId: 'mem_opener', otherId: 'mem_other' }, facts(...parts), now)

const assigned = { kind: 'assigned', toId: 'mem_agent' } as const
const decided = { kind: 'decided', outcome: 'return' } as const
const appealed = { kind: 'appealed', by: 'mem_opener' } as const
const asked = { kind: 'asked', toId: 'mem_other', answerBy: opened + 2 * dayMs } as const

describe('what its facts make of a dispute', () => {
  it.each<[string, Partial<Fact>[], string]>([
    ['opened, it waits', [], 'waiting'],
    ['taken in hand', [assigned], 'in_hand'],
    ['a side is asked', [assigned, asked], 'asked'],
    ['the side answers', [assigned, asked, { kind: 'statement', by: 'mem_other' }], 'in_hand'],
    ['a document answers as well', [assigned, asked, { kind: 'document', by: 'mem_other' }], 'in_hand'],
    ['a note changes nothing', [assigned, asked, {}], 'asked'],
    ['decided', [assigned, decided], 'decided'],
    ['appealed', [assigned, decided, appealed], 'appealed'],
    [
      'given to somebody else for the appeal',
      [assigned, decided, appealed, { ...assigned, toId: 'mem_two' }],
      'appealed',
    ],
    [
      'the appeal is decided',
      [assigned, decided, appealed, { kind: 'appeal_decided', outcome: 'refuse' }],
      'closed',
    ],
    ['withdrawn', [{ kind: 'withdrawn', by: 'mem_opener' }], 'withdrawn'],
    ['closed', [assigned, decided, { kind: 'closed', by: 'clock' }], 'closed'],
  ])('%s', (_, parts, state) => expect(standing(parts).state).toBe(state))

  it('knows who decided, what came of it, and how long an appeal may be made', () => {
    expect(standing([assigned, decided])).toMatchObject({
      decidedBy: 'mem_agent',
      outcome: 'return',
      dueAt: opened + 2 * hourMs + appealWithinMs,
    })
    expect(standing([assigned, decided], opened + 2 * hourMs + appealWithinMs).state).toBe('closed')
  })

  it('goes on without an answer that does not come in time', () => {
    expect(standing([assigned, asked], asked.answerBy)).toMatchObject({
      state: 'in_hand',
      dueAt: opened + answerTimes.mistake.decideMs,
    })
  })

  it('is decided in the time of its appeal, whoever was asked in between', () => {
    const heard = [assigned, decided, appealed, asked, { kind: 'statement', by: 'mem_other' }] as const
    const due = opened + 3 * hourMs + answerTimes.mistake.decideMs
    expect(standing(heard.slice(0, 3)).dueAt).toBe(due)
    expect(standing([...heard])).toMatchObject({ state: 'in_hand', appealed: true, dueAt: due })
    expect(standing(heard.slice(0, 4), asked.answerBy)).toMatchObject({ state: 'in_hand', dueAt: due })
  })

  it('waits for the word of the other side, and in an appeal for that of whoever did not make it', () => {
    const heard = { kind: 'statement', by: 'mem_other' } as const
    const byOther = { kind: 'appealed', by: 'mem_other' } as const
    expect(standing([{ kind: 'statement', by: 'mem_opener' }]).hearing?.memberId).toBe('mem_other')
    expect(standing([heard]).hearing).toBeNull()
    expect(standing([{ kind: 'document', by: 'mem_other' }]).hearing).toBeNull()
    expect(standing([assigned, heard, decided, appealed]).hearing?.memberId).toBe('mem_other')
    expect(standing([assigned, heard, decided, byOther]).hearing).toEqual({
      memberId: 'mem_opener',
      until: opened + 4 * hourMs + answerTimes.mistake.hearMs,
    })
  })

  it('is secured and still waits to be decided', () => {
    const secured = { kind: 'secured', outcome: 'freeze' } as const
    expect(standing([assigned, secured])).toMatchObject({ state: 'in_hand', outcome: null, decidedAt: null })
    expect(standing([assigned, decided, appealed, secured])).toMatchObject({
      state: 'appealed',
      outcome: 'return',
    })
  })

  it.each<[DisputeCause, number, number, number]>([
    ['mistake', dayMs, 3 * dayMs, 7 * dayMs],
    ['fraud', hourMs, dayMs, 3 * dayMs],
    ['account_theft', hourMs, dayMs, 3 * dayMs],
  ])('%s is hurried as it is grave', (cause, take, hear, decide) => {
    expect(standing([], opened + hear - 1, cause).hearing?.until).toBe(opened + hear)
    expect(standing([], opened + hear, cause).hearing).toBeNull()
    expect(standing([], opened, cause).dueAt).toBe(opened + take)
    expect(standing([assigned], opened, cause).dueAt).toBe(opened + decide)
  })
})

describe('who may do what', () => {
  const open = standing([assigned])
  const over = standing([assigned, decided, { kind: 'closed', by: 'clock' }])
  const inAppeal = standing([assigned, decided, appealed])
  const agent = (by = 'mem_agent', isParty = false) => ({ by, isParty })
  const to = (id: string, change = {}) => ({ id, isParty: false, isAgent: true, ...change })
  const decision = (at: typeof open, who = agent(), change = {}) =>
    codeOf(decideDecision(at, who, { outcome: 'return', amount: null, disputed: 100n, ...change }))

  it.each([
    [
      'open one where nothing was received',
      () => decideOpenDispute({ received: undefined, hasOpen: false }),
      'nothing_to_return',
    ],
    [
      'open a second about the same',
      () => decideOpenDispute({ received: 5n, hasOpen: true }),
      'already_disputed',
    ],
    ['open one', () => decideOpenDispute({ received: 5n, hasOpen: false }), 'yes'],
    ['add to one that is over', () => decideAddToDispute(over, 5), 'dispute_over'],
    [
      'add to one that is decided',
      () => decideAddToDispute(standing([assigned, decided]), 5),
      'dispute_over',
    ],
    ['add without end', () => decideAddToDispute(open, 200), 'dispute_full'],
    ['add while an appeal waits', () => decideAddToDispute(inAppeal, 5), 'yes'],
    ['withdraw what is decided', () => decideWithdrawDispute(standing([assigned, decided])), 'dispute_over'],
    ['withdraw an appeal that the other made', () => decideWithdrawDispute(inAppeal), 'dispute_over'],
    ['withdraw', () => decideWithdrawDispute(open), 'yes'],
    ['give it to a party', () => decideAssign(open, to('mem_x', { isParty: true }), agent()), 'own_act'],
    [
      'give it to whoever decided it before',
      () => decideAssign(inAppeal, to('mem_agent'), agent('mem_two')),
      'own_act',
    ],
    [
      'give it to no agent',
      () => decideAssign(open, to('mem_x', { isAgent: false }), agent()),
      'agent_unfit',
    ],
    [
      'give away what is decided',
      () => decideAssign(standing([assigned, decided]), to('mem_two'), agent()),
      'dispute_over',
    ],
    ['give an appeal to somebody else', () => decideAssign(inAppeal, to('mem_two'), agent()), 'yes'],
    ['work on it as a party', () => decideWork(open, agent('mem_agent', true)), 'own_act'],
    ['work on the appeal from their own decision', () => decideWork(inAppeal, agent()), 'own_act'],
    ['work on what somebody else has in hand', () => decideWork(open, agent('mem_two')), 'not_in_hand'],
    ['work on what nobody has in hand', () => decideWork(standing([]), agent('mem_two')), 'yes'],
    [
      'ask about what is decided',
      () => decideAskSide(standing([assigned, decided]), agent()),
      'dispute_over',
    ],
    ['ask about the appeal', () => decideAskSide(inAppeal, agent('mem_two')), 'yes'],
    ['ask', () => decideAskSide(open, agent()), 'yes'],
    ['appeal before the decision', () => decideAppealDispute(open), 'not_decided'],
    ['appeal twice', () => decideAppealDispute(inAppeal), 'already_appealed'],
    ['appeal too late', () => decideAppealDispute(over), 'dispute_over'],
    ['appeal', () => decideAppealDispute(standing([assigned, decided])), 'yes'],
  ])('may somebody %s', (_, decide, answer) => expect(codeOf(decide())).toBe(answer))

  const heard = { kind: 'statement', by: 'mem_other' } as const
  const ready = standing([assigned, heard])
  const readyAppeal = standing([assigned, heard, decided, appealed, { ...assigned, toId: 'mem_two' }, heard])
  const freeze = { outcome: 'freeze' } as const

  it.each([
    ['twice', () => decision(standing([assigned, decided])), 'dispute_over'],
    [
      'for a part that is all of it',
      () => decision(ready, agent(), { outcome: 'part', amount: 100n }),
      'return_above_left',
    ],
    ['for a part that is not said', () => decision(ready, agent(), { outcome: 'part' }), 'return_above_left'],
    ['by whoever has it not in hand', () => decision(ready, agent('mem_two')), 'not_in_hand'],
    ['in nobody’s hands', () => decision(standing([heard])), 'not_assigned'],
    ['frozen for now in nobody’s hands', () => decision(standing([]), agent(), freeze), 'not_assigned'],
    ['before the other side is heard', () => decision(open), 'side_unheard'],
    [
      'refused before the other side is heard',
      () => decision(open, agent(), { outcome: 'refuse' }),
      'side_unheard',
    ],
    ['once their time is over', () => decision(standing([assigned], opened + 3 * dayMs)), 'yes'],
    ['frozen for now before they are heard', () => decision(open, agent(), freeze), 'yes'],
    [
      'frozen for now once it is decided',
      () => decision(standing([assigned, heard, decided]), agent(), freeze),
      'dispute_over',
    ],
    ['for a part', () => decision(ready, agent(), { outcome: 'part', amount: 99n }), 'yes'],
    ['an appeal that nobody has in hand', () => decision(inAppeal, agent('mem_two')), 'not_assigned'],
    ['an appeal, by somebody else, both heard', () => decision(readyAppeal, agent('mem_two')), 'yes'],
    ['an appeal, by whoever decided', () => decision(inAppeal), 'own_act'],
  ])('is it decided %s', (_, decide, answer) => expect(decide()).toBe(answer))
})

describe('the form', () => {
  it.each(Object.entries(questionsOf))('asks of %s only what it knows', (_, questions) => {
    expect(questions.every((question) => disputeQuestions.includes(question))).toBe(true)
  })

  it('takes each answer once, and none to another question', () => {
    const answer = { question: 'whom_meant', answer: '王一 ' } as const
    expect(decideAnswers('mistake', [answer])).toEqual([{ question: 'whom_meant', answer: '王一' }])
    expect(codeOf(decideAnswers('mistake', [answer, answer]))).toBe('invalid_request')
    expect(codeOf(decideAnswers('fraud', [answer]))).toBe('invalid_request')
  })
})
