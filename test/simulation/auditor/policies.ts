/**
 * An organisation's policy: versions that are drafted, published by somebody else, gone back to; what is wrong with one;
 * and what the one that holds says of a send. It reads a policy as it was written, in JSON.
 */

import type { Ask, Fields } from '../asks.ts'
import { barredFrom, change, holdersOf, isFit, isIn, type Organisation } from './organisations.ts'
import { bodyOf, iso, no, numberIn, textIn, yes, type Verdict, type World } from './world.ts'

type Rule = (w: World, ask: Ask) => Verdict

type Approver = { memberId: string } | { role: string }
export interface Chain {
  id: string
  steps: { manner: string; approvers: Approver[] }[]
  timeoutS: number
  onTimeout: string
  copyTo: Approver[]
}
interface RecallRight {
  role: string
  whose: string
  withinS: number | null
  reasonNeeded: boolean
  onlyMemberIds: string[] | null
}

/** A rule of a policy; those here ask for one thing only, `amount >= 12000`. */
interface PolicyRule {
  id: string
  when: string
  outcome: string
}

export interface Content {
  rules: PolicyRule[]
  limits: Record<'share' | 'send' | 'day' | 'month', number | null>
  chains: Chain[]
  thresholds: { amount: number; chainId: string }[]
  rulesChainId: string | null
  recallRights: RecallRight[]
  bulkMax: number | null
  unsureHoldFrom: number
}

export interface Version {
  id: string
  version: number
  state: 'draft' | 'published' | 'withdrawn'
  basedOn: number
  authors: string[]
  decidedBy: string | null
  /** From when it holds, where it was published for a moment to come, and whether that it holds was told. */
  effectiveAt: number | null
  toldInForce: boolean
  content: Content
}

/** What holds where nothing was published: one colleague sees what is ¥5,000 or more. */
const unpublished: Content = {
  rules: [],
  limits: { share: null, send: null, day: null, month: null },
  chains: [
    {
      id: 'second-person',
      steps: [{ manner: 'any', approvers: [{ role: 'approver' }] }],
      timeoutS: 86_400,
      onTimeout: 'administrators',
      copyTo: [],
    },
  ],
  thresholds: [{ amount: 500_000, chainId: 'second-person' }],
  rulesChainId: 'second-person',
  recallRights: [
    { role: 'sender', whose: 'own', withinS: null, reasonNeeded: false, onlyMemberIds: null },
    { role: 'administrator', whose: 'others', withinS: null, reasonNeeded: true, onlyMemberIds: null },
  ],
  bulkMax: 500_000,
  unsureHoldFrom: 100_000,
}

/** Whether it was published for a moment that has not come. */
const waits = ({ state, effectiveAt }: Version, now: number) =>
  state === 'published' && effectiveAt !== null && now < effectiveAt

/** The version that holds at a moment, and what it says. */
export function inForce(o: Organisation, now: number): { version: number; content: Content } {
  const published = o.versions.filter((one) => one.state === 'published' && !waits(one, now))
  return published.at(-1) ?? { version: 0, content: unpublished }
}

/** What comes next in an organisation is dated after the clock and after all that was. */
const momentIn = (w: World, o: Organisation) => Math.max(w.clock, o.changedAt) + 1

const named = (approvers: readonly Approver[]) =>
  approvers.flatMap((one) => ('memberId' in one ? [one.memberId] : []))
const rolesOf = (approvers: readonly Approver[]) =>
  approvers.flatMap((one) => ('role' in one ? [one.role] : []))

/** Where somebody sits in a step or is told of a send: those it names, and whoever holds a role it names. */
export function peopleOf(o: Organisation, approvers: readonly Approver[]): string[] {
  return [...new Set([...named(approvers), ...holdersOf(o, ...rolesOf(approvers))])]
}

/** Whether anything keeps this policy from holding: who is there to approve, and whether its parts fit together. */
export function isBroken(o: Organisation, { chains, thresholds, rules, rulesChainId }: Content): boolean {
  const ids = chains.map(({ id }) => id)
  const sums = thresholds.map(({ amount }) => amount)
  const asks = rules.some(({ outcome }) => outcome === 'approve')
  return (
    new Set(ids).size < ids.length ||
    new Set(sums).size < sums.length ||
    thresholds.some(({ chainId }) => !ids.includes(chainId)) ||
    (rulesChainId === null ? asks : !ids.includes(rulesChainId)) ||
    chains.some((chain) => isChainBroken(o, chain))
  )
}

function isChainBroken(o: Organisation, { steps }: Chain): boolean {
  const alone: string[] = []
  for (const { approvers } of steps) {
    const names = named(approvers)
    if (names.some((member) => !isFit(o, member)) || new Set(names).size < names.length) return true
    const fit = peopleOf(o, approvers).filter((member) => isFit(o, member))
    const [only] = fit
    if (only === undefined) return true
    if (fit.length > 1) continue
    if (isIn(o, only, 'sender') || alone.includes(only)) return true
    alone.push(only)
  }
  return steps.length === 0
}

/** What the rules of a policy ask of a sum, the strictest last. */
export function asksOf({ rules }: Content, amount: number): string[] {
  const order = ['confirm', 'hold', 'approve', 'refuse']
  const meant = rules.filter(({ when }) => {
    const [, least] = /^amount >= (\d+)$/.exec(when) ?? []
    if (least === undefined) throw new Error(`the auditor cannot read ${when}`)
    return amount >= Number(least)
  })
  return meant.map(({ outcome }) => outcome).sort((a, b) => order.indexOf(a) - order.indexOf(b))
}

/**
 * The chain a send has to pass: that of the highest sum it reaches, or that of rules where one asks. Of both the one of
 * more steps, then of more words (as `words` counts them), then that of rules.
 */
export function chainFor(
  content: Content,
  amount: number,
  words: (chain: Chain) => number,
): Chain | undefined {
  const reached = content.thresholds.filter((one) => amount >= one.amount)
  const highest = reached.sort((a, b) => b.amount - a.amount)[0]?.chainId
  const asked = asksOf(content, amount).includes('approve') ? content.rulesChainId : null
  const found = [asked, highest].flatMap((id) => content.chains.filter((chain) => chain.id === id))
  return found.sort((a, b) => b.steps.length - a.steps.length || words(b) - words(a))[0]
}

/** May this one take back that send, by the widest right they have? */
export function recallRefusal(
  o: Organisation,
  as: string,
  send: { payer: string; deliverAt: number },
  note: string | null,
  now: number,
): Verdict | undefined {
  const whose = send.payer === as ? 'own' : 'others'
  const held = inForce(o, now).content.recallRights.filter(
    ({ role, whose: of, onlyMemberIds }) =>
      of === whose && isIn(o, as, role) && (onlyMemberIds === null || onlyMemberIds.includes(as)),
  )
  if (held.length === 0) return no('recall_right_missing', { whose })
  const inTime = held.filter(({ withinS }) => withinS === null || now < send.deliverAt + withinS * 1_000)
  if (inTime.length === 0) return no('recall_too_late')
  const asksWhy = inTime.every(({ reasonNeeded }) => reasonNeeded)
  return asksWhy && (note ?? '').trim() === '' ? no('recall_reason_needed', { field: 'note' }) : undefined
}

/** A rule of an administrator's; the operator writes no policy for anybody. */
const ofAdministrator =
  (rule: (w: World, o: Organisation, ask: Ask) => Verdict): Rule =>
  (w, ask) => {
    const o = w.organisations.get(ask.params!.id!)
    if (!o) return no('not_found')
    return barredFrom(o, ask.as, 'administrator') ?? rule(w, o, ask)
  }

const ofDraft = (rule: (w: World, o: Organisation, draft: Version, ask: Ask) => Verdict): Rule =>
  ofAdministrator((w, o, ask) => {
    const draft = o.versions.find(({ id }) => id === ask.params!.policyId)
    return draft ? rule(w, o, draft, ask) : no('not_found')
  })

const decided = ({ state }: Version) => (state === 'draft' ? undefined : no(`already_${state}`))

/** A version as it must be shown, with whether something keeps it from holding. */
function shown(w: World, o: Organisation, draft: Version, reply: Fields): Fields {
  const problems = reply.problems as { weight: string; at: string; code: string }[]
  const errors = problems.filter(({ weight }) => weight === 'error')
  if (errors.length > 0 !== isBroken(o, draft.content))
    throw new Error(`of policy ${draft.version} it says ${JSON.stringify(errors)}, the auditor does not`)
  const { version, state, basedOn, authors, decidedBy } = draft
  return {
    organisationId: o.id,
    version,
    state: waits(draft, w.clock) ? 'waiting' : state,
    holds: inForce(o, w.clock).version === version,
    basedOn,
    authorIds: authors,
    decidedBy,
  }
}

const factsOf = ({ id, version, basedOn }: Version, by: string): Fields => ({
  policyId: id,
  version,
  basedOn,
  by,
})

function begin(w: World, o: Organisation, as: string, content: Content): Verdict {
  return yes((reply) => {
    const draft: Version = {
      id: textIn(reply, 'id'),
      version: o.versions.length + 1,
      state: 'draft',
      basedOn: inForce(o, momentIn(w, o)).version,
      authors: [as],
      decidedBy: null,
      effectiveAt: null,
      toldInForce: false,
      content,
    }
    if (numberIn(reply, 'version') !== draft.version) throw new Error('a version is left out')
    o.versions.push(draft)
    change(w, o, 'policy_drafted', factsOf(draft, as))
    return shown(w, o, draft, reply)
  }, 201)
}

const draftPolicy = ofAdministrator((w, o, ask) =>
  begin(w, o, ask.as, bodyOf<{ content: Content }>(ask).content),
)

const goBack = ofAdministrator((w, o, ask) => {
  const { version } = bodyOf<{ version: number }>(ask)
  const before = o.versions.find((one) => one.version === version)
  if (version === 0) return begin(w, o, ask.as, unpublished)
  return before?.state === 'published' ? begin(w, o, ask.as, before.content) : no('invalid_request')
})

const changeDraft = ofDraft(
  (w, o, draft, ask) =>
    decided(draft) ??
    yes((reply) => {
      draft.content = bodyOf<{ content: Content }>(ask).content
      if (!draft.authors.includes(ask.as)) draft.authors.push(ask.as)
      change(w, o, 'policy_drafted', factsOf(draft, ask.as))
      return shown(w, o, draft, reply)
    }),
)

const withdraw = ofDraft((w, o, draft, { as }) => {
  const over = waits(draft, momentIn(w, o)) ? undefined : decided(draft)
  return (
    over ??
    yes((reply) => {
      draft.state = 'withdrawn'
      draft.decidedBy = as
      change(w, o, 'policy_withdrawn', { ...factsOf(draft, as), ...fromOf(draft) })
      draft.effectiveAt = null
      return shown(w, o, draft, reply)
    })
  )
})

const fromOf = ({ effectiveAt }: Version): Fields =>
  effectiveAt === null ? {} : { effectiveAt: iso(effectiveAt) }

const publish = ofDraft((w, o, draft, ask) => {
  const now = momentIn(w, o)
  const asked = bodyOf<{ effectiveAt?: string }>(ask).effectiveAt
  const effectiveAt = asked === undefined ? null : Date.parse(asked)
  if (effectiveAt !== null && (effectiveAt <= now || effectiveAt > now + 90 * 86_400_000))
    return no('invalid_request')
  if (draft.authors.includes(ask.as)) return no('own_act')
  if (isBroken(o, draft.content)) return no('policy_invalid')
  const over = decided(draft)
  if (over) return over
  const { version } = inForce(o, now)
  if (draft.basedOn !== version) return no('policy_moved_on', { version })
  const waiting = o.versions.find((one) => waits(one, now))
  if (waiting) return no('policy_waiting', { version: waiting.version, ...fromOf(waiting) })
  return yes((reply) => {
    draft.state = 'published'
    draft.decidedBy = ask.as
    draft.effectiveAt = effectiveAt
    change(w, o, 'policy_published', { ...factsOf(draft, ask.as), ...fromOf(draft) })
    return shown(w, o, draft, reply)
  })
})

/** A duty of the clock: tell of versions that waited and hold now. */
export function tellInForce(w: World): void {
  for (const o of w.organisations.values()) {
    const due = o.versions.filter((one) => {
      const holds = one.state === 'published' && one.effectiveAt !== null && w.clock >= one.effectiveAt
      return holds && !one.toldInForce
    })
    for (const version of due.sort((a, b) => a.effectiveAt! - b.effectiveAt!)) {
      version.toldInForce = true
      change(w, o, 'policy_in_force', { ...factsOf(version, 'clock'), ...fromOf(version) })
    }
  }
}

/** Everything about policies, by its route. */
export const policyRules: Record<string, Rule> = {
  draftPolicy,
  goBackToPolicy: goBack,
  changePolicyDraft: changeDraft,
  withdrawPolicyDraft: withdraw,
  publishPolicy: publish,
}
