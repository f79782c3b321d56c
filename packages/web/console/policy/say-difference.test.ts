import i18next from 'i18next'
import { expect, test } from 'vitest'
import { deskAreas } from '@laisee/core/words/screens/desk-areas.ts'
import { everyScreenWords } from '@laisee/core/words/screens/every-screen.ts'
import { wordsOf } from '@laisee/core/words/screens/every-area.ts'
import { defaultOrganisationPolicy as before, type OrganisationPolicy } from '@laisee/core/policy.ts'
import { differences } from '@laisee/core/policy-change.ts'
import { addFormats } from '../../app/words/formats.ts'
import { sayDifferences, type Difference } from './say-difference.ts'

const words = i18next.createInstance({
  lng: 'zh',
  ns: ['screens'],
  defaultNS: 'screens',
  resources: { zh: { screens: wordsOf({ common: everyScreenWords, ...deskAreas }, 'zh') } },
})
await words.init()
addFormats(words)

function said(change: Partial<OrganisationPolicy>): string[] {
  const found = differences(before, { ...before, ...change }) as Difference[]
  const voice = {
    t: words.t,
    language: 'zh' as const,
    nameOf: (id: string) => `<${id}>`,
    chains: before.chains,
  }
  return sayDifferences(found, voice).map((one) => `${one.where}: ${one.before} → ${one.after}`)
}

const [chain] = before.chains

test('a changed sum is told in yuan, and one that falls away as no limit', () => {
  expect(said({ bulkMax: 1_200_000n })).toEqual([
    '一起审批的合计上限（元，空着为逐笔）: ¥5,000.00 → ¥12,000.00',
  ])
  expect(said({ limits: { ...before.limits, send: 50n } })).toEqual(['限额 · 单次: 不限 → ¥0.50'])
  expect(said({ totalLimits: { day: 100n, month: null } })).toEqual(['每天合计: 不限 → ¥1.00'])
})

test('a new rule is told field by field, without its id and what it leaves empty', () => {
  const rule = {
    id: 'night',
    when: 'hour >= 23',
    outcome: 'approve' as const,
    tells: [],
    says: { zh: '深夜', en: 'night' },
  }
  expect(said({ rules: [rule] })).toEqual([
    '规则 night · 条件: 不用 → hour >= 23',
    '规则 night · 结果: 不用 → 要审批',
    '规则 night · 说明: 不用 → 深夜',
  ])
})

test('the steps of a chain are told with the names of their people', () => {
  const steps = [
    { manner: 'all' as const, approvers: [{ memberId: 'mem_1' }, { memberId: 'mem_2' }] },
    { manner: 'any' as const, approvers: [{ role: 'administrator' as const }] },
  ]
  expect(said({ chains: [{ ...chain!, steps }] })).toEqual([
    '审批流程 second-person · 审批步骤: 第 1 步 · 或签：任一人同意 · 审批人 → ' +
      '第 1 步 · 会签：全部同意 · <mem_1>、<mem_2>\n第 2 步 · 或签：任一人同意 · 管理员',
  ])
})

test('a threshold is told by its sum, a right by whose it is', () => {
  expect(said({ thresholds: [{ amount: 300_000n, chainId: 'second-person' }] })).toEqual([
    '多少钱起要审批 · ¥5,000.00: 另一位同事审批 → 不用',
    '多少钱起要审批 · ¥3,000.00: 不用 → 另一位同事审批',
  ])
  const [own] = before.recallRights
  expect(said({ recallRights: [own!] })).toEqual([
    '撤回权 · 管理员 · 别人发的: 送达后几小时内（空着为随时）: 不限 · 要写明原因 → 不用',
  ])
})
