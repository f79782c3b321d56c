/**
 * A chain as a policy writes it: steps of people and roles. Before it holds it is looked at with the organisation's
 * people beside it; when a send is submitted its seats are filled from them, once.
 */

import { chainTimeoutMaxMs, chainTimeoutMinMs, type SeatedStep, type StepManner } from './approval.ts'
import type { Instant } from './instant.ts'

export const approverRoles = ['approver', 'administrator'] as const
export type ApproverRole = (typeof approverRoles)[number]

/** One person, or whoever holds a role. */
export type Approver = { memberId: string } | { role: ApproverRole }

export interface ChainStep {
  manner: StepManner
  approvers: readonly Approver[]
}

export const timeouts = ['reject', 'administrators'] as const

export interface Chain {
  /** Small letters, digits and hyphens. */
  id: string
  says: { zh: string; en: string }
  steps: readonly ChainStep[]
  timeoutS: number
  /** What time running out does: reject, or let administrators decide for as long again. It never approves. */
  onTimeout: (typeof timeouts)[number]
  /** Who is told, and may look on (抄送). */
  copyTo: readonly Approver[]
}

export const stepsMax = 10
export const approversMax = 50

/** Whoever is in the organisation, with the roles that count here. */
export interface ChainPeople {
  holders: Readonly<Record<ApproverRole, readonly string[]>>
  senders: readonly string[]
  /** Everybody who is in the organisation; in a family, where nobody is asked or told by name, it is not said. */
  members?: readonly string[]
}

/** Whoever has left an organisation, or was never in it, is told nothing of its sends. */
export function mayBeTold({ members }: ChainPeople, memberId: string): boolean {
  return members === undefined || members.includes(memberId)
}

export const chainFaults = [
  'chain_id_not_valid',
  'chain_id_taken',
  'no_steps',
  'nobody_in_step',
  'not_in_organisation',
  'only_the_sender',
  'approver_twice',
  'timeout_not_valid',
  'no_sentence',
] as const
export type ChainFault = (typeof chainFaults)[number]

export interface ChainProblem {
  code: ChainFault
  /** Where in the chain, as a path: `steps.1.approvers.0`. */
  at: string
  about: string
}

/** Who could fill a step. */
function candidatesOf({ approvers }: Pick<ChainStep, 'approvers'>, { holders }: ChainPeople): string[] {
  const fit = new Set([...holders.approver, ...holders.administrator])
  return [
    ...new Set(
      approvers.flatMap((one) =>
        'role' in one ? holders[one.role] : fit.has(one.memberId) ? [one.memberId] : [],
      ),
    ),
  ]
}

/** Everything that keeps a chain from holding: nobody in a step, only the sender, somebody who left, one person twice. */
export function chainProblems(chain: Chain, people: ChainPeople): ChainProblem[] {
  const problems: ChainProblem[] = []
  const say = (code: ChainFault, at: string, about = '') => problems.push({ code, at, about })
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(chain.id)) say('chain_id_not_valid', 'id', chain.id)
  for (const language of ['zh', 'en'] as const)
    if (chain.says[language].trim() === '') say('no_sentence', `says.${language}`)
  const timeoutMs = chain.timeoutS * 1_000
  if (!Number.isInteger(chain.timeoutS) || timeoutMs < chainTimeoutMinMs || timeoutMs > chainTimeoutMaxMs)
    say('timeout_not_valid', 'timeoutS', String(chain.timeoutS))
  if (chain.steps.length === 0) say('no_steps', 'steps')
  const alone = new Map<string, number>()
  for (const [i, step] of chain.steps.entries()) {
    const at = `steps.${i}`
    const fit = new Set([...people.holders.approver, ...people.holders.administrator])
    for (const [j, one] of step.approvers.entries())
      if ('memberId' in one && !fit.has(one.memberId))
        say('not_in_organisation', `${at}.approvers.${j}`, one.memberId)
    const candidates = candidatesOf(step, people)
    const [only, second] = candidates
    if (only === undefined) say('nobody_in_step', at)
    else if (second === undefined) {
      if (people.senders.includes(only)) say('only_the_sender', at, only)
      if (alone.has(only)) say('approver_twice', at, only)
      alone.set(only, i)
    }
    const named = step.approvers.flatMap((one) => ('memberId' in one ? [one.memberId] : []))
    const twice = named.find((id, j) => named.indexOf(id) !== j)
    if (twice !== undefined) say('approver_twice', at, twice)
  }
  for (const [i, one] of chain.copyTo.entries())
    if ('memberId' in one && !mayBeTold(people, one.memberId))
      say('not_in_organisation', `copyTo.${i}`, one.memberId)
  return problems
}

/** Whose a send is: who makes it, and whom it names as payees. */
export interface SendParties {
  senderId: string
  payeeIds: readonly string[]
}

/**
 * The seats of a send: named people as they are named, a role as whoever holds it now but its sender and its payees.
 * A step of which nobody is left has no seats, and is an administrator's from the start.
 */
export function seat(chain: Chain, people: ChainPeople, { senderId, payeeIds }: SendParties): SeatedStep[] {
  const mayHold = (id: string) => id !== senderId && !payeeIds.includes(id)
  return chain.steps.map(({ manner, approvers }) => {
    const memberIds = approvers.flatMap((one) =>
      'memberId' in one ? [one.memberId] : people.holders[one.role].filter(mayHold),
    )
    return { manner, memberIds: [...new Set(memberIds)] }
  })
}

/** Who is told of a send, beside those it waits for: as many of them as are in the organisation. */
export function copiesOf(chain: Chain, people: ChainPeople): string[] {
  const named = chain.copyTo.flatMap((one) =>
    'memberId' in one ? [one.memberId] : [...people.holders[one.role]],
  )
  return [...new Set(named)].filter((id) => mayBeTold(people, id))
}

/** The moments of a chain that begins now. */
export function timersOf(
  { timeoutS, onTimeout }: Pick<Chain, 'timeoutS' | 'onTimeout'>,
  now: Instant,
): { passOnAt: Instant | null; remindAt: Instant; approveBy: Instant } {
  const timeoutMs = timeoutS * 1_000
  const remindAt = now + Math.floor(timeoutMs / 2)
  return onTimeout === 'reject'
    ? { passOnAt: null, remindAt, approveBy: now + timeoutMs }
    : { passOnAt: now + timeoutMs, remindAt, approveBy: now + 2 * timeoutMs }
}
