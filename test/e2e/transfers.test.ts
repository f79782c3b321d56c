/** Transfers from one phone to another, at once and later, and the ways back before they arrive. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { hourMs } from '@laisee/core/instant.ts'
import {
  balanceOf,
  bubble,
  bubbleSays,
  passUndo,
  says,
  soon,
  stateOf,
  told,
  yuan,
  type Transfer,
  timeToUndo,
} from './acts.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let mama: Phone
let gugu: Phone

beforeAll(async () => {
  stage = await openStage()
  mama = await stage.phone('mama', { reducedMotion: true })
  gugu = await stage.phone('gugu', { reducedMotion: true })
  await timeToUndo(mama)
}, 180_000)
afterAll(() => stage.close())

interface Filled {
  amount: string
  delay: '实时' | '2 小时' | '24 小时'
  note: string
}

/** Send a transfer from mama's screen, and see its bubble in the chat. */
async function sendTransfer({ amount, delay, note }: Filled): Promise<Transfer> {
  const { page, api } = mama
  await page.goto(`/transfer?to=${gugu.memberId}`)
  await page.getByLabel('金额', { exact: true }).fill(amount)
  await page.getByRole('radio', { name: delay, exact: true }).click()
  await page.getByLabel('说明').fill(note)
  await page.getByRole('button', { name: /^转账 ¥/ }).click()
  await page.waitForURL(/\/chats\//)
  await bubbleSays(page, note, '秒内可撤销')
  const { items } = await api.listTransfers({ query: { role: 'sent', limit: 5 } })
  const sent = items.filter((transfer) => transfer.note === note)
  expect(sent).toHaveLength(1)
  return sent[0]!
}

test('a transfer that waits for nothing is on the other phone as soon as it cannot be undone', async () => {
  const [hers, aunts] = [await balanceOf(mama), await balanceOf(gugu)]
  await gugu.go(`/chats/${mama.memberId}`)
  const transfer = await sendTransfer({ amount: '1,234.50', delay: '实时', note: '请你吃饭' })
  expect(await balanceOf(mama)).toBe(hers - 123_450)
  expect(await bubble(gugu.page, '请你吃饭').count()).toBe(0)
  await passUndo(stage, mama.api, transfer)
  await bubbleSays(gugu.page, '请你吃饭', '已到账')
  await bubbleSays(mama.page, '请你吃饭', '已到账')
  expect([await balanceOf(mama), await balanceOf(gugu)]).toEqual([hers - 123_450, aunts + 123_450])
  expect(await told(mama.api, transfer.id)).toEqual([
    'transfer.sent',
    'transfer.delivered',
    'transfer.arrived',
  ])
})

longTest('a transfer for two hours later is seen at once and had in two hours', async () => {
  const aunts = await balanceOf(gugu)
  await gugu.go(`/chats/${mama.memberId}`)
  const transfer = await sendTransfer({ amount: '50', delay: '2 小时', note: '两小时后到' })
  await passUndo(stage, mama.api, transfer)
  await bubbleSays(gugu.page, '两小时后到', / 到账/)
  await bubble(gugu.page, '两小时后到').click()
  await says(gugu.page, /后到账，现在还不能用/)
  expect(await balanceOf(gugu)).toBe(aunts)
  await stage.forward(2 * hourMs - 60_000)
  expect(await stateOf(mama.api, transfer.id)).toBe('waiting')
  await stage.forward(60_000)
  await says(gugu.page, '钱已到你的零钱')
  await bubbleSays(mama.page, '两小时后到', '已到账')
  expect(await balanceOf(gugu)).toBe(aunts + 5_000)
  expect((await told(mama.api, transfer.id)).at(-1)).toBe('transfer.arrived')
})

longTest('a transfer for tomorrow arrives when a day is over, and no minute before', async () => {
  const aunts = await balanceOf(gugu)
  const transfer = await sendTransfer({ amount: '0.01', delay: '24 小时', note: '明天到' })
  await passUndo(stage, mama.api, transfer)
  await gugu.go(`/transfers/${transfer.id}`)
  await says(gugu.page, '延迟 1 天到账')
  expect(Date.parse(transfer.arriveAt!) - Date.parse(transfer.deliverAt)).toBe(24 * hourMs)
  await stage.forward(24 * hourMs - 60_000)
  expect(await stateOf(gugu.api, transfer.id)).toBe('waiting')
  await stage.forward(60_000)
  await says(gugu.page, '钱已到你的零钱')
  // The page goes by the clock, the wallet by the duty that follows it within a second.
  await expect.poll(() => balanceOf(gugu), soon).toBe(aunts + 1)
})

test('what has not arrived is taken back, and the other phone says so', async () => {
  const [hers, aunts] = [await balanceOf(mama), await balanceOf(gugu)]
  await gugu.go(`/chats/${mama.memberId}`)
  const transfer = await sendTransfer({ amount: '300', delay: '24 小时', note: '转错人了' })
  await passUndo(stage, mama.api, transfer)
  await bubbleSays(gugu.page, '转错人了', / 到账/)
  await bubble(mama.page, '转错人了').click()
  await mama.page.getByRole('button', { name: '收回', exact: true }).click()
  const sheet = mama.page.getByRole('dialog', { name: '收回这笔转账？' })
  await sheet.getByText('¥300.00 马上退回你的零钱').waitFor()
  await sheet.getByRole('button', { name: '收回', exact: true }).click()
  await says(mama.page, '已收回，钱退回你的零钱')
  await bubbleSays(gugu.page, '转错人了', '已收回')
  await says(gugu.page, '李彩霞收回了 ¥300.00，这笔钱没有到账')
  expect([await balanceOf(mama), await balanceOf(gugu)]).toEqual([hers, aunts])
  expect(await told(mama.api, transfer.id)).toEqual([
    'transfer.sent',
    'transfer.delivered',
    'transfer.recalled',
  ])
  await stage.forward(24 * hourMs)
  expect(await stateOf(gugu.api, transfer.id)).toBe('recalled')
})

test('a transfer that is undone in time was never on the other phone', async () => {
  const before = await balanceOf(mama)
  await gugu.go(`/chats/${mama.memberId}`)
  const transfer = await sendTransfer({ amount: '88.88', delay: '实时', note: '多打了一个八' })
  await mama.page.getByRole('button', { name: /^撤销给 .+ 的转账 ¥88.88$/ }).click()
  await says(mama.page, `已撤销，¥88.88 退回零钱，现在有 ¥${yuan(before)}`)
  await bubble(mama.page, '多打了一个八').filter({ hasText: '已撤销' }).waitFor(soon)
  expect(await balanceOf(mama)).toBe(before)
  expect(await told(mama.api, transfer.id)).toEqual(['transfer.sent', 'transfer.undone'])
  expect(await bubble(gugu.page, '多打了一个八').count()).toBe(0)
})
