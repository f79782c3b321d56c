/**
 * Real mis-sends, from send to what this system makes of each: undone or recalled in time, or claimed first and told
 * so plainly. The facts are those of the press (reference page on real cases); names and times of day are ours.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromIso, hourMs, secondMs } from '@laisee/core/instant.ts'
import { formatYuan } from '@laisee/core/money.ts'
import { RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import { readWallet } from '@laisee/server/ledger/ledger.ts'
import { askNotToOpen } from '@laisee/server/packets/ask-not-to-open.ts'
import { claimPacket } from '@laisee/server/packets/claim.ts'
import { recallPacket } from '@laisee/server/packets/recall.ts'
import { sendPacket } from '@laisee/server/packets/send.ts'
import { blockMember } from '@laisee/server/people/block-member.ts'
import { memberWith, startTestService, type TestService } from '@laisee/server/testing/service.ts'
import { recallTransfer } from '@laisee/server/transfers/recall.ts'
import { sendTransfer, type SendTransferAsk } from '@laisee/server/transfers/send.ts'
import { undoTransfer } from '@laisee/server/transfers/undo.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
  await service.freeze(fromIso('2026-10-23T12:00:00Z')!)
})
afterAll(() => service.close())

const act = <T>(work: Parameters<typeof service.ctx.db.transaction<T>>[0]) => service.ctx.db.transaction(work)
const balanceOf = async (id: string) => (await act((tx) => readWallet(tx, id, 'CNY')))!.balance

async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  try {
    await promise
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal
    throw error
  }
  throw new Error('it was not refused')
}

const transfer = (ask: Omit<SendTransferAsk, 'note' | 'profile'> & Partial<SendTransferAsk>) =>
  act((tx) => sendTransfer(tx, { note: '', profile: 'laisee', ...ask }))

describe('沈阳 2016: 7,440 yuan to the other of two contacts called 彩虹', () => {
  let sender: string
  let wrong: string
  beforeAll(async () => {
    sender = await memberWith(service.ctx, '沈', 10_000_00n)
    await memberWith(service.ctx, '彩虹', 0n)
    wrong = await memberWith(service.ctx, '彩虹', 0n)
  })

  it('seen within the undo window: all of it back, and the wrong 彩虹 never knew', async () => {
    const sent = await transfer({ payerId: sender, payeeId: wrong, amount: 7_440_00n, delayS: 0 })
    await service.forward(8 * secondMs)
    await act((tx) => undoTransfer(tx, { transferId: sent.id, memberId: sender }))
    expect(formatYuan(await balanceOf(sender))).toBe('10,000.00')
    expect(await balanceOf(wrong)).toBe(0n)
  })

  it('seen an hour later, sent with two hours’ delay: recalled whole before it arrives, though she has blocked the sender', async () => {
    const sent = await transfer({ payerId: sender, payeeId: wrong, amount: 7_440_00n, delayS: 7_200 })
    await service.forward(hourMs)
    await service.sweep()
    await act((tx) => blockMember(tx, { ownerId: wrong, memberId: sender }))
    const recalled = await act((tx) =>
      recallTransfer(tx, { transferId: sent.id, memberId: sender, reason: 'AC03' }),
    )
    expect(recalled.transfer.state).toBe('recalled')
    expect(formatYuan(await balanceOf(sender))).toBe('10,000.00')
    const again = await refusalOf(transfer({ payerId: sender, payeeId: wrong, amount: 1n, delayS: 0 }))
    expect(again.code).toBe('recipient_blocked')
  })

  it('claimed while she was being asked not to open: told plainly who has it and since when', async () => {
    const lucky = await memberWith(service.ctx, '彩虹', 0n)
    const sent = await act((tx) =>
      sendPacket(tx, service.ctx.secrets, {
        payerId: sender,
        kind: 'direct',
        profile: 'laisee',
        total: 200_00n,
        count: 1,
        splitMethod: null,
        audience: 'member',
        recipientIds: [lucky],
        groupId: null,
        greeting: '',
        passphrase: null,
        notBefore: null,
        expireAfterMs: null,
        openAs: 'open',
        test: false,
      }),
    )
    await service.forward(12 * secondMs)
    await act((tx) => askNotToOpen(tx, { packetId: sent.id, memberId: sender }))
    const share = await claimPacket(service.ctx, {
      packetId: sent.id,
      memberId: lucky,
      token: null,
      passphrase: null,
    })
    expect(formatYuan(share.amount)).toBe('200.00')
    const told = await refusalOf(
      act((tx) =>
        recallPacket(tx, { packetId: sent.id, memberId: sender, manner: 'remainder', reason: 'AC03' }),
      ),
    )
    expect(told).toMatchObject({
      code: 'already_claimed_out',
      data: { decidedBy: lucky, decidedAt: new Date(share.at).toISOString() },
    })
    expect(formatYuan(await balanceOf(sender))).toBe('9,800.00')
  })
})

describe('赤峰 2015: 11,000 yuan instead of 1,100, one zero too many', () => {
  let sender: string
  let payee: string
  beforeAll(async () => {
    sender = await memberWith(service.ctx, '赤', 20_000_00n)
    payee = await memberWith(service.ctx, '峰', 0n)
  })

  it('seen in the undo window, or before a delayed arrival: back to the fen', async () => {
    const first = await transfer({ payerId: sender, payeeId: payee, amount: 11_000_00n, delayS: 0 })
    await act((tx) => undoTransfer(tx, { transferId: first.id, memberId: sender }))
    const second = await transfer({ payerId: sender, payeeId: payee, amount: 11_000_00n, delayS: 86_400 })
    await service.forward(23 * hourMs)
    await service.sweep()
    await act((tx) => recallTransfer(tx, { transferId: second.id, memberId: sender, reason: 'AM09' }))
    expect(formatYuan(await balanceOf(sender))).toBe('20,000.00')
  })

  it('as on WeChat, where nobody but the payee could give it back: not recallable, and said so', async () => {
    const sent = await transfer({
      payerId: sender,
      payeeId: payee,
      amount: 11_000_00n,
      delayS: 0,
      profile: 'wechat-personal',
    })
    await service.forward(11 * secondMs)
    const told = await refusalOf(
      act((tx) => recallTransfer(tx, { transferId: sent.id, memberId: sender, reason: 'AM09' })),
    )
    expect(told.code).toBe('not_recallable')
    await service.forward(25 * hourMs)
    await service.sweep()
    expect(formatYuan(await balanceOf(sender))).toBe('20,000.00')
  })

  it('arrived at once and noticed too late: refused with the moment it arrived, and not a fen moves', async () => {
    const sent = await transfer({ payerId: sender, payeeId: payee, amount: 11_000_00n, delayS: 0 })
    await service.forward(10 * secondMs)
    await service.sweep()
    await service.forward(3 * secondMs)
    const told = await refusalOf(
      act((tx) => recallTransfer(tx, { transferId: sent.id, memberId: sender, reason: 'AM09' })),
    )
    expect(told).toMatchObject({ code: 'already_arrived' })
    expect(told.data.decidedAt).toBeDefined()
    expect(formatYuan(await balanceOf(payee))).toBe('11,000.00')
    expect(formatYuan(await balanceOf(sender))).toBe('9,000.00')
  })
})
