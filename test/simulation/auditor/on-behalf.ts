/** A send on behalf of an organisation: who may make it, which limits it has, what it replaces, and how it is submitted. */

import type { Ask, Fields } from '../asks.ts'
import { waitsFor, type Approval } from './approval.ts'
import { wholeOf } from './ladders.ts'
import { countedIn, spanOf, type Spending } from './limits.ts'
import { isIn, type Organisation } from './organisations.ts'
import { chainFor, inForce, peopleOf, type Chain, type Content } from './policies.ts'
import { bodyOf, iso, no, type Packet, type Transfer, type Verdict, type World } from './world.ts'

/** An organisation that somebody acts for, with the policy that holds at the send. */
export interface Office {
  org: Organisation
  version: number
  content: Content
}

/** The office of a send; null for one of one's own. */
export function enterOffice(w: World, ask: Ask): { refusal: Verdict } | { office: Office | null } {
  const { onBehalfOf } = bodyOf<{ onBehalfOf?: string }>(ask)
  if (onBehalfOf === undefined) return { office: null }
  const org = w.organisations.get(onBehalfOf)
  const place = org?.people.get(ask.as)
  if (!org || place?.state !== 'active')
    return { refusal: no('organisation_unknown', { field: 'onBehalfOf' }) }
  if (!isIn(org, ask.as, 'sender')) return { refusal: no('role_missing', { roles: ['sender'] }) }
  if (org.suspended) return { refusal: no('organisation_suspended') }
  if (place.suspended) return { refusal: no('sending_suspended') }
  return { office: { org, ...inForce(org, w.clock) } }
}

/** What a send takes the place of: the sender's own for the same organisation, as far as it can still be undone. */
export function replacedBy<Send extends Packet | Transfer>(
  ask: Ask,
  sends: ReadonlyMap<string, Send>,
  undo: (send: Send) => Verdict,
): { refusal: Verdict } | { replaced: Send | null; takeBack: () => void } {
  const { replaces, onBehalfOf } = bodyOf<{ replaces?: string; onBehalfOf?: string }>(ask)
  if (replaces === undefined) return { replaced: null, takeBack: () => undefined }
  const send = sends.get(replaces)
  if (!send || send.org !== onBehalfOf) return { refusal: no('not_found') }
  const undone = undo(send)
  return 'no' in undone ? { refusal: undone } : { replaced: send, takeBack: () => void undone.then({}) }
}

/** What a send that is taken back in the same moment gives back to the limits and to the wallet. */
export const sumOf = (send: Packet | Transfer | null) =>
  send === null ? 0 : 'kind' in send ? send.total : wholeOf(send)

/** Whether the organisation's limits refuse this to its sender: by the share, the send, the day, the month. */
export function officeLimit(
  w: World,
  { org, content }: Office,
  me: string,
  ask: Spending,
  { at, replaced }: { at: number; replaced: Packet | Transfer | null },
): Verdict | undefined {
  const { field, amount, count } = ask
  const { limits } = content
  const facts = (max: number) => ({ field, max, layer: 'organisation' })
  if (limits.share !== null && amount > limits.share * count) return no('limit_share', facts(limits.share))
  if (limits.send !== null && amount > limits.send) return no('limit_send', facts(limits.send))
  for (const kind of ['day', 'month'] as const) {
    const max = limits[kind]
    if (max === null) continue
    const { from, until } = spanOf(kind, at)
    const back = replaced && from <= replaced.sentAt ? sumOf(replaced) : 0
    const left = Math.max(0, max - countedIn(w, `${org.id} ${me}`, kind, at) + back)
    if (amount > left) return no(`limit_${kind}`, { ...facts(max), left, renewsAt: iso(until) })
  }
  return undefined
}

type Begun =
  | 'org'
  | 'family'
  | 'sender'
  | 'payees'
  | 'version'
  | 'chain'
  | 'amount'
  | 'steps'
  | 'asked'
  | 'concerned'
  | 'copies'
type Times = 'submittedAt' | 'remindAt' | 'passOnAt' | 'approveBy'

/** An approval about which nothing was said yet. */
export function newApproval(begun: Pick<Approval, Begun | Times>): Approval {
  return {
    send: '',
    ...begun,
    reminded: false,
    passedOn: false,
    passed: false,
    glass: [],
    words: new Set(),
    askers: [],
    unanswered: new Set(),
    reminders: [],
    acts: [],
    outcome: null,
    decidedAt: null,
    replaces: null,
  }
}

/** The steps of a chain with who sits in them: nobody in what they send or are paid, by a role. */
const stepsOf = (org: Organisation, chain: Chain, own: readonly string[]) =>
  chain.steps.map(({ manner, approvers }) => {
    const named = approvers.flatMap((one) => ('memberId' in one ? [one.memberId] : []))
    return {
      manner,
      people: peopleOf(org, approvers).filter((id) => !own.includes(id) || named.includes(id)),
    }
  })

/** How many words a chain takes; a step without anybody takes an administrator's. */
const wordsOf = (org: Organisation, chain: Chain, own: readonly string[]) =>
  stepsOf(org, chain, own)
    .map(({ manner, people }) => (manner === 'all' && people.length > 0 ? people.length : 1))
    .reduce((all, words) => all + words, 0)

/** The approval a send has to pass, as it is filled when it is submitted; null where it goes at once. */
export function submissionOf(
  w: World,
  office: Office | null,
  { me, payees }: { me: string; payees: readonly string[] },
  amount: number,
  at: number,
): Approval | null {
  const own = [me, ...payees]
  const chain = office && chainFor(office.content, amount, (one) => wordsOf(office.org, one, own))
  if (!chain) return null
  const { org, version } = office
  const ms = chain.timeoutS * 1_000
  const passes = chain.onTimeout === 'administrators'
  const steps = stepsOf(org, chain, own).map(({ manner, people }) => {
    return { manner, approved: false, seats: people.map((id) => ({ of: id, holder: id, filled: false })) }
  })
  const seated = steps.flatMap(({ seats }) => seats.map(({ of }) => of))
  const a = newApproval({
    org: org.id,
    family: null,
    sender: me,
    payees,
    version,
    chain: chain.id,
    amount,
    steps,
    asked: [],
    concerned: new Set(seated),
    copies: peopleOf(org, chain.copyTo).filter((id) => id !== me),
    submittedAt: at,
    remindAt: at + Math.floor(ms / 2),
    passOnAt: passes ? at + ms : null,
    approveBy: at + (passes ? 2 : 1) * ms,
  })
  const hearing = seated.filter((id) => !payees.includes(id))
  a.asked = [...new Set([...hearing, ...waitsFor(w, a, at)])]
  return a
}

/** Book what a send on behalf is beside the money: that it waits, and who is told so. */
export function file(w: World, send: Packet | Transfer, a: Approval | null, replaces: string | null): void {
  if (!a) return
  w.approvals.set(send.id, a)
  a.send = send.id
  a.replaces = replaces
  const facts: Fields = {
    sendId: send.id,
    senderId: a.sender,
    organisationId: a.org,
    policyVersion: a.version,
    chainId: a.chain,
    amount: a.amount,
    approveBy: iso(a.approveBy),
  }
  w.tell(send.id, 'approval.submitted', [a.sender, ...a.asked, ...a.copies], facts, send.sentAt)
}
