/** What follows a send: what its sender and those it is for do next, each at its moment. A story is told beat by beat. */

import { dayMs, minuteMs, secondMs } from '@laisee/core/instant.ts'
import type { Ask, Fields } from '../asks.ts'
import type { Hold } from '../auditor/holds.ts'
import type { Packet, Transfer, World } from '../auditor/world.ts'
import { inPlaceOf } from './answers.ts'
import { crowdOn } from './crowds.ts'
import type { Habit } from './habits.ts'
import { wordOn } from './offices.ts'
import type { Town } from './sends.ts'
import { claimOf, linkOf } from './verbs.ts'

/** Let time pass to `at`, if that is still to come; then ask one after the other, or all in one tick. */
export interface Beat {
  at: number
  asks: () => Ask[]
  together?: true
}

/** A moment, or the millisecond beside it. */
const around = ({ dice }: Town, at: number) => at + dice.pick([-1, 0, 0, 1])

/** A slip is seen at once, or in the last moment of the undo window. */
function mistake(town: Town, { sentAt, deliverAt }: Packet | Transfer, undo: Ask): Beat[] {
  const at = town.dice.percent(60) ? sentAt + town.dice.below(4_000) : around(town, deliverAt)
  return [{ at, asks: () => [undo] }]
}

/** One that waits is let go too early and then in time, or taken back in the middle of it. */
function impatience(
  town: Town,
  { sentAt, heldUntil, releaseFrom }: Hold & { sentAt: number },
  ends: Ask,
  undo: Ask,
): Beat[] {
  const { dice } = town
  const early = { at: sentAt + dice.below(5_000), asks: () => [ends] }
  const inTime = { at: around(town, releaseFrom ?? heldUntil!), asks: () => [ends] }
  const middle = { at: around(town, dice.pick([sentAt + 10_000, heldUntil!])), asks: () => [undo] }
  return [dice.percent(50) ? [early, inTime] : [early], dice.percent(40) ? [middle] : []].flat()
}

/** One that waits for approval is spoken about, some time before its time is up or at that moment; or taken back. */
function longWay(town: Town, { id, sentAt }: Packet | Transfer, undo: Ask, sent: Ask): Beat[] {
  const { dice, world } = town
  const a = world.approvals.get(id)!
  const word = () => (a.outcome === null ? [wordOn(town, a)] : [])
  const soon = Array.from({ length: dice.between(0, 5) }, (_, i) => ({
    at: sentAt + (i + 1) * dice.between(1, 9) * secondMs,
    asks: word,
  }))
  const late = dice.pick([a.remindAt, a.passOnAt ?? a.approveBy, a.approveBy])
  switch (dice.weighted({ words: 55, edited: 12, undone: 8, late: 15, nothing: 10 })) {
    case 'words':
      return soon
    case 'edited':
      // What waits within a family is taken back and sent anew, in two acts.
      if (sent.body?.onBehalfOf === undefined) return soon
      return [
        ...[3, 6].map((s) => ({ at: sentAt + s * secondMs, asks: word })),
        { at: sentAt + 9 * secondMs, asks: () => [inPlaceOf(sent, id)] },
      ]
    case 'undone':
      return [...soon.slice(0, 1), { at: sentAt + minuteMs, asks: () => [undo] }]
    case 'late':
      return [...soon.slice(0, 1), { at: around(town, late), asks: word }]
    case 'nothing':
      return []
  }
}

/** What happens to this packet, if anything in particular does. */
export function packetStory(town: Town, packet: Packet, habit: Habit, sent: Ask): Beat[] {
  const { dice } = town
  const { payer, recipient, deliverAt, expireAt } = packet
  const ask = (route: string, as: string, body?: Fields): Ask => ({
    route,
    as,
    params: { id: packet.id },
    ...(body ? { body } : {}),
  })
  if (packet.state === 'approving') return longWay(town, packet, ask('undoPacket', payer), sent)
  if (packet.heldUntil !== null && dice.percent(60))
    return impatience(town, packet, ask('endPacketHold', payer), ask('undoPacket', payer))
  const soon = deliverAt + dice.between(1, 20) * secondMs
  const weights = {
    nothing: 26,
    mistake: 6 + habit.slips,
    rush: 30,
    second_thought: 12,
    late: 8,
    refused: recipient ? 14 : 0,
  }
  switch (dice.weighted(weights)) {
    case 'nothing':
      return packet.audience === 'link' ? [links(town, packet)] : []
    case 'mistake':
      return mistake(town, packet, ask('undoPacket', payer))
    case 'rush':
      return rush(town, packet)
    case 'second_thought': {
      const recall = ask(
        'recallPacket',
        payer,
        dice.pick([{}, { manner: 'all_or_nothing' }, { reason: 'AC03' }]),
      )
      return [...rush(town, packet), { at: soon, asks: () => [recall] }]
    }
    case 'late':
      return expireAt - deliverAt > dayMs / 2
        ? []
        : [{ at: around(town, expireAt), asks: () => [claimOf(town, packet)] }]
    case 'refused': {
      const answer = dice.percent(50) ? ask('askNotToOpenPacket', payer) : ask('declinePacket', recipient!)
      return [{ at: soon, asks: () => [answer] }]
    }
  }
}

function links(town: Town, packet: Packet): Beat {
  return { at: packet.sentAt, asks: () => [{ ...linkOf(town, packet), as: packet.payer }] }
}

/** Everyone comes at the moment of delivery; what was sent paused is mostly let go first. */
function rush(town: Town, packet: Packet): Beat[] {
  const { dice } = town
  const at = around(town, Math.max(packet.deliverAt, packet.notBefore ?? 0))
  const release: Ask = { route: 'releasePacket', as: packet.payer, params: { id: packet.id } }
  const beats: Beat[] = packet.openAs === 'paused' && dice.percent(70) ? [{ at, asks: () => [release] }] : []
  if (packet.audience === 'link') beats.unshift(links(town, packet))
  if (packet.inside && packet.phrase === null)
    return [...beats, { at, asks: () => crowdOn(town, packet), together: true }]
  return [
    ...beats,
    { at, asks: () => Array.from({ length: dice.between(1, 3) }, () => claimOf(town, packet)) },
  ]
}

/** Of a ladder that waits for approval the half that is asked about: the first. */
export function asWaits({ transfers }: World, transfer: Transfer): Transfer {
  const first = transfer.half?.part === 'rest' && transfer.state === 'approving'
  return first ? transfers.get(transfer.half!.other)! : transfer
}

/** What happens to this transfer, if anything in particular does. */
export function transferStory(town: Town, transfer: Transfer, habit: Habit, sent: Ask): Beat[] {
  const { dice } = town
  const { payer, payee } = transfer
  const ask = (route: string, as: string): Ask => ({ route, as, params: { id: transfer.id } })
  if (transfer.state === 'approving') return longWay(town, transfer, ask('undoTransfer', payer), sent)
  if (transfer.heldUntil !== null && dice.percent(60))
    return impatience(town, transfer, ask('endTransferHold', payer), ask('undoTransfer', payer))
  const after = around(town, transfer.deliverAt) + dice.pick([0, 0, 5 * secondMs, 2 * minuteMs])
  const weights = {
    nothing: 30,
    mistake: 6 + habit.slips,
    answered: transfer.acceptBy === null ? 5 : 40,
    recalled: 22,
  }
  switch (dice.weighted(weights)) {
    case 'nothing':
      return []
    case 'mistake':
      return mistake(town, transfer, ask('undoTransfer', payer))
    case 'answered': {
      const answer = ask(dice.percent(55) ? 'acceptTransfer' : 'declineTransfer', payee)
      return [{ at: after, asks: () => [answer] }]
    }
    case 'recalled':
      return [{ at: after, asks: () => [{ ...ask('recallTransfer', payer), body: {} }] }]
  }
}
