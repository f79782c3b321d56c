/**
 * The auditor: a second, tiny ledger that shares no code with the first. It is told every request with its reply, every
 * move of the clock and every duty; it says what the answer had to be, keeps its own books, and after each step compares
 * them with what the database holds (auditor/compare.ts). A difference is a sentence.
 *
 * The ledger itself is auditor/books.ts and auditor/compare.ts. What may happen, and what it moves and tells, is said in
 * the other files beside them, over what world.ts holds: a rule a line, in the order in which it refuses.
 */

import type { Ask, Fields, Json, Reply } from './asks.ts'
import { watchApprovals } from './auditor/approval-clock.ts'
import { approvalRules } from './auditor/approval-words.ts'
import { chatRules } from './auditor/chats.ts'
import { claim, openLink, readProof } from './auditor/claims.ts'
import { collectionRules } from './auditor/collections.ts'
import { disputeRules } from './auditor/dispute-words.ts'
import { closeIfDue } from './auditor/disputes.ts'
import { documentRules } from './auditor/documents.ts'
import { forgettingRules } from './auditor/forgetting.ts'
import { freezeAppealRules } from './auditor/freeze-appeals.ts'
import { freezeRules, releaseDue } from './auditor/freezes.ts'
import { familyRules } from './auditor/families.ts'
import { endFamily } from './auditor/family-waits.ts'
import { groupNoticeRules } from './auditor/group-notices.ts'
import { careRules } from './auditor/holds.ts'
import { guardianRules, tellOfSend } from './auditor/guardians.ts'
import { instalmentRules } from './auditor/instalments.ts'
import { limitRules } from './auditor/limits.ts'
import { organisationRules } from './auditor/organisations.ts'
import { cancelPacket, packetVerbs } from './auditor/packet-verbs.ts'
import { tellExpiringPacket, tellExpiringTransfer } from './auditor/expiring.ts'
import { deliver as deliverPacket, expire, stateOf } from './auditor/packets.ts'
import { peopleRules } from './auditor/people.ts'
import { policyRules, tellInForce } from './auditor/policies.ts'
import { recallOnBehalf } from './auditor/recall-on-behalf.ts'
import { returnRules } from './auditor/return-words.ts'
import { endReturns } from './auditor/returns.ts'
import { sendPacket } from './auditor/send-packet.ts'
import { reportRules } from './auditor/reports.ts'
import { planRules, sendPart } from './auditor/split-plans.ts'
import { cancelTransfer, sendTransfer, transferVerbs } from './auditor/transfer-verbs.ts'
import { deliver as deliverTransfer, settle } from './auditor/transfers.ts'
import { walletRules } from './auditor/wallets.ts'
import { no, textIn, World, yes, type Packet, type Transfer, type Verdict } from './auditor/world.ts'

/** What was answered under an idempotency key; a tombstone refuses what has not arrived yet. */
interface Kept {
  at: number
  tombstone: boolean
  request: string
  status: number
  text: string
  /** The packet or transfer it made. */
  source: string
}

type Rule = (w: World, ask: Ask, reply: Reply) => Verdict

const day = 86_400_000
const isSend = /^send(Packet|Transfer|Ladder|SplitPart)$|^payCollectionShare$/
/** Refusals of the edge are not kept: under the same key the next try is a new one. */
const neverKept = ['invalid_request', 'forbidden', 'idempotency_key_reused']

export class Auditor {
  readonly world = new World()
  readonly #kept = new Map<string, Kept>()

  /** `guard`: whether the service it watches asks before money moves. */
  constructor(guard = false) {
    this.world.guard = guard
  }

  /** The clock now stands here. */
  moveClock(to: number): void {
    this.world.clock = to
  }

  /** A request and its reply. Gives what was wrong with the reply. */
  hear(ask: Ask, reply: Reply): string[] {
    if (this.world.forgotten.has(ask.as)) return differences(no('unauthenticated'), reply)
    if (ask.malformed) return differences(no('invalid_request'), reply)
    const name = `${ask.as} ${ask.key}`
    const before = ask.key === undefined ? undefined : this.#kept.get(name)
    if (before) return this.#hearAgain(before, ask, reply)
    const verdict = this.#decide(ask, reply)
    const found = differences(verdict, reply)
    if (isSend.test(ask.route) && found.length === 0) tellOfSend(this.world, ask, verdict, reply)
    const keeps = 'yes' in verdict || !neverKept.includes(verdict.no)
    if (ask.key !== undefined && keeps) this.#keep(name, ask, reply)
    return found
  }

  #hearAgain(before: Kept, ask: Ask, reply: Reply): string[] {
    if (before.tombstone) return differences(no('canceled_before_arrival'), reply)
    if (before.request !== requestOf(ask)) return differences(no('idempotency_key_reused'), reply)
    if (reply.status === before.status && reply.text === before.text) return []
    return [`asked again, it answered ${reply.status} ${reply.text} and not ${before.status} ${before.text}`]
  }

  #keep(name: string, ask: Ask, { status, text, body }: Reply): void {
    const made = status === 201 && isSend.test(ask.route)
    // What can still be taken back of a ladder is its rest.
    const source = made ? textIn((body.rest as Fields | undefined) ?? body, 'id') : ''
    this.#kept.set(name, {
      at: this.world.clock,
      tombstone: false,
      request: requestOf(ask),
      status,
      text,
      source,
    })
  }

  #decide(ask: Ask, reply: Reply): Verdict {
    const w = this.world
    const { route, params } = ask
    if (route === 'sendPacket') return sendPacket(w, ask, reply)
    if (route === 'sendTransfer' || route === 'sendLadder') return sendTransfer(w, ask, reply)
    if (route === 'sendSplitPart') return sendPart(w, ask, reply)
    if (route === 'openPacketLink') return openLink(w, ask)
    if (route === 'cancelRequest') return this.#cancel(ask)
    const rule: Rule | undefined = {
      ...peopleRules,
      ...walletRules,
      ...chatRules,
      ...limitRules,
      ...familyRules,
      ...guardianRules,
      endFamily,
      ...careRules,
      ...organisationRules,
      ...policyRules,
      ...approvalRules,
      ...returnRules,
      ...instalmentRules,
      ...freezeRules,
      ...freezeAppealRules,
      ...forgettingRules,
      ...documentRules,
      ...disputeRules,
      ...collectionRules,
      ...groupNoticeRules,
      ...planRules,
      ...reportRules,
      recallOnBehalf,
    }[route]
    if (rule) return rule(w, ask, reply)
    if (transferVerbs[route]) {
      const transfer = w.transfers.get(params!.id!)
      return transfer ? transferVerbs[route](w, transfer, ask) : no('not_found')
    }
    const verb = { ...packetVerbs, claimPacket: claim, readSplitProof: readProof }[route]
    if (!verb) throw new Error(`the auditor knows nothing of ${route}`)
    const packet = w.packets.get(params!.id!)
    return packet ? verb(w, packet, ask) : no('not_found')
  }

  /** Taking back by key what may or may not have arrived: one that has not leaves a tombstone. */
  #cancel({ as, body }: Ask): Verdict {
    const w = this.world
    const name = `${as} ${textIn(body!, 'idempotencyKey')}`
    const kept = this.#kept.get(name)
    const packet = w.packets.get(kept?.source ?? '')
    const transfer = w.transfers.get(kept?.source ?? '')
    if (packet) return cancelPacket(w, packet, as)
    if (transfer) return cancelTransfer(w, transfer, as)
    if (kept && !kept.tombstone && kept.status < 400) return no('not_cancelable')
    return yes(() => {
      if (kept && !kept.tombstone) return { outcome: 'was_refused', refusal: codeOf(kept), returned: null }
      this.#kept.set(
        name,
        kept ?? { at: w.clock, tombstone: true, request: '', status: 0, text: '', source: '' },
      )
      return { outcome: 'never_arrived', refusal: null, returned: null }
    })
  }

  /** A duty ran until nothing was due. */
  hearDuty(duty: string): void {
    const w = this.world
    watchApprovals(w, duty)
    if (duty === 'tell-policies-in-force') tellInForce(w)
    if (duty === 'release-freezes') releaseDue(w)
    if (duty === 'close-disputes') for (const dispute of w.disputes.values()) closeIfDue(w, dispute)
    for (const packet of w.packets.values()) {
      const lives = stateOf(w, packet) !== 'expired'
      if (duty === 'end-packet-holds' && lives) deliverAfterHold(w, packet, deliverPacket)
      if (duty === 'deliver-packets' && lives) deliverPacket(w, packet)
      if (duty === 'tell-expiring-packets') tellExpiringPacket(w, packet)
      if (duty === 'expire-packets') expire(w, packet)
    }
    for (const transfer of w.transfers.values()) {
      if (duty === 'end-transfer-holds') deliverAfterHold(w, transfer, deliverTransfer)
      if (duty === 'deliver-transfers') deliverTransfer(w, transfer)
      if (duty === 'arrive-transfers') settle(w, transfer, 'arrived')
      if (duty === 'tell-expiring-transfers') tellExpiringTransfer(w, transfer)
      if (duty === 'return-transfers') settle(w, transfer, 'returned')
    }
    if (duty === 'end-return-requests') endReturns(w)
    if (duty !== 'forget-idempotency-keys') return
    for (const [name, { at }] of this.#kept) if (at < w.clock - 2 * day) this.#kept.delete(name)
  }
}

/** The sweep that ends holds tells of a delivery that is due as well, but looks at nothing that was not held. */
function deliverAfterHold<Send extends Packet | Transfer>(
  w: World,
  send: Send,
  deliver: (w: World, send: Send) => void,
): void {
  if (send.state === 'held' && w.clock >= send.heldUntil!) deliver(w, send)
}

const codeOf = ({ text }: Kept) => (JSON.parse(text) as { code: string }).code

function requestOf({ route, params = {}, body = {} }: Ask): string {
  return JSON.stringify([route, params, body])
}

/** How a reply differs from what it had to be. What follows from a right reply is booked on the way. */
function differences(verdict: Verdict, reply: Reply): string[] {
  if ('no' in verdict) {
    const { no: code, status, facts } = verdict
    return misses({ status, code, ...facts }, { ...reply.body, status: reply.status }, 'the answer')
  }
  if (reply.status !== verdict.yes)
    return [`it was answered ${reply.status} ${String(reply.body.code)}, not ${verdict.yes}`]
  try {
    return misses(verdict.then(reply.body), reply.body, 'the answer')
  } catch (error) {
    return [(error as Error).message]
  }
}

/** Where a value lacks what is expected of it: every fact named must be there, others may be. */
export function misses(expected: Json | undefined, found: Json | undefined, at: string): string[] {
  if (expected === undefined) return []
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length)
    return expected.flatMap((part, i) => misses(part, found[i], `${at}[${i}]`))
  if (isFields(expected) && isFields(found))
    return Object.keys(expected).flatMap((field) => misses(expected[field], found[field], `${at}.${field}`))
  if (expected === found) return []
  return [`${at} is ${JSON.stringify(found)}, the auditor says ${JSON.stringify(expected)}`]
}

function isFields(part: Json | undefined): part is Fields {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
}
