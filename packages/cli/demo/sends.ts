/** Packets and transfers of the demo world's past, each with what becomes of it: claims, undo, recall, decline, expiry. */

import type { CareSettings } from '@laisee/core/care.ts'
import { hourMs, secondMs, type Instant } from '@laisee/core/instant.ts'
import { acknowledgeDefaultS } from '@laisee/core/ladder.ts'
import type { PacketKind } from '@laisee/core/packet.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import type { Secrets } from '@laisee/server/context.ts'
import { arriveTransfers } from '@laisee/server/jobs/arrive-transfers.ts'
import { deliverTransfers } from '@laisee/server/jobs/deliver-transfers.ts'
import { runClaimBatch } from '@laisee/server/packets/claim-batch.ts'
import { declinePacket } from '@laisee/server/packets/decline.ts'
import { pausePacket, releasePacket } from '@laisee/server/packets/pause.ts'
import { recallPacket } from '@laisee/server/packets/recall.ts'
import { sendPacket } from '@laisee/server/packets/send.ts'
import { deliverPackets, expirePackets } from '@laisee/server/packets/sweep.ts'
import { undoPacket } from '@laisee/server/packets/undo.ts'
import { setCare } from '@laisee/server/people/care.ts'
import { recallTransfer } from '@laisee/server/transfers/recall.ts'
import { sendLadder } from '@laisee/server/transfers/send-ladder.ts'
import { sendTransfer } from '@laisee/server/transfers/send.ts'
import { undoTransfer } from '@laisee/server/transfers/undo.ts'
import { within, type Past } from './past.ts'

/** Seconds after the send at which something happens; null where it does not. */
interface Fate {
  undo?: number
  recall?: number
  pause?: number
  release?: number
  decline?: number
}

export interface DemoPacket extends Fate {
  from: string
  /** A person's key, or a group's. */
  to: string
  kind: PacketKind
  total: number
  count?: number
  split?: 'wechat' | 'provable'
  greeting: string
  /** Who claims, in order, each with seconds after delivery. */
  claims?: readonly (readonly [who: string, afterS: number])[]
  expireAfterS?: number
}

export interface DemoTransfer extends Pick<Fate, 'undo' | 'recall'> {
  from: string
  to: string
  amount: number
  delayS?: number
  note: string
}

/** The sender's side of the past. `ids` knows everyone, every group and organisation, by key. */
export class DemoSends {
  readonly #past: Past
  readonly #secrets: Secrets
  readonly #ids: ReadonlyMap<string, string>

  constructor(past: Past, secrets: Secrets, ids: ReadonlyMap<string, string>) {
    this.#past = past
    this.#secrets = secrets
    this.#ids = ids
  }

  /** Plan a packet and what becomes of it. */
  packet(at: Instant, packet: DemoPacket): void {
    this.#past.plan(at, async () => {
      const row = await sendPacket(this.#past.tx, this.#secrets, this.#packetAsk(packet))
      const ask = { packetId: row.id, memberId: row.payerId }
      this.#plan(at, packet.undo, (tx) => undoPacket(tx, ask))
      this.#past.plan(row.deliverAt, async () => void (await deliverPackets(within(this.#past.tx))))
      this.#planClaims(row.id, row.deliverAt, packet.claims ?? [])
      this.#plan(row.deliverAt, packet.pause, (tx) => pausePacket(tx, ask))
      this.#plan(row.deliverAt, packet.release, (tx) => releasePacket(tx, ask))
      this.#plan(row.deliverAt, packet.recall, (tx) =>
        recallPacket(tx, { ...ask, manner: 'remainder', reason: 'CUST' }),
      )
      this.#plan(row.deliverAt, packet.decline, (tx) =>
        declinePacket(tx, { ...ask, memberId: row.recipientId! }),
      )
      this.#past.plan(row.expireAt, async () => void (await expirePackets(within(this.#past.tx))))
    })
  }

  /** Plan a transfer and what becomes of it. */
  transfer(at: Instant, { from, to, amount, delayS, note, undo, recall }: DemoTransfer): void {
    this.#past.plan(at, async () => {
      const ask = {
        payerId: this.id(from),
        payeeId: this.id(to),
        amount: BigInt(amount),
        delayS: delayS ?? null,
        note,
        profile: 'laisee' as const,
      }
      const row = await sendTransfer(this.#past.tx, ask)
      const verb = { transferId: row.id, memberId: row.payerId }
      this.#plan(at, undo, (tx) => undoTransfer(tx, verb))
      this.#past.plan(row.deliverAt, async () => void (await deliverTransfers(within(this.#past.tx))))
      this.#plan(row.deliverAt, recall, (tx) => recallTransfer(tx, { ...verb, reason: 'AM09' }))
      this.#past.plan(row.arriveAt ?? at, async () => void (await arriveTransfers(within(this.#past.tx))))
    })
  }

  /** Plan a ladder; its rest waits for the payee's word. */
  ladder(at: Instant, { from, to, amount, first, note }: DemoTransfer & { first: number }): void {
    this.#past.plan(at, async () => {
      const sent = await sendLadder(this.#past.tx, {
        payerId: this.id(from),
        payeeId: this.id(to),
        amount: BigInt(amount),
        note,
        profile: 'laisee',
        ladder: { first: BigInt(first), acknowledgeWithinS: acknowledgeDefaultS },
      })
      const { deliverAt } = sent.first
      this.#past.plan(deliverAt, async () => void (await deliverTransfers(within(this.#past.tx))))
      this.#past.plan(deliverAt, async () => void (await arriveTransfers(within(this.#past.tx))))
    })
  }

  /** Plan what of a person's own sends waits from then on. */
  care(at: Instant, who: string, care: CareSettings): void {
    this.#past.plan(at, async () => void (await setCare(this.#past.tx, this.id(who), care)))
  }

  /** A person's or a group's id. */
  id(key: string): string {
    const id = this.#ids.get(key)
    if (id === undefined) throw new Error(`the demo world has no ${key}`)
    return id
  }

  #packetAsk({ from, to, kind, total, count = 1, split, greeting, expireAfterS }: DemoPacket) {
    const target = this.id(to)
    const isGroup = target.startsWith('grp_')
    return {
      payerId: this.id(from),
      kind,
      profile: 'laisee' as const,
      total: BigInt(total),
      count,
      splitMethod: kind === 'lucky' ? (split ?? ('wechat' as const)) : null,
      audience: isGroup ? ('group' as const) : ('member' as const),
      recipientIds: isGroup ? [] : [target],
      groupId: isGroup ? target : null,
      greeting,
      passphrase: null,
      notBefore: null,
      expireAfterMs: (expireAfterS ?? 24 * (hourMs / secondMs)) * secondMs,
      openAs: 'open' as const,
      test: false,
    }
  }

  /** Those who come within the same second share a batch, as they would on the service. */
  #planClaims(packetId: string, deliverAt: Instant, claims: NonNullable<DemoPacket['claims']>): void {
    const bySecond = Map.groupBy(claims, ([, afterS]) => Math.floor(afterS))
    for (const [afterS, crowd] of bySecond) {
      const asks = crowd.map(([who]) => ({
        packetId,
        memberId: this.id(who),
        isRecipient: true,
        linkExpireAt: null,
      }))
      this.#past.plan(
        deliverAt + afterS * secondMs,
        async () => void (await runClaimBatch(this.#past.tx, asks)),
      )
    }
  }

  /** Something that may come too late: then the service says no, as it would have. */
  #plan(from: Instant, afterS: number | undefined, act: (tx: Past['tx']) => Promise<unknown>): void {
    if (afterS === undefined) return
    this.#past.plan(from + afterS * secondMs, async () => {
      try {
        await act(this.#past.tx)
      } catch (error) {
        if (!(error instanceof RefusalError)) throw error
      }
    })
  }
}
