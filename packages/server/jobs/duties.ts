/**
 * The duties of a server: what the clock decides about money, swept from the rows themselves. Every server runs them;
 * a row's lock decides which one does the work. A duty that fails is told and tried again; it never stops the others.
 */

import type { Log } from '../context.ts'
import type { Db } from '../db/db.ts'
import { deliverPackets, endPacketHolds, expirePackets } from '../packets/sweep.ts'
import { arriveTransfers } from './arrive-transfers.ts'
import { closeDisputes } from './close-disputes.ts'
import { deliverTransfers } from './deliver-transfers.ts'
import { endTransferHolds } from './end-transfer-holds.ts'
import { forgetOldKeys } from './forget-idempotency-keys.ts'
import { forgetOldRevocations } from './forget-revocations.ts'
import { forgetExpiredCodes } from './forget-sign-in-codes.ts'
import { forgetEndedTokens } from './forget-signed-tokens.ts'
import { releaseFreezes } from './release-freezes.ts'
import { payInstalments } from './pay-instalments.ts'
import { endReturnRequests } from './end-return-requests.ts'
import { returnTransfers } from './return-transfers.ts'
import { tellExpiringPackets } from './tell-expiring-packets.ts'
import { tellExpiringTransfers } from './tell-expiring-transfers.ts'
import { tellPoliciesInForce } from './tell-policies-in-force.ts'
import { leavesAtOnce, sequenceLog } from '../log/sequence.ts'
import { passOnApprovals, remindOfApprovals, timeOutApprovals } from './watch-approvals.ts'

export interface Duty {
  name: string
  /** One sweep. Gives how much it did; zero means there is nothing due. */
  run(db: Db): Promise<number>
  pauseMs: number
  /** From how much on there may be more at once; else it rests, however much it did. One, where nothing is said. */
  fullRun?: number
}

export const duties: readonly Duty[] = [
  { name: 'time-out-approvals', run: timeOutApprovals, pauseMs: 500 },
  { name: 'remind-of-approvals', run: remindOfApprovals, pauseMs: 1_000 },
  { name: 'pass-on-approvals', run: passOnApprovals, pauseMs: 1_000 },
  { name: 'tell-policies-in-force', run: tellPoliciesInForce, pauseMs: 1_000 },
  { name: 'release-freezes', run: releaseFreezes, pauseMs: 500 },
  { name: 'close-disputes', run: closeDisputes, pauseMs: 5_000 },
  { name: 'end-packet-holds', run: endPacketHolds, pauseMs: 200 },
  { name: 'deliver-packets', run: deliverPackets, pauseMs: 200 },
  { name: 'tell-expiring-packets', run: tellExpiringPackets, pauseMs: 500 },
  { name: 'expire-packets', run: expirePackets, pauseMs: 500 },
  { name: 'end-transfer-holds', run: endTransferHolds, pauseMs: 200 },
  { name: 'deliver-transfers', run: deliverTransfers, pauseMs: 200 },
  { name: 'arrive-transfers', run: arriveTransfers, pauseMs: 200 },
  { name: 'tell-expiring-transfers', run: tellExpiringTransfers, pauseMs: 500 },
  { name: 'return-transfers', run: returnTransfers, pauseMs: 500 },
  { name: 'end-return-requests', run: endReturnRequests, pauseMs: 1_000 },
  { name: 'pay-instalments', run: payInstalments, pauseMs: 1_000 },
  { name: 'sequence-log', run: sequenceLog, pauseMs: 500, fullRun: leavesAtOnce },
  { name: 'forget-idempotency-keys', run: forgetOldKeys, pauseMs: 60_000 },
  { name: 'forget-revocations', run: forgetOldRevocations, pauseMs: 60_000 },
  { name: 'forget-sign-in-codes', run: forgetExpiredCodes, pauseMs: 60_000 },
  { name: 'forget-signed-tokens', run: forgetEndedTokens, pauseMs: 60_000 },
]

/** Run every duty until nothing is due: a step of the simulation, and of a test that has moved the clock. */
export async function stepDuties(db: Db): Promise<number> {
  let total = 0
  for (const duty of duties) {
    for (;;) {
      const done = await duty.run(db)
      total += done
      if (done === 0) break
    }
  }
  return total
}

export interface RunningDuties {
  stop(): Promise<void>
}

const failurePauseMs = 1_000

/** Run the duties, and what else this server has to do, until stopped. `onWork` is told after a sweep that changed something. */
export function startDuties(db: Db, log: Log, onWork: () => void, more: readonly Duty[] = []): RunningDuties {
  let stopping = false
  const wakes = new Set<() => void>()

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        wakes.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, ms)
      wakes.add(wake)
    })
  }

  async function keep(duty: Duty): Promise<void> {
    while (!stopping) {
      try {
        const done = await duty.run(db)
        if (done > 0) onWork()
        if (done < (duty.fullRun ?? 1)) await pause(duty.pauseMs)
      } catch (error) {
        if (!stopping) log.warn({ duty: duty.name, err: error }, 'a duty failed and will be tried again')
        await pause(failurePauseMs)
      }
    }
  }

  const running = [...duties, ...more].map(keep)
  return {
    async stop() {
      stopping = true
      for (const wake of [...wakes]) wake()
      await Promise.all(running)
    },
  }
}
