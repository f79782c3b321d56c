/** Where two versions differ, in the words of the editor rather than in paths: what it is, what it said and what it says. */

import type { TFunction } from 'i18next'
import { hourMs, minuteMs } from '@laisee/core/instant.ts'
import { formatYuan } from '@laisee/core/money.ts'
import type { Language } from '@laisee/core/words/words.ts'
import type { Chain, Policy, Rule } from './policy-data.ts'

export type Difference = Policy['differences'][number]

export interface SaidDifference {
  /** A path into the policy, the same for the same thing. */
  at: string
  kind: Difference['kind']
  where: string
  before: string
  after: string
}

interface Voice {
  t: TFunction
  language: Language
  nameOf: (id: string) => string
  /** The chains that the two versions know, for what names one by its id. */
  chains: readonly Pick<Chain, 'id' | 'says'>[]
}

/** How they differ; what goes without saying beside the rest, the id of a new rule or an empty list, is left out. */
export function sayDifferences(differences: readonly Difference[], voice: Voice): SaidDifference[] {
  return differences.filter(tells).map(({ at, kind, before, after }) => {
    const say = (part: unknown) => partText(at, part, voice)
    return { at, kind, where: whereText(at, voice), before: say(before), after: say(after) }
  })
}

function tells({ at, before, after }: Difference): boolean {
  const isNothing = (part: unknown) => part === null || (Array.isArray(part) && part.length === 0)
  const isId = /^(rules|chains)\..*\.id$/.test(at)
  return !isId && !(isNothing(before) && isNothing(after))
}

/** A path in three: the part of the policy, what in it, and which of its fields. Ids may have dots of their own. */
function pathOf(at: string): [part: string, middle: string, field: string] {
  const [part = '', ...rest] = at.split('.')
  return [part, rest.slice(0, -1).join('.'), rest.at(-1) ?? '']
}

/** Where something stands in a policy, by its path: a rule, a chain, a limit, or one field of them. */
export function whereText(at: string, { t, nameOf }: Pick<Voice, 't' | 'nameOf'>): string {
  const [part, middle, field] = pathOf(at)
  const of = (...parts: string[]) => parts.filter((one) => one !== '').join(' · ')
  if (part === 'rules')
    return of(`${t('deskPolicy.rules')} ${middle || field}`, middle && ruleField(field, t))
  if (part === 'chains')
    return of(`${t('deskPolicy.chains')} ${middle || field}`, middle && chainField(field, t))
  if (part === 'limits') return of(t('deskPolicy.limits'), t(`deskPolicy.limitNames.${field as 'send'}`))
  if (part === 'roleLimits') {
    const role = t(`desk.roles.${middle as 'approver'}`)
    return of(t('deskPolicy.roleLimits'), role, t(`deskPolicy.limitNames.${field as 'send'}`))
  }
  if (part === 'totalLimits') return t(`deskPolicy.totalNames.${field as 'day'}`)
  if (part === 'thresholds') return of(t('deskPolicy.thresholds'), yuan(Number(field)))
  if (part === 'recallRights') {
    const [role, whose, ...only] = at.split('.').slice(1)
    const names = only.join('.').split('+').filter(Boolean).map(nameOf).join(t('desk.separator'))
    const whom = [t(`desk.roles.${role as 'sender'}`), t(`deskPolicy.whoses.${whose as 'own'}`), names]
    return of(t('deskPolicy.rights'), ...whom)
  }
  return wholeField(part, t)
}

function wholeField(part: string, t: TFunction): string {
  if (part === 'stepUpFrom') return t('deskPolicy.stepUpFrom')
  if (part === 'rulesChainId') return t('deskPolicy.rulesChain')
  if (part === 'bulkMax') return t('deskPolicy.bulkMax')
  return part === 'unsureHoldFrom' ? t('deskPolicy.unsureHoldFrom') : part
}

function ruleField(field: string, t: TFunction): string {
  if (field === 'when') return t('deskPolicy.when')
  if (field === 'outcome') return t('deskPolicy.outcome')
  if (field === 'says') return t('deskPolicy.note')
  if (field === 'hold') return t('deskPolicy.holdMinutes')
  if (field === 'stepUp') return t('deskPolicy.ruleStepUp')
  return field === 'tells' ? t('deskApprovals.risks') : field
}

function chainField(field: string, t: TFunction): string {
  if (field === 'says') return t('deskPolicy.note')
  if (field === 'steps') return t('deskApprovals.steps')
  if (field === 'timeoutS') return t('deskPolicy.timeoutHours')
  if (field === 'onTimeout') return t('deskPolicy.onTimeout')
  return field === 'copyTo' ? t('deskPolicy.copyTo') : field
}

const yuan = (fen: number) => `¥${formatYuan(BigInt(fen))}`
const hourS = hourMs / 1_000
const sums = /^(limits|roleLimits|totalLimits|stepUpFrom|bulkMax|unsureHoldFrom)\b/

function partText(at: string, part: unknown, voice: Voice): string {
  const { t, language } = voice
  const [of, , field] = pathOf(at)
  if (sums.test(at)) return typeof part === 'number' ? yuan(part) : t('deskLimits.none')
  if (part === null || part === undefined) return t('deskPolicy.noChain')
  if (field === 'says') return (part as Rule['says'])[language]
  if (of === 'rules') return ruleText(field, part, t)
  if (of === 'chains') return chainText(field, part, voice)
  if (of === 'recallRights') return rightText(part as Right, t)
  if (of === 'thresholds' || of === 'rulesChainId')
    return voice.chains.find(({ id }) => id === part)?.says[language] ?? plain(part)
  return plain(part)
}

const plain = (part: unknown): string => (typeof part === 'string' ? part : JSON.stringify(part))

function ruleText(field: string, part: unknown, t: TFunction): string {
  if (field === 'outcome') return t(`deskPolicy.outcomes.${part as Rule['outcome']}`)
  if (field === 'hold') return String((part as NonNullable<Rule['hold']>).ms / minuteMs)
  if (field === 'stepUp') return part === true ? '✓' : '–'
  return Array.isArray(part) ? part.join(t('desk.separator')) : plain(part)
}

function chainText(field: string, part: unknown, { t, nameOf }: Voice): string {
  const names = (approvers: Chain['copyTo']) =>
    approvers
      .map((one) => ('role' in one ? t(`desk.roles.${one.role}`) : nameOf(one.memberId)))
      .join(t('desk.separator'))
  if (field === 'timeoutS') return String((part as number) / hourS)
  if (field === 'onTimeout') return t(`deskPolicy.timeouts.${part as Chain['onTimeout']}`)
  if (field === 'copyTo') return names(part as Chain['copyTo'])
  if (field !== 'steps') return plain(part)
  return (part as Chain['steps'])
    .map(({ manner, approvers }, i) =>
      [t('deskPolicy.step', { number: i + 1 }), t(`deskPolicy.manners.${manner}`), names(approvers)].join(
        ' · ',
      ),
    )
    .join('\n')
}

type Right = Pick<Policy['content']['recallRights'][number], 'withinS' | 'reasonNeeded'>

function rightText({ withinS, reasonNeeded }: Right, t: TFunction): string {
  const within = withinS === null ? t('deskLimits.none') : String(withinS / hourS)
  const why = reasonNeeded ? [t('deskPolicy.reasonNeeded')] : []
  return [`${t('deskPolicy.withinHours')}: ${within}`, ...why].join(' · ')
}
