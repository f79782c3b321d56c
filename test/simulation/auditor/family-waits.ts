/** Sends from an allowance that wait for its giver: which do, and what becomes of them once the allowance is ended. */

import type { Ask } from '../asks.ts'
import { circleOf, isOpen, type Approval } from './approval.ts'
import { rejectSend, stateOf } from './approval-words.ts'
import { familyRules, usableFamily } from './families.ts'
import { newApproval } from './on-behalf.ts'
import { isFit } from './organisations.ts'
import { momentOf, type Verdict, type World } from './world.ts'

const day = 86_400_000

/** The approval a send of one's own has to pass: above the sum its giver has set, the giver's word, within a day. */
export function familySubmission(
  w: World,
  me: string,
  paidFrom: string | undefined,
  amount: number,
  at: number,
): Approval | null {
  const family = usableFamily(w, me, paidFrom)
  if (!family || family.approveAbove === null || amount <= family.approveAbove) return null
  const { giver } = family
  const seat = { of: giver, holder: giver, filled: false }
  const steps = [{ manner: 'any', approved: false, seats: [seat] }]
  const times = { submittedAt: at, remindAt: at + day / 2, passOnAt: null, approveBy: at + day }
  const asked = { sender: me, asked: [giver], concerned: new Set([giver]), copies: [] }
  return newApproval({
    org: null,
    family,
    version: null,
    chain: 'family-giver',
    amount,
    steps,
    ...asked,
    ...times,
  })
}

/** Ending an allowance rejects at once what waits for its giver: there is nobody left who could agree. */
export function endFamily(w: World, ask: Ask): Verdict {
  const end = () => familyRules.endFamily!(w, ask)
  const verdict = end()
  if ('no' in verdict) return verdict
  const then: typeof verdict.then = (body) => {
    verdict.then(body)
    forsake(w, ask)
    const after = end()
    return 'no' in after ? {} : after.then(body)
  }
  return { ...verdict, then }
}

function forsake(w: World, { as }: Ask): void {
  const waiting = [...w.approvals.values()].filter((a) => a.family?.state === 'ended' && isOpen(a))
  for (const a of waiting.sort((one, other) => (one.send < other.send ? -1 : 1))) {
    const send = (w.packets.get(a.send) ?? w.transfers.get(a.send))!
    const left = a.steps.some(({ seats }) => seats.some(({ holder }) => isFit(circleOf(w, a), holder)))
    if (left || stateOf(w, send) !== 'approving') continue
    a.outcome = 'forsaken'
    a.decidedAt = momentOf(w, send)
    rejectSend(w, send, a.decidedAt, as)
  }
}
