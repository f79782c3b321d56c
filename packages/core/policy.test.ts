import { describe, expect, it } from 'vitest'
import type { StepManner } from './approval.ts'
import type { ApproverRole, Chain, ChainPeople, ChainStep } from './chain.ts'
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
import { chainFor } from './policy-send.ts'
import { differences } from './policy-change.ts'
import { tryPolicy, type PastSend } from './policy-trial.ts'
import { policySentences } from './words/policy-sentences.ts'

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
const one = (manner: StepManner, ...ids: string[]): ChainStep => ({
  manner,
  approvers: ids.map((memberId) => ({ memberId })),
})
const roleStep = (manner: StepManner, role: ApproverRole): ChainStep => ({ manner, approvers: [{ role }] })
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
      [
        'warning limit_never_reached limits.day',
        'warning limit_never_reached roleLimits.0.day',
        'error role_twice roleLimits.1',
      ],
      {
        limits: { share: null, send: null, day: 200n, month: null },
        roleLimits: [
          { role: 'approver', share: null, send: null, day: 201n, month: null },
          { role: 'approver', share: 1n, send: null, day: null, month: null },
        ],
        totalLimits: { day: null, month: 100n },
      },
    ],
    [
      ['error asks_everybody rules.all'],
      { rules: [{ ...rule('all', 'amount >= 0', 'allow'), stepUp: true }] },
    ],
    [[], { rules: [rule('large', 'amount > 100'), { ...rule('larger', 'amount > 200'), stepUp: true }] }],
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

  const asks = (of: OrganisationPolicy, amount: bigint, ruleAsks: boolean, senderId = 'sam') => {
    const asked = chainFor(of, { senderId, payeeIds: [], amount, ruleAsks }, people)
    return asked && `${asked.chain.id} by ${asked.why}`
  }
  it('asks the chain of the highest sum that is reached, else that of rules', () => {
    const steps = policy({
      chains: [...defaultOrganisationPolicy.chains, two],
      thresholds: [
        { amount: 1_000n, chainId: 'two' },
        { amount: 100n, chainId: 'second-person' },
      ],
    })
    expect(asks(steps, 99n, false)).toBeUndefined()
    expect(asks(steps, 99n, true)).toBe('second-person by rule')
    expect(asks(steps, 999n, true)).toBe('second-person by threshold')
    expect(asks(steps, 1_000n, false)).toBe('two by threshold')
  })

  it.each([
    ['more steps', [one('any', 'ann'), one('any', 'bob')], [one('all', 'ann', 'bob', 'ada')], 'rule'],
    ['more steps', [one('any', 'ann')], [one('any', 'ann'), one('any', 'bob')], 'threshold'],
    ['more people', [one('all', 'ann', 'bob')], [one('any', 'ann', 'bob', 'ada')], 'rule'],
    ['more people', [one('all', 'ann')], [roleStep('all', 'approver')], 'threshold'],
    ['neither, so that of rules', [one('any', 'ann')], [one('any', 'bob')], 'rule'],
    [
      'neither, for a step of nobody is one’s',
      [roleStep('all', 'administrator')],
      [one('any', 'ann')],
      'rule',
    ],
  ] as const)('asks the stricter chain where a rule and a sum ask: %s', (_, rules, sum, why) => {
    const both = policy({
      chains: [
        { ...two, id: 'of-rules', steps: rules },
        { ...two, id: 'of-sum', steps: sum },
      ],
      thresholds: [{ amount: 100n, chainId: 'of-sum' }],
      rulesChainId: 'of-rules',
    })
    expect(asks(both, 100n, true, 'ada')).toBe(`${why === 'rule' ? 'of-rules' : 'of-sum'} by ${why}`)
    expect(asks(both, 100n, false, 'ada')).toBe('of-sum by threshold')
    expect(asks(both, 99n, true, 'ada')).toBe('of-rules by rule')
  })
})

describe('a draft', () => {
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
    roles: ['sender'],
    at: i * hourMs,
    amount,
    count: 1,
    facts: { ...nothing, amount, night: i === 2 },
  }))
  const none = { day: 0n, month: 0n }
  it('says which of the past would have been stopped, and by what', () => {
    const tried = policy({
      rules: [rule('night-owl', 'night', 'hold')].map((one) => ({
        ...one,
        hold: { ms: 1, releaseFromMs: null },
      })),
    })
    const compiled = compilePolicy(guardPolicyOf(tried, 'draft', 1))
    if ('problems' in compiled) throw new Error('it has problems')
    const trial = tryPolicy(tried, compiled, sends, () => ({ own: none, total: none }))
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

  it('tries limits in every layer, and whoever would have had to prove that it is them', () => {
    const tried = policy({
      roleLimits: [{ role: 'approver', share: null, send: 50n, day: null, month: null }],
      totalLimits: { day: 1_000n, month: null },
      stepUpFrom: 500n,
      rules: [{ ...rule('owl', 'night', 'allow'), stepUp: true }],
      thresholds: [],
      rulesChainId: null,
    })
    const compiled = compilePolicy(guardPolicyOf(tried, 'draft', 1))
    if ('problems' in compiled) throw new Error('it has problems')
    const approver = sends.map((send, i): PastSend => (i === 0 ? { ...send, roles: ['approver'] } : send))
    const counted = ({ sendId }: PastSend) => ({
      own: none,
      total: sendId === 'pkt_2' ? { day: 101n, month: 0n } : none,
    })
    const { stopped } = tryPolicy(tried, compiled, approver, counted)
    expect(stopped.map(({ send, outcome, by }) => [send.sendId, outcome, by])).toEqual([
      ['pkt_2', 'refuse', ['totalLimits.day', 'stepUpFrom', 'rules.owl']],
      ['pkt_1', 'refuse', ['totalLimits.day', 'stepUpFrom']],
      ['pkt_0', 'refuse', ['roleLimits.approver.send']],
    ])
  })
})

describe('a policy in sentences', () => {
  it('says which chain is asked where a rule and a sum ask', () => {
    const both = policy({
      rules: [rule('large', 'amount > 5')],
      chains: [...policy().chains, { ...two, says: { zh: '两步审批', en: 'two steps' } }],
      rulesChainId: 'two',
    })
    const said = (language: 'zh' | 'en') =>
      policySentences(both, {}, language).find(({ at }) => at === 'rulesChainId')?.text
    expect(said('zh')).toBe(
      '规则要求审批的：两步审批；金额也要审批时，按步骤更多的，一样多时按要更多人同意的。',
    )
    expect(said('en')).toBe(
      'Where a rule asks for approval: two steps; where a sum asks as well, the one of more steps, then of more people.',
    )
  })

  it('says every part in both languages', () => {
    const full = policy({
      rules: [{ ...rule('large', 'amount > 5'), stepUp: true }],
      limits: { share: 1n, send: 20_000n, day: null, month: null },
      roleLimits: [{ role: 'administrator', share: null, send: null, day: 500n, month: null }],
      totalLimits: { day: null, month: 90_000n },
      stepUpFrom: 30_000n,
    })
    const zh = policySentences(full, {}, 'zh')
    const en = policySentences(full, {}, 'en')
    expect(en.map(({ at }) => at)).toEqual(zh.map(({ at }) => at))
    expect(zh.map(({ text }) => text)).toEqual([
      '大额要审批，发送人要用通行密钥确认是本人。',
      '每份最多 ¥0.01。',
      '单次最多 ¥200.00。',
      '发送人如果也是管理员，每人每天最多 ¥5.00。',
      '全组织每月合计最多 ¥900.00。',
      '¥300.00 起，发送人要用通行密钥确认是本人。',
      '¥5,000.00 起要审批：另一位同事审批。',
      '规则要求审批的：另一位同事审批。',
      '另一位同事审批：由审批人任一人同意；1 天内没有通过就由管理员决定，再过同样长的时间仍未通过就退回。',
      '发送人可以随时撤回自己发的、没被领走的钱。',
      '管理员可以随时撤回别人发的、没被领走的钱，要写明原因。',
      '合计不超过 ¥5,000.00 的可以一起审批。',
    ])
    expect(en[8]!.text).toBe(
      'a colleague approves: any one of approvers; not approved within 1 day, administrators decide for as long again; then the money goes back.',
    )
  })
})
