import { describe, expect, it } from 'vitest'
import type { Chain, ChainPeople } from './chain.ts'
import { compilePolicy } from './guard/compile.ts'
import { ruleFacts, type RuleFactValues } from './guard/rule-facts.ts'
import type { Rule } from './guard/rule.ts'
import { hourMs } from './instant.ts'
import {
  defaultOrganisationPolicy,
  guardPolicyOf,
  policyProblems,
  type OrganisationPolicy,
} from './policy.ts'
import { chainFor, decideOrganisationLimits } from './policy-send.ts'
import { decideChangeDraft, decidePublish, differences, type PolicyVersion } from './policy-change.ts'
import { tryPolicy, type PastSend } from './policy-trial.ts'
import { isRefusal } from './refusals.ts'
import { policySentences } from './words/policy-sentences.ts'
import { periodsAt } from './wall-day.ts'

const people: ChainPeople = {
  holders: { approver: ['ann', 'bob'], administrator: ['ada'] },
  senders: ['sam'],
}
const rule = (id: string, when: string, outcome: Rule['outcome'] = 'approve'): Rule => ({
  id,
  when,
  outcome,
  tells: [],
  says: { zh: '大额要审批', en: 'large sums are approved' },
})
const two: Chain = {
  ...defaultOrganisationPolicy.chains[0]!,
  id: 'two',
  timeoutS: 3_600,
  onTimeout: 'reject',
}
const policy = (change: Partial<OrganisationPolicy> = {}): OrganisationPolicy => ({
  ...defaultOrganisationPolicy,
  ...change,
})
const found = (change: Partial<OrganisationPolicy>) =>
  policyProblems(policy(change), people).map(({ code, at, weight }) => `${weight} ${code} ${at}`)

describe('a policy', () => {
  it('that says nothing of its own holds', () => {
    expect(found({})).toEqual([])
  })

  it.each([
    [['error syntax rules.large.when'], { rules: [rule('large', 'amount >')] }],
    [['error unknown_fact rules.large.when'], { rules: [rule('large', 'moon > 3')] }],
    [['error not_allowed rules.large.when'], { rules: [rule('large', '[1, 2].exists(x, x > 1)')] }],
    [
      ['error too_costly rules.large.when'],
      { rules: [rule('large', Array.from({ length: 90 }, () => 'night').join(' && '))] },
    ],
    [['error never_holds rules.large'], { rules: [rule('large', 'amount > 5 && amount < 3')] }],
    [
      ['warning shadowed rules.larger'],
      { rules: [rule('large', 'amount > 100'), rule('larger', 'amount > 200')] },
    ],
    [['error unknown_chain rulesChainId'], { rules: [rule('large', 'amount > 5')], rulesChainId: null }],
    [['error unknown_chain rulesChainId'], { rulesChainId: 'nobody' }],
    [['error unknown_chain thresholds.0'], { thresholds: [{ amount: 5n, chainId: 'nobody' }] }],
    [
      ['error threshold_twice thresholds.1'],
      { thresholds: [5n, 5n].map((amount) => ({ amount, chainId: 'second-person' })) },
    ],
    [
      ['error nobody_in_step chains.two.steps.0'],
      {
        chains: [...defaultOrganisationPolicy.chains, { ...two, steps: [{ manner: 'any', approvers: [] }] }],
      },
    ],
    [
      ['error chain_id_taken chains.second-person'],
      { chains: [...defaultOrganisationPolicy.chains, ...defaultOrganisationPolicy.chains] },
    ],
    [
      ['warning limit_never_reached limits.send'],
      { limits: { share: null, send: 200n, day: 100n, month: null } },
    ],
    [
      ['error within_not_valid recallRights.0.withinS', 'error right_twice recallRights.1'],
      {
        recallRights: [0, null].map((withinS) => ({
          ...defaultOrganisationPolicy.recallRights[0]!,
          withinS,
        })),
      },
    ],
  ] as [string[], Partial<OrganisationPolicy>][])('is told %j', (problems, change) => {
    expect(found(change)).toEqual(problems)
  })

  it('names the stretch of a condition that is wrong', () => {
    const [problem] = policyProblems(policy({ rules: [rule('large', 'night &&\n moon > 3')] }), people)
    expect(problem).toMatchObject({ about: 'moon', place: { line: 2, column: 2 } })
  })

  it('asks the chain of the highest sum that is reached, else that of rules', () => {
    const steps = policy({
      chains: [...defaultOrganisationPolicy.chains, two],
      thresholds: [
        { amount: 1_000n, chainId: 'two' },
        { amount: 100n, chainId: 'second-person' },
      ],
    })
    expect(chainFor(steps, 99n, false)).toBeUndefined()
    expect(chainFor(steps, 99n, true)).toMatchObject({ chain: { id: 'second-person' }, why: 'rule' })
    expect(chainFor(steps, 999n, true)).toMatchObject({ chain: { id: 'second-person' }, why: 'threshold' })
    expect(chainFor(steps, 1_000n, false)).toMatchObject({ chain: { id: 'two' } })
  })
})

describe('limits of an organisation', () => {
  const limits = { share: 100n, send: 500n, day: 600n, month: 1_000n }
  const periods = periodsAt('Asia/Shanghai', 0)
  it.each([
    ['limit_share', 201n, 2, 0n, 0n],
    ['limit_send', 501n, 9, 0n, 0n],
    ['limit_day', 101n, 9, 500n, 500n],
    ['limit_day', 1n, 9, 9_999n, 500n],
    ['limit_month', 101n, 9, 0n, 900n],
    ['within', 100n, 1, 500n, 900n],
  ])('answer %s', (answer, amount, count, day, month) => {
    const ask = { field: 'total', amount, count } as const
    const decision = decideOrganisationLimits(policy({ limits }), ask, { day, month }, periods)
    expect(isRefusal(decision) ? decision.code : decision).toBe(answer)
  })
})

describe('a draft', () => {
  const draft: PolicyVersion = { version: 3, state: 'draft', basedOn: 2, authorIds: ['ann'], decidedAt: null }
  it.each([
    ['own_act', { state: 'withdrawn', basedOn: 1 }, 'ann', [{}]],
    ['policy_invalid', { state: 'published' }, 'bob', [{}]],
    ['already_published', { state: 'published', basedOn: 1 }, 'bob', []],
    ['already_withdrawn', { state: 'withdrawn', basedOn: 1 }, 'bob', []],
    ['policy_moved_on', { basedOn: 1 }, 'bob', []],
    ['publish', {}, 'bob', []],
  ] as const)('is published: %s', (answer, change, actorId, problems) => {
    const decision = decidePublish({ ...draft, ...change }, actorId, 2, problems)
    expect(isRefusal(decision) ? decision.code : decision).toBe(answer)
  })

  it('is changed until it is decided', () => {
    expect(decideChangeDraft(draft)).toBe('write')
    expect(decideChangeDraft({ ...draft, state: 'published' })).toMatchObject({ code: 'already_published' })
  })

  it('differs from what holds in named places', () => {
    const after = policy({
      rules: [rule('large', 'amount > 5')],
      limits: { ...policy().limits, day: 5n },
      thresholds: [],
    })
    expect(differences(policy(), policy())).toEqual([])
    expect(differences(policy(), after).map(({ at, kind }) => `${kind} ${at}`)).toEqual([
      'changed limits.day',
      'removed thresholds.500000',
      'added rules.large.id',
      'added rules.large.when',
      'added rules.large.outcome',
      'added rules.large.tells',
      'added rules.large.says',
    ])
  })
})

describe('a trial', () => {
  const nothing = Object.fromEntries(
    Object.entries(ruleFacts).map(([name, { type }]) => [
      name,
      type === 'int' ? 0n : type === 'bool' ? false : '',
    ]),
  ) as RuleFactValues
  const sends = [100n, 600_000n, 900n].map((amount, i): PastSend => ({
    sendId: `pkt_${i}`,
    payerId: 'sam',
    at: i * hourMs,
    amount,
    count: 1,
    facts: { ...nothing, amount, night: i === 2 },
  }))
  it('says which of the past would have been stopped, and by what', () => {
    const tried = policy({
      rules: [rule('night-owl', 'night', 'hold')].map((one) => ({
        ...one,
        hold: { ms: 1, releaseFromMs: null },
      })),
    })
    const compiled = compilePolicy(guardPolicyOf(tried, 'draft', 1))
    if ('problems' in compiled) throw new Error('it has problems')
    const trial = tryPolicy(tried, compiled, sends, () => ({ day: 0n, month: 0n }))
    expect(trial).toMatchObject({
      tried: 3,
      byOutcome: { allow: 1, hold: 1, approve: 1 },
      byCause: { 'rules.night-owl': 1, 'chains.second-person': 1 },
    })
    expect(trial.stopped.map(({ send, by }) => [send.sendId, by])).toEqual([
      ['pkt_2', ['rules.night-owl']],
      ['pkt_1', ['chains.second-person']],
    ])
  })
})

describe('a policy in sentences', () => {
  it('says every part in both languages', () => {
    const full = policy({
      rules: [rule('large', 'amount > 5')],
      limits: { share: 1n, send: 20_000n, day: null, month: null },
    })
    const zh = policySentences(full, {}, 'zh')
    const en = policySentences(full, {}, 'en')
    expect(en.map(({ at }) => at)).toEqual(zh.map(({ at }) => at))
    expect(zh.map(({ text }) => text)).toEqual([
      '大额要审批。',
      '每份最多 ¥0.01。',
      '单次最多 ¥200.00。',
      '¥5,000.00 起要审批：另一位同事审批。',
      '另一位同事审批：由审批人任一人同意；1 天内没有通过就由管理员决定，再过同样长的时间仍未通过就退回。',
      '发送人可以随时撤回自己发的、没被领走的钱。',
      '管理员可以随时撤回别人发的、没被领走的钱，要写明原因。',
      '合计不超过 ¥5,000.00 的可以一起审批。',
    ])
    expect(en[4]!.text).toBe(
      'a colleague approves: any one of approvers; not approved within 1 day, administrators decide for as long again; then the money goes back.',
    )
  })
})
