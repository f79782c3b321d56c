/** What a policy says of sums, in sentences: the limits in their layers, and from which sum on a sender proves who they are. */

import { limitKinds, type LimitKind, type LimitSums } from '../limits.ts'
import { formatYuan } from '../money.ts'
import type { OrganisationPolicy } from '../policy.ts'
import type { PolicySentence } from './policy-sentences.ts'
import { roleNames } from './role-names.ts'
import type { Language } from './words.ts'

const limitNames: Record<Language, Record<LimitKind, string>> = {
  zh: { share: '每份', send: '单次', day: '每人每天', month: '每人每月' },
  en: { share: 'a share', send: 'a send', day: 'a day for each sender', month: 'a month for each sender' },
}
const totalNames: Record<Language, Record<'day' | 'month', string>> = {
  zh: { day: '全组织每天合计', month: '全组织每月合计' },
  en: { day: 'a day for the whole organisation', month: 'a month for the whole organisation' },
}

/** What a sender does who proves that it is them. */
export const proofText: Record<Language, string> = {
  zh: '发送人要用通行密钥确认是本人',
  en: 'the sender proves with a passkey that it is them',
}

/** The limits, and the sum from which a step-up is asked. */
export function limitSentences(policy: OrganisationPolicy, language: Language): PolicySentence[] {
  const zh = language === 'zh'
  const yuan = (amount: bigint) => `¥${formatYuan(amount)}`
  const said: PolicySentence[] = []
  const say = (at: string, text: string) => said.push({ at, text })
  const most = (name: string, max: bigint) =>
    zh ? `${name}最多 ${yuan(max)}。` : `At most ${yuan(max)} ${name}.`
  for (const [kind, max] of limited(policy.limits))
    say(`limits.${kind}`, most(limitNames[language][kind], max))
  for (const one of policy.roleLimits) {
    const role = roleNames[language][one.role]
    for (const [kind, max] of limited(one)) {
      const name = limitNames[language][kind]
      const text = zh
        ? `发送人如果也是${role}，${most(name, max)}`
        : `Of senders who are ${role} too: ${most(name, max)}`
      say(`roleLimits.${one.role}.${kind}`, text)
    }
  }
  for (const kind of ['day', 'month'] as const) {
    const max = policy.totalLimits[kind]
    if (max !== null) say(`totalLimits.${kind}`, most(totalNames[language][kind], max))
  }
  const from = policy.stepUpFrom
  if (from !== null)
    say('stepUpFrom', zh ? `${yuan(from)} 起，${proofText.zh}。` : `From ${yuan(from)} on, ${proofText.en}.`)
  return said
}

const limited = (sums: LimitSums) =>
  limitKinds.flatMap((kind): [LimitKind, bigint][] => {
    const max = sums[kind]
    return max === null ? [] : [[kind, max]]
  })
