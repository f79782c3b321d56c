/**
 * What a crowd that was judged gave, as lines of text: how often it was asked, by which rules, and each slip
 * by itself.
 */

import { recipientOf } from '../../packages/cli/replay/day.ts'
import { compilePolicy } from '../../packages/core/guard/compile.ts'
import { judge, type Judgement } from '../../packages/core/guard/judge.ts'
import { defaultPolicy } from '../../packages/core/guard/rules.ts'
import { nameAt, type Crowd, type Told } from './crowd-facts.ts'

/** What is said of a mis-send before it is judged. */
export interface Marked {
  kind: string
  meant: string
  visible: boolean
  why: string
}

/** A send with what the default rules make of it. */
export interface Judged extends Told {
  slip: Marked | null
  judgement: Judgement
}

/** Every send judged once by the default rules. */
export function judgeTold(told: readonly Told[], slips: ReadonlyMap<string, Marked>): Judged[] {
  const policy = compilePolicy(defaultPolicy)
  if ('problems' in policy) throw new Error('the default rules do not compile')
  return told.map((one) => ({
    ...one,
    slip: slips.get(one.send.id) ?? null,
    judgement: judge(policy, one.facts),
  }))
}

/** The send itself refuses more shares than there are people (`count_above_recipients`), whatever the guard says. */
const isRefusedUnasked = ({ facts: { send, groups } }: Judged) =>
  groups.some(({ id, members }) => id === send.groupId && send.count > members)

/** Asked, refused or made to wait. */
export const isStopped = (one: Judged) => one.judgement.verdict.outcome !== 'allow' || isRefusedUnasked(one)
/** Asked or refused. */
export const isAsked = (one: Judged) =>
  one.judgement.verdict.asks || one.judgement.verdict.outcome === 'refuse' || isRefusedUnasked(one)
const inHundred = (part: number, whole: number) => Math.round((part * 10_000) / Math.max(1, whole)) / 100

/** How many were asked, and how many stopped. */
export function rate(name: string, some: readonly Judged[]): string {
  const [asked, stopped] = [some.filter(isAsked).length, some.filter(isStopped).length]
  const [askedIn, stoppedIn] = [inHundred(asked, some.length), inHundred(stopped, some.length)]
  const waits = `${stopped} asked or made to wait (${stoppedIn})`
  return `${name}: ${some.length} sends, ${asked} asked (${askedIn} in 100), ${waits}`
}

/** Asked of those that were said to be visible beforehand, of those said not to be, and of all. */
export function caught(name: string, some: readonly Judged[]): string {
  const visible = some.filter(({ slip }) => slip!.visible)
  const others = some.filter(({ slip }) => !slip!.visible)
  const [seen, luck] = [visible.filter(isAsked).length, others.filter(isAsked).length]
  const parts = `${seen} of ${visible.length} visible, ${luck} of ${others.length} not visible`
  return `${name}: asked ${parts}, ${seen + luck} of ${some.length} in all`
}

/** Which rules held how many. */
export function perRule(stopped: readonly Judged[]): string[] {
  const counted = Map.groupBy(
    stopped.flatMap(({ judgement }) => judgement.held),
    (rule) => rule,
  )
  return [...counted]
    .toSorted(([a, n], [b, m]) => m.length - n.length || (a < b ? -1 : 1))
    .map(([rule, times]) => `  ${rule}: ${times.length}`)
}

/**
 * A slip with its facts: who, to whom, what, how chosen, what the two had before, and why it counts as it
 * does.
 */
export function inALine(crowd: Crowd, { send, facts, slip, judgement }: Judged): string {
  const id = recipientOf(send.to) ?? (send.to.way === 'group' ? send.to.id : '')
  const before = facts.history.filter(({ toKey, takenBackAt }) => toKey === id && takenBackAt === null)
  const most = before.reduce((high, { amount }) => (amount > high ? amount : high), 0n)
  const to = recipientOf(send.to) === undefined ? id : `${nameAt(crowd, id, send.at)}(${id})`
  const got = before.length === 0 ? 'never sent to' : `sent to ${before.length} times, ${yuan(most)} at most`
  const words = send.greeting === '' ? 'no words' : `“${send.greeting}”`
  const hour = `${facts.localHour} o'clock`
  const what = `${slip!.kind} ${send.id}: ${yuan(send.total)} from ${send.from} to ${to}, ${words}`
  const how = `${hour}, from ${facts.screen?.chosenFrom}, ${got}`
  return `  ${what}, ${how}; meant ${slip!.meant}; ${slip!.why}: ${judgement.verdict.outcome}`
}

const yuan = (fen: bigint) => `${Number(fen) / 100}`
