/** The moments at which something is decided by the clock alone: where an error of one millisecond would show. */

import { hourMs } from '@laisee/core/instant.ts'
import type { Approval } from '../auditor/approval.ts'
import { standingNow } from '../auditor/disputes.ts'
import type { Packet, Transfer, World } from '../auditor/world.ts'
import type { Town } from './sends.ts'

export interface Moment {
  at: number
  about?: Packet | Transfer
}

/** One of the next such moments, or the millisecond before or after it. */
export function nextMoment({ world, dice }: Town, end: number): Moment | undefined {
  const moments: Moment[] = []
  for (const about of [...world.packets.values(), ...world.transfers.values()]) {
    if (about.end) continue
    const waits = about.state === 'approving' ? world.approvals.get(about.id) : undefined
    for (const at of waits ? momentsOfWait(waits) : momentsOf(about))
      if (at > world.clock + 1 && at < end) moments.push({ at, about })
  }
  for (const { packet, expireAt } of world.links.values()) {
    const about = world.packets.get(packet)!
    if (!about.end && expireAt > world.clock + 1 && expireAt < end) moments.push({ at: expireAt, about })
  }
  moments.push(...momentsOfCases(world).filter(({ at }) => at > world.clock + 1 && at < end))
  if (moments.length === 0) return undefined
  const { at, about } = dice.pick(moments.sort((a, b) => a.at - b.at).slice(0, 5))
  return { at: at + dice.pick([-1, 0, 0, 1]), ...(about && { about }) }
}

/** When an answer in a dispute is due, and when a freeze is over. */
function momentsOfCases(world: World): Moment[] {
  const asked = [...world.disputes.values()]
    .map((d) => standingNow(world, d))
    .filter(({ state }) => state === 'asked')
  const lasting = [...world.freezes.values()].filter(({ ended }) => !ended)
  return [...asked.map(({ due }) => ({ at: due! })), ...lasting.map(({ until }) => ({ at: until }))]
}

function momentsOfWait({ remindAt, passOnAt, approveBy }: Approval): number[] {
  return [remindAt, ...(passOnAt === null ? [] : [passOnAt]), approveBy]
}

/** From when on it is told that a packet expires soon: the last hour of its life, or its last quarter. */
const nearEnd = ({ deliverAt, expireAt }: Packet) =>
  expireAt - Math.min(hourMs, Math.floor((expireAt - deliverAt) / 4))

function momentsOf(about: Packet | Transfer): number[] {
  const moments =
    'kind' in about
      ? [about.heldUntil, about.releaseFrom, about.deliverAt, nearEnd(about), about.expireAt, about.notBefore]
      : [about.heldUntil, about.releaseFrom, about.deliverAt, about.arriveAt, about.acceptBy]
  return moments.filter((at) => at !== null)
}
