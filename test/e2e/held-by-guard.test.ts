/** A send that the guard holds: its end and its reason on the screen, and taken back freely. */

import { afterAll, beforeAll, expect, vi } from 'vitest'
import { minuteMs } from '@laisee/core/instant.ts'
import {
  balanceOf,
  bubble,
  bubbleSays,
  says,
  soon,
  stateOf,
  timeToUndo,
  told,
  type Transfer,
} from './acts.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let lina: Phone
let payee: Phone

beforeAll(async () => {
  stage = await openStage({ guarded: true })
  lina = await stage.phone('lina', { reducedMotion: true })
  payee = await stage.phone('huangyong', { reducedMotion: true })
  await timeToUndo(lina)
  // Somebody who has paid him says that he cheated them: from then on a stranger's payment waits half an hour.
  const cheated = stage.apiOf('wangfang')
  const before = await balanceOf(payee)
  await cheated.sendTransfer({ body: { payeeId: payee.memberId, amount: 500, delayS: 0 } })
  await stage.forward(minuteMs)
  await vi.waitFor(async () => expect(await balanceOf(payee)).toBe(before + 500), soon)
  await cheated.reportMember({ path: { id: payee.memberId }, body: { reason: 'scam' } })
}, 180_000)
afterAll(() => stage.close())

/** Send him a transfer on the screen and open its page from the chat. Gives it as the service has it. */
async function sendHeld(amount: string, note: string): Promise<Transfer> {
  const { page, api } = lina
  await page.goto(`/transfer?to=${payee.memberId}`)
  await page.getByLabel('金额', { exact: true }).fill(amount)
  await page.getByRole('radio', { name: '实时', exact: true }).click()
  await page.getByLabel('说明').fill(note)
  await page.getByRole('button', { name: /^转账 ¥/ }).click()
  await page.waitForURL(/\/chats\//)
  await bubbleSays(page, note, /冷静期，.+ 结束/)
  await bubble(page, note).click()
  const { items } = await api.listTransfers({ query: { role: 'sent', limit: 5 } })
  const sent = items.filter((transfer) => transfer.note === note)
  expect(sent).toHaveLength(1)
  return sent[0]!
}

const card = () => lina.page.getByRole('region', { name: '冷静期' })

longTest('it says until when it waits and why, is taken back freely, and the payee never knew', async () => {
  const before = [await balanceOf(lina), await balanceOf(payee)]
  await payee.go(`/chats/${lina.memberId}`)
  const { id, state } = await sendHeld('80', '订金')
  expect(state).toBe('held')
  expect([await balanceOf(lina), await balanceOf(payee)]).toEqual([before[0]! - 8_000, before[1]])
  await card().getByText('“黄勇”被人举报过，先弄清楚再付。').waitFor()
  await card().getByText('这是第一次付钱给“黄勇”。').waitFor()
  await card()
    .getByText(/ 结束，还有 2[89] 分/)
    .waitFor()
  await card()
    .getByText(/ 起可以提前发出，还有 [89] 分/)
    .waitFor()
  expect(await card().getByRole('button', { name: '现在就发' }).isDisabled()).toBe(true)
  await card().getByRole('button', { name: '撤回' }).click()
  await says(lina.page, '已撤回，¥80.00 退回零钱')
  expect(await stateOf(lina.api, id)).toBe('undone')
  expect([await balanceOf(lina), await balanceOf(payee)]).toEqual(before)
  expect(await told(lina.api, id)).toEqual(['transfer.sent', 'transfer.undone'])
  expect(await bubble(payee.page, '订金').count()).toBe(0)
})
