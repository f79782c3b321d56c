/** The packet or transfer as its row stands at this moment. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson, formatYuan, type Amount } from '@laisee/core/money.ts'
import { stateAt } from '@laisee/core/packet.ts'
import { transferStateAt } from '@laisee/core/transfer.ts'
import { amountInCapitals } from '@laisee/core/words/capitals.ts'
import type { Tx } from '../../db/db.ts'
import type { Case, PacketCase, TransferCase } from '../case.ts'
import type { Found } from '../sources.ts'

const iso = (at: Instant | null) => (at === null ? null : toIso(at))
const money = (amount: Amount) => `${formatYuan(amount)} 元（${amountInCapitals(amount)}）`

/** What was sent, to whom, with which words, and how it stands. */
export function readTransactionItem(_tx: Tx, about: Case): Promise<Found> {
  return Promise.resolve(about.kind === 'packet' ? ofPacket(about) : ofTransfer(about))
}

function ofPacket({ packet, now, isPayer, claims }: PacketCase): Found {
  const state = stateAt(packet, now)
  const own = claims.reduce((sum, { amount }) => sum + amount, 0n)
  const amounts = isPayer && {
    total: amountToJson(packet.total),
    claimedAmount: amountToJson(packet.claimedAmount),
    returnedAmount: amountToJson(packet.returnedAmount),
  }
  return {
    data: {
      id: packet.id,
      kind: packet.kind,
      payerId: packet.payerId,
      recipientId: packet.recipientId,
      groupId: packet.groupId,
      currency: packet.currency,
      ...amounts,
      ...(!isPayer && { ownShare: amountToJson(own) }),
      count: packet.count,
      claimedCount: packet.claimedCount,
      greeting: packet.greeting,
      isTest: packet.test,
      state,
      sentAt: toIso(packet.sentAt),
      deliverAt: toIso(packet.deliverAt),
      expireAt: toIso(packet.expireAt),
      closedAt: iso(packet.closedAt),
      closeReason: packet.closeReason,
    },
    lines: [
      ['编号', packet.id],
      isPayer ? ['总金额', money(packet.total)] : ['领取金额', money(own)],
      ...(isPayer ? ([['已被领取', `${formatYuan(packet.claimedAmount)} 元`]] as const) : []),
      ['祝福语', packet.greeting === '' ? '（无）' : packet.greeting],
    ],
    facts: { sentAt: packet.sentAt, taken: packet.claimedAmount > 0n, isTest: packet.test },
  }
}

function ofTransfer({ transfer, now }: TransferCase): Found {
  const state = transferStateAt(transfer, now)
  return {
    data: {
      id: transfer.id,
      payerId: transfer.payerId,
      payeeId: transfer.payeeId,
      currency: transfer.currency,
      amount: amountToJson(transfer.amount),
      note: transfer.note,
      state,
      sentAt: toIso(transfer.sentAt),
      deliverAt: toIso(transfer.deliverAt),
      acceptedAt: iso(transfer.acceptedAt),
      arriveAt: iso(transfer.arriveAt),
      closedAt: iso(transfer.closedAt),
      closeReason: transfer.closeReason,
    },
    lines: [
      ['编号', transfer.id],
      ['金额', money(transfer.amount)],
      ['附言', transfer.note === '' ? '（无）' : transfer.note],
    ],
    facts: { sentAt: transfer.sentAt, taken: state === 'arrived' },
  }
}
