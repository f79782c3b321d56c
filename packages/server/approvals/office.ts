/**
 * A send on behalf of an organisation: whether its sender may act for it now, whose money it is, what its policy says,
 * and whether it has to wait for approval. The member acts and takes back; the organisation pays and is paid back.
 */

import { compilePolicy, type CompiledPolicy } from '@laisee/core/guard/compile.ts'
import { sentNow } from '@laisee/core/guard/facts.ts'
import { factValues, type RuleFactValues } from '@laisee/core/guard/rule-facts.ts'
import { look } from '@laisee/core/guard/seen.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { defaultCurrency, type Amount } from '@laisee/core/money.ts'
import { decideOnBehalf } from '@laisee/core/organisation.ts'
import { guardPolicyOf } from '@laisee/core/policy.ts'
import { chainFor } from '@laisee/core/policy-send.ts'
import { orThrow, type RefusalCode } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { noRules } from '../guard/no-rules.ts'
import type { SendToJudge } from '../guard/guarded-send.ts'
import type { GuardAsk, Judged } from '../guard/judge-send.ts'
import { lockWallet } from '../ledger/ledger.ts'
import { lockPurse, type LockedPurse } from '../limits/gather-spending.ts'
import { peopleOf, shareOrganisation, type OrganisationRow, type People } from '../organisations/standing.ts'
import { keepSendOnBehalf } from '../policies/count-send.ts'
import {
  chainPeopleOf,
  policyAt,
  publishedOf,
  type CurrentPolicy,
  type Published,
} from '../policies/read-policy.ts'
import { familySubmission, type SubmittedSend } from './family-submission.ts'
import { rosterOf } from './file.ts'
import { prepareSubmission, writeSubmission, type Submission } from './submit.ts'

/** What a send may be refused for because it is on behalf of an organisation, or takes the place of one that was. */
export const officeRefusals = [
  'organisation_unknown',
  'role_missing',
  'organisation_suspended',
  'sending_suspended',
  'already_rejected',
  'already_undone',
  'already_recalled',
  'already_declined',
  'already_expired',
  'already_claimed_out',
  'already_arrived',
  'already_returned',
  'undo_window_over',
] as const satisfies readonly RefusalCode[]

/** An organisation that somebody acts for, as it stays until the transaction ends. */
export interface EnteredOffice {
  organisation: OrganisationRow
  people: People
  published: Published
}

/** The same with the policy that holds at the send's moment. */
export interface Office extends EnteredOffice {
  current: CurrentPolicy
}

/** Who sends, and for which organisation. */
interface ActingAsk {
  payerId: string
  onBehalfOf?: string | null
}

/** Enter an organisation's office to send for it; null for a send of one's own. */
export async function enterOffice(tx: Tx, { payerId, onBehalfOf }: ActingAsk): Promise<EnteredOffice | null> {
  if (onBehalfOf === undefined || onBehalfOf === null) return null
  const organisation = await shareOrganisation(tx, onBehalfOf)
  const people: People = organisation ? await peopleOf(tx, onBehalfOf) : new Map()
  orThrow(decideOnBehalf(people.get(payerId), organisation))
  return { organisation: organisation!, people, published: await publishedOf(tx, onBehalfOf) }
}

/** The office at the moment of a send: a version that was published for a moment to come holds from that moment on. */
export function officeAt(entered: EnteredOffice | null, now: Instant): Office | null {
  return entered && { ...entered, current: policyAt(entered.published, now) }
}

/** Lock what a send is paid from: the organisation's wallet, or what pays for a send of one's own. */
export async function purseFor(
  tx: Tx,
  office: EnteredOffice | null,
  payerId: string,
  familyId: string | null,
): Promise<LockedPurse> {
  if (!office) return lockPurse(tx, payerId, familyId)
  const wallet = await lockWallet(tx, office.organisation.id, defaultCurrency)
  return { wallet, allowance: null, familyUnknown: false }
}

/**
 * The guard with the organisation's rules beside its own, or alone where the service has none. What is judged by both
 * names the organisation's version.
 */
export function guardFor(office: Office | null, ask: GuardAsk | undefined): GuardAsk | undefined {
  if (!office || !ask) return ask
  const own = compiledOf(office)
  if (ask.policy === noRules && own.rules.length === 0) return undefined
  const { rules, judgeMsMax } = ask.policy.policy
  const policy: CompiledPolicy = {
    policy: {
      ...own.policy,
      rules: [...rules, ...own.policy.rules],
      ...(judgeMsMax !== undefined && { judgeMsMax }),
    },
    rules: [...ask.policy.rules, ...own.rules],
    warnings: [],
  }
  return { ...ask, policy, onBehalfOf: office.organisation }
}

/** Versions never change once they hold: the latest of each organisation is kept compiled, as many as fit. */
const compiledBy = new Map<string, CompiledPolicy>()
const compiledMax = 200

function compiledOf({ organisation: { id }, current: { version, policy } }: Office): CompiledPolicy {
  const known = compiledBy.get(id)
  if (known?.policy.version === version) return known
  const made = compilePolicy(guardPolicyOf(policy, id, version))
  if ('problems' in made) throw new Error(`the policy of ${id} does not compile`)
  if (compiledBy.size >= compiledMax) compiledBy.delete(compiledBy.keys().next().value!)
  compiledBy.set(id, made)
  return made
}

/** Whether a send has to be approved first, and by whom: in its organisation, or in the sender's family. */
export async function submissionFor(
  tx: Tx,
  office: Office | null,
  send: SubmittedSend,
  judged: Judged | undefined,
): Promise<Submission | null> {
  if (!office) return familySubmission(send)
  const { senderId, payeeIds, amount, now } = send
  const { organisation, people, current } = office
  const reasons = judged?.judgement.verdict.reasons ?? []
  const ruleIds = reasons.filter(({ outcome }) => outcome === 'approve').map(({ ruleId }) => ruleId)
  const chainPeople = chainPeopleOf(people)
  const asked = chainFor(
    current.policy,
    { senderId, payeeIds, amount, ruleAsks: ruleIds.length > 0 },
    chainPeople,
  )
  if (!asked) return null
  const { chain, why } = asked
  return prepareSubmission(
    { chain, askedBy: { why, ruleIds: [...new Set(ruleIds)] } },
    { organisationId: organisation.id, policyVersion: current.version },
    { people: chainPeople, roster: await rosterOf(tx, organisation.id, people), senderId, payeeIds, now },
  )
}

/** A send that was written, as its office files it. */
export interface FiledSend {
  id: string
  at: Instant
  send: SendToJudge
  judged: Judged | undefined
  submission: Submission | null
  replaces: string | null
  /** What goes in this packet or transfer, where the send made several. */
  part?: Amount
}

/** Keep what a send waits for; and one on behalf with the version that judged it. */
export async function fileSend(tx: Tx, office: Office | null, filed: FiledSend): Promise<void> {
  const { id, at, send, judged, submission } = filed
  const { payerId: senderId, kind, count } = send
  if (submission) await writeSubmission(tx, submission, { ...filed, senderId, amount: sentNow(send) })
  if (!office) return
  await keepSendOnBehalf(tx, {
    organisationId: office.organisation.id,
    sendId: id,
    payerId: senderId,
    at,
    kind,
    amount: filed.part ?? sentNow(send),
    count,
    policyVersion: office.current.version,
    chainId: submission?.chain.id ?? null,
    facts: judged ? factValues(look(judged.facts), judged.judgement.signals) : plainFacts(send),
  })
}

/** What is known of a send that nobody judged. */
function plainFacts({ kind, toKind, amount, count, memberIds }: SendToJudge): RuleFactValues {
  return {
    amount,
    share: amount / BigInt(count),
    count: BigInt(count),
    kind,
    to: toKind,
    recipients: BigInt(memberIds.length),
  }
}
