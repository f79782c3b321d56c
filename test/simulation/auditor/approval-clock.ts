/** What the clock does about a send that waits: rejects it, reminds of it at half of its time, passes it on. */

import { waitsFor, type Approval } from './approval.ts'
import { facts, rejectSend } from './approval-words.ts'
import { momentOf, type Packet, type Transfer, type World } from './world.ts'

/** A duty of the clock: reject what nobody approved in time, remind at half of it, pass on to administrators. */
export function watchApprovals(w: World, duty: string): void {
  for (const a of w.approvals.values()) {
    if (a.outcome !== null) continue
    const send = (w.packets.get(a.send) ?? w.transfers.get(a.send))!
    const now = momentOf(w, send)
    const isLate = w.clock >= a.approveBy
    if (duty === 'time-out-approvals' && isLate) {
      a.outcome = 'timed_out'
      a.decidedAt = a.approveBy
      rejectSend(w, send, a.approveBy, null)
    }
    if (isLate || now >= a.approveBy) continue
    if (duty === 'remind-of-approvals' && !a.reminded && w.clock >= a.remindAt) {
      a.reminded = true
      tellByClock(w, a, send, 'approval.reminded')
    }
    if (duty === 'pass-on-approvals' && !a.passedOn && a.passOnAt !== null && w.clock >= a.passOnAt) {
      a.passedOn = true
      tellByClock(w, a, send, 'approval.passed_on')
    }
  }
}

function tellByClock(w: World, a: Approval, send: Packet | Transfer, kind: string): void {
  const now = momentOf(w, send)
  send.changedAt = now
  w.tell(a.send, kind, [a.sender, ...waitsFor(w, a, now)], { ...facts(a), by: 'clock' }, now)
}
