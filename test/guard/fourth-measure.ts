/** The default rules on the fourth crowd's six weeks: every send judged once, and what came out as lines of text. */

import { recipientOf } from '../../packages/cli/replay/day.ts'
import { compilePolicy } from '../../packages/core/guard/compile.ts'
import { judge, type Judgement } from '../../packages/core/guard/judge.ts'
import { defaultPolicy } from '../../packages/core/guard/rules.ts'
import type { Role } from './fourth-cast.ts'
import { autumnOf, type Autumn } from './fourth-crowd.ts'
import { factsInTurn, nameAt, type Told } from './fourth-facts.ts'
import { moment } from './fourth-pay.ts'
import { slipKinds, type Slip } from './fourth-people.ts'

export const fourthSeed = 'osmanthus'

interface Judged extends Told {
  slip: Slip | null
  role: Role
  judgement: Judgement
}

function judgeAll(autumn: Autumn): Judged[] {
  const policy = compilePolicy(defaultPolicy)
  if ('problems' in policy) throw new Error('the default rules do not compile')
  return factsInTurn(autumn)
    .filter(({ send }) => !autumn.baits.has(send.id))
    .map((told) => ({
      ...told,
      slip: autumn.slips.get(told.send.id) ?? null,
      role: autumn.roles.get(told.send.from)!,
      judgement: judge(policy, told.facts),
    }))
}

const isStopped = ({ judgement }: Judged) => judgement.verdict.outcome !== 'allow'
const isAsked = ({ judgement: { verdict } }: Judged) => verdict.asks || verdict.outcome === 'refuse'
const inHundred = (part: number, whole: number) => Math.round((part * 10_000) / Math.max(1, whole)) / 100

/** The figures, one a line, so that a later change shows in them. */
export function measureFourth(): string {
  const autumn = autumnOf(fourthSeed)
  const all = judgeAll(autumn)
  const ordinary = all.filter(({ slip }) => slip === null)
  const slips = all.filter(({ slip }) => slip !== null)
  const within = (from: number, to: number) =>
    ordinary.filter(({ send }) => send.at >= moment(from, 0) && send.at < moment(to, 0))
  const roles = [...new Set(ordinary.map(({ role }) => role))]
  return [
    rate('ordinary, all six weeks', ordinary),
    rate('  the first eight days', within(0, 8)),
    rate('  after them', within(8, 60)),
    rate('  Mid-Autumn and the two days after', within(18, 21)),
    rate('  the national holiday', within(24, 31)),
    ...roles.map((role) =>
      rate(
        `  of a ${role}`,
        ordinary.filter((one) => one.role === role),
      ),
    ),
    rate(
      '  the right send after a slip',
      ordinary.filter(({ send }) => send.id.endsWith('-again')),
    ),
    'ordinary sends that were stopped, by rule:',
    ...perRule(ordinary.filter(isStopped)),
    caught('slips', slips),
    ...slipKinds.map((kind) =>
      caught(
        `  ${kind}`,
        slips.filter(({ slip }) => slip!.kind === kind),
      ),
    ),
    'visible and not asked about:',
    ...slips.filter((one) => one.slip!.visible && !isAsked(one)).map((one) => inALine(autumn, one)),
    'not visible and not asked about:',
    ...slips.filter((one) => !one.slip!.visible && !isAsked(one)).map((one) => inALine(autumn, one)),
    '',
  ].join('\n')
}

function rate(name: string, some: readonly Judged[]): string {
  const [asked, stopped] = [some.filter(isAsked).length, some.filter(isStopped).length]
  return `${name}: ${some.length} sends, ${asked} asked (${inHundred(asked, some.length)} in 100), ${stopped} asked or made to wait (${inHundred(stopped, some.length)})`
}

/** Asked of those that were said to be visible beforehand, of those said not to be, and of all. */
function caught(name: string, some: readonly Judged[]): string {
  const visible = some.filter(({ slip }) => slip!.visible)
  const others = some.filter(({ slip }) => !slip!.visible)
  const [seen, luck] = [visible.filter(isAsked).length, others.filter(isAsked).length]
  return `${name}: asked ${seen} of ${visible.length} visible, ${luck} of ${others.length} not visible, ${seen + luck} of ${some.length} in all`
}

function perRule(stopped: readonly Judged[]): string[] {
  const counted = Map.groupBy(
    stopped.flatMap(({ judgement }) => judgement.held),
    (rule) => rule,
  )
  return [...counted]
    .toSorted(([a, n], [b, m]) => m.length - n.length || (a < b ? -1 : 1))
    .map(([rule, times]) => `  ${rule}: ${times.length}`)
}

/** A slip with its facts: who, to whom, what, how chosen, what the two had before, and why it counts as it does. */
function inALine(autumn: Autumn, { send, facts, slip, judgement }: Judged): string {
  const id = recipientOf(send.to) ?? (send.to.way === 'group' ? send.to.id : '')
  const before = facts.history.filter(({ toKey, takenBackAt }) => toKey === id && takenBackAt === null)
  const most = before.reduce((high, { amount }) => (amount > high ? amount : high), 0n)
  const to = recipientOf(send.to) === undefined ? id : `${nameAt(autumn, id, send.at)}(${id})`
  const got = before.length === 0 ? 'never sent to' : `sent to ${before.length} times, ${yuan(most)} at most`
  const words = send.greeting === '' ? 'no words' : `“${send.greeting}”`
  const hour = `${facts.localHour} o'clock`
  return `  ${slip!.kind} ${send.id}: ${yuan(send.total)} from ${send.from} to ${to}, ${words}, ${hour}, from ${facts.screen?.chosenFrom}, ${got}; meant ${slip!.meant}; ${slip!.why}: ${judgement.verdict.outcome}`
}

const yuan = (fen: bigint) => `${Number(fen) / 100}`
