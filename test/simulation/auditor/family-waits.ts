/** Sends that wait for the family: whose word each needs, and what becomes of them once nobody is left to give it. */

import type { Ask } from '../asks.ts'
import { circleOf, isOpen, openStep, type Approval } from './approval.ts'
import { rejectSend, stateOf } from './approval-words.ts'
import { familyRules, usableFamily } from './families.ts'
import { guardiansOf } from './grown-ups.ts'
import { needsGuardian } from './limits.ts'
import { newApproval } from './on-behalf.ts'
import { isFit } from './organisations.ts'
import { momentOf, type Verdict, type World } from './world.ts'

const day = 86_400_000

/** A send of one's own, as its family looks at it: by the sum of its plan, where it is a part of one. */
interface Asked {
  paidFrom: string | undefined
  amount: number
  whole: number
}

/** The chain of a send above what its giver has set, above what its sender's age allows, or both; and who sits in it. */
function seatsFor(
  w: World,
  me: string,
  { paidFrom, whole }: Asked,
): [chain: string, steps: string[][]] | null {
  const family = usableFamily(w, me, paidFrom)
  const asksGiver = family !== null && family.approveAbove !== null && whole > family.approveAbove
  const guardians = guardiansOf(w, me)
  const asksGuardian = needsGuardian(w, me, whole)
  if (!asksGiver) return asksGuardian ? ['family-guardian', [guardians]] : null
  const { giver } = family
  if (!asksGuardian) return ['family-giver', [[giver]]]
  return guardians.includes(giver)
    ? ['family-one-for-both', [[giver]]]
    : ['family-both', [[giver], guardians]]
}

/** The approval a send of one's own has to pass within a day; null where it needs nobody's word. */
export function familySubmission(w: World, me: string, asked: Asked, at: number): Approval | null {
  const found = seatsFor(w, me, asked)
  if (!found) return null
  const [chain, steps] = found
  const seated = [...new Set(steps.flat())]
  return newApproval({
    payees: [],
    org: null,
    family: usableFamily(w, me, asked.paidFrom),
    version: null,
    chain,
    amount: asked.amount,
    steps: steps.map((holders) => ({
      manner: 'any',
      approved: false,
      seats: holders.map((id) => ({ of: id, holder: id, filled: false })),
    })),
    sender: me,
    asked: seated,
    concerned: new Set(seated),
    copies: [],
    ...{ submittedAt: at, remindAt: at + day / 2, passOnAt: null, approveBy: at + day },
  })
}

/** Ending an allowance rejects at once what waits for its giver and nobody else could agree to. */
export function endFamily(w: World, ask: Ask): Verdict {
  const end = () => familyRules.endFamily!(w, ask)
  const family = w.families.get(ask.params!.id!)
  const isLasting = family?.state !== 'ended'
  const verdict = end()
  if ('no' in verdict) return verdict
  const then: typeof verdict.then = (body) => {
    verdict.then(body)
    if (isLasting) forsake(w, { sender: family!.holder, asked: family!.giver }, ask.as)
    const after = end()
    return 'no' in after ? {} : after.then(body)
  }
  return { ...verdict, then }
}

/** Whether some step that is still to be done has nobody left who could do it. */
function isForsaken(w: World, a: Approval): boolean {
  const open = openStep(a)
  const circle = circleOf(w, a)
  const left = open === -1 ? [] : a.steps.slice(open)
  return left.some(({ seats }) => !seats.some(({ holder }) => isFit(circle, holder)))
}

/** Reject what waited for somebody who has just been unlinked, as far as nobody could approve it any more. */
export function forsake(w: World, { sender, asked }: { sender: string; asked: string }, by: string): void {
  const waiting = [...w.approvals.values()].filter(
    (a) => a.org === null && a.sender === sender && a.asked.includes(asked) && isOpen(a),
  )
  for (const a of waiting.sort((one, other) => (one.send < other.send ? -1 : 1))) {
    const send = (w.packets.get(a.send) ?? w.transfers.get(a.send))!
    if (stateOf(w, send) !== 'approving' || !isForsaken(w, a)) continue
    a.outcome = 'forsaken'
    a.decidedAt = momentOf(w, send)
    rejectSend(w, send, a.decidedAt, by)
  }
}
