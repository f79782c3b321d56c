/** A packet or transfer as the service told it, as the rules of core take one. What no rule of the advisor reads is empty. */

import { situationOfPacket, situationOfTransfer } from '@laisee/core/advisor/ledger-situation.ts'
import type { Situation } from '@laisee/core/advisor/situation.ts'
import type { Packet } from '@laisee/core/packet.ts'
import type { Transfer } from '@laisee/core/transfer.ts'
import type { LedgerRecord } from './kept.ts'

type Row = Readonly<Record<string, unknown>>

const moment = (value: unknown): number | null => (typeof value === 'string' ? Date.parse(value) : null)
const must = (value: unknown): number => moment(value) ?? 0
const fen = (value: unknown): bigint => (typeof value === 'number' ? BigInt(value) : 0n)
const count = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** A packet from the service's answer. */
function packetOf(row: Row): Packet {
  return {
    id: String(row.id),
    payerId: '',
    kind: row.kind as Packet['kind'],
    profile: row.profile as Packet['profile'],
    currency: 'CNY',
    total: fen(row.total),
    count: Math.max(1, count(row.count)),
    splitMethod: null,
    audience: 'member',
    recipientId: null,
    groupId: null,
    notBefore: null,
    test: false,
    openAs: 'open',
    sentAt: must(row.sentAt),
    approveBy: moment(row.approveBy),
    heldUntil: moment(row.heldUntil),
    heldReleaseFrom: moment(row.heldReleaseFrom),
    heldReasons: [],
    deliverAt: must(row.deliverAt),
    expireAt: must(row.expireAt),
    state: row.state as Packet['state'],
    claimedAmount: fen(row.claimedAmount),
    claimedCount: count(row.claimedCount),
    returnedAmount: fen(row.returnedAmount),
    askedNotToOpenAt: moment(row.askedNotToOpenAt),
    frozenUntil: moment(row.frozenUntil),
    closedAt: moment(row.closedAt),
    closedBy: null,
    changedAt: must(row.sentAt),
  }
}

/** A transfer from the service's answer. */
function transferOf(row: Row): Transfer {
  return {
    id: String(row.id),
    payerId: '',
    payeeId: '',
    profile: row.profile as Transfer['profile'],
    currency: 'CNY',
    amount: fen(row.amount),
    note: '',
    delayS: count(row.delayS),
    needsAcceptance: row.needsAcceptance === true,
    sentAt: must(row.sentAt),
    approveBy: moment(row.approveBy),
    heldUntil: moment(row.heldUntil),
    heldReleaseFrom: moment(row.heldReleaseFrom),
    heldReasons: [],
    deliverAt: must(row.deliverAt),
    acceptBy: moment(row.acceptBy),
    state: row.state as Transfer['state'],
    acceptedAt: moment(row.acceptedAt),
    arriveAt: moment(row.arriveAt),
    closedAt: moment(row.closedAt),
    closedBy: null,
    closeReason: null,
    changedAt: must(row.sentAt),
  }
}

/** What the record answers of a situation at a moment. */
export function ledgerSituation({ kind, row }: LedgerRecord, now: number): Situation {
  return kind === 'packet' ? situationOfPacket(packetOf(row), now) : situationOfTransfer(transferOf(row), now)
}
