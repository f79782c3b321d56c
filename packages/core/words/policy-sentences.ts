/** A policy in sentences, part by part, for whoever has to answer for it: what they read is what it does. */

import type { Approver, Chain } from '../chain.ts'
import type { Rule } from '../guard/rule.ts'
import { formatYuan } from '../money.ts'
import type { OrganisationPolicy } from '../policy.ts'
import type { RecallRight } from '../recall-right.ts'
import { limitSentences, proofText } from './policy-limit-sentences.ts'
import { roleNames } from './role-names.ts'
import type { Language } from './words.ts'

export interface PolicySentence {
  /** The part of the policy it says, as a path. */
  at: string
  text: string
}

/** What members are called, by id; one who is not named is said by their id. */
export type Names = Readonly<Record<string, string>>

/** How long, in the largest unit that says it exactly. */
function durationOf(seconds: number, language: Language): string {
  const units = [
    [86_400, '天', 'day'],
    [3_600, '小时', 'hour'],
    [60, '分钟', 'minute'],
    [1, '秒', 'second'],
  ] as const
  const [size, zh, en] = units.find(([unit]) => seconds % unit === 0)!
  const count = seconds / size
  return language === 'zh' ? `${count} ${zh}` : `${count} ${en}${count === 1 ? '' : 's'}`
}

function namesOf(approvers: readonly Approver[], names: Names, language: Language): string {
  const said = approvers.map((one) =>
    'role' in one ? roleNames[language][one.role] : (names[one.memberId] ?? one.memberId),
  )
  return said.join(language === 'zh' ? '、' : ', ')
}

function chainText(chain: Chain, names: Names, language: Language): string {
  const zh = language === 'zh'
  const steps = chain.steps.map(({ manner, approvers }) => {
    const who = namesOf(approvers, names, language)
    if (manner === 'all') return zh ? `${who}全部同意` : `all of ${who}`
    return zh ? `${who}任一人同意` : `any one of ${who}`
  })
  const time = durationOf(chain.timeoutS, language)
  const copies = namesOf(chain.copyTo, names, language)
  const end =
    chain.onTimeout === 'reject'
      ? zh
        ? `${time}内没有通过就退回`
        : `not approved within ${time}, the money goes back`
      : zh
        ? `${time}内没有通过就由管理员决定，再过同样长的时间仍未通过就退回`
        : `not approved within ${time}, administrators decide for as long again; then the money goes back`
  const copy = copies === '' ? '' : zh ? `；抄送${copies}` : `; ${copies} are told`
  return zh
    ? `${chain.says.zh}：由${steps.join('，再由')}；${end}${copy}。`
    : `${chain.says.en}: ${steps.join(', then ')}; ${end}${copy}.`
}

function rightText(right: RecallRight, names: Names, language: Language): string {
  const zh = language === 'zh'
  const only = right.onlyMemberIds?.map((id) => names[id] ?? id).join(zh ? '、' : ', ')
  const who = only === undefined ? roleNames[language][right.role] : only
  const whose =
    right.whose === 'own' ? (zh ? '自己发的' : 'what they sent') : zh ? '别人发的' : 'what others sent'
  const time = right.withinS === null ? '' : durationOf(right.withinS, language)
  const until =
    time === '' ? (zh ? '随时' : 'at any time') : zh ? `送达后 ${time}内` : `within ${time} of delivery`
  const why = right.reasonNeeded ? (zh ? '，要写明原因' : ', and say why') : ''
  return zh
    ? `${who}可以${until}撤回${whose}、没被领走的钱${why}。`
    : `${who} may take back ${whose} ${until}, as far as nobody has it${why}.`
}

function ruleText({ says, stepUp }: Rule, language: Language): string {
  const zh = language === 'zh'
  const proof = stepUp ? `${zh ? '，' : ', '}${proofText[language]}` : ''
  return `${says[language]}${proof}${zh ? '。' : '.'}`
}

/** Which chain a rule asks, and what where a sum asks another one. */
function rulesChainText(
  { chains, thresholds, rulesChainId }: OrganisationPolicy,
  language: Language,
): string {
  const zh = language === 'zh'
  const chain = chains.find(({ id }) => id === rulesChainId)?.says[language] ?? rulesChainId ?? ''
  const others = thresholds.some(({ chainId }) => chainId !== rulesChainId)
  const both = zh
    ? '；金额也要审批时，按步骤更多的，一样多时按要更多人同意的'
    : '; where a sum asks as well, the one of more steps, then of more people'
  const more = others ? both : ''
  return zh ? `规则要求审批的：${chain}${more}。` : `Where a rule asks for approval: ${chain}${more}.`
}

/** A policy in sentences, in the order of its parts. */
export function policySentences(
  policy: OrganisationPolicy,
  names: Names,
  language: Language,
): PolicySentence[] {
  const zh = language === 'zh'
  const yuan = (amount: bigint) => `¥${formatYuan(amount)}`
  const said: PolicySentence[] = []
  const say = (at: string, text: string) => said.push({ at, text })
  for (const rule of policy.rules) say(`rules.${rule.id}`, ruleText(rule, language))
  said.push(...limitSentences(policy, language))
  for (const { amount, chainId } of [...policy.thresholds].sort((a, b) => (a.amount < b.amount ? -1 : 1))) {
    const chain = policy.chains.find(({ id }) => id === chainId)
    const text = chain?.says[language] ?? chainId
    say(
      `thresholds.${amount}`,
      zh ? `${yuan(amount)} 起要审批：${text}。` : `From ${yuan(amount)} on, approval: ${text}.`,
    )
  }
  if (policy.rules.some(({ outcome }) => outcome === 'approve'))
    say('rulesChainId', rulesChainText(policy, language))
  for (const chain of policy.chains) say(`chains.${chain.id}`, chainText(chain, names, language))
  for (const [i, right] of policy.recallRights.entries())
    say(`recallRights.${i}`, rightText(right, names, language))
  if (policy.recallRights.length === 0)
    say('recallRights', zh ? '没有人可以撤回已送达的钱。' : 'Nobody may take back what was delivered.')
  say(
    'bulkMax',
    policy.bulkMax === null
      ? zh
        ? '审批要逐笔进行。'
        : 'Each send is approved on its own.'
      : zh
        ? `合计不超过 ${yuan(policy.bulkMax)} 的可以一起审批。`
        : `Up to ${yuan(policy.bulkMax)} together may be approved at once.`,
  )
  return said
}
