/** A little first and the rest on the payee's word; and a sum in parts, each sent and undone by itself. */

import { afterAll, beforeAll, expect } from 'vitest'
import { hourMs } from '@laisee/core/instant.ts'
import { balanceOf, bubbleSays, passUndo, says, soon, stateOf, timeToUndo, told } from './acts.ts'
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

/** Fill in a transfer from mama to gugu, to go in this way. */
async function fill(amount: string, way: string, note: string): Promise<void> {
  const { page } = mama
  await page.goto(`/transfer?to=${gugu.memberId}`)
  await page.getByLabel('金额', { exact: true }).fill(amount)
  await page.getByRole('radio', { name: way, exact: true }).click()
  await page.getByLabel('说明').fill(note)
}

/** The two transfers of the ladder with this note. */
async function halves(note: string) {
  const { items } = await mama.api.listTransfers({ query: { role: 'sent', limit: 10 } })
  const half = (part: 'first' | 'rest') =>
    items.find((transfer) => transfer.note === note && transfer.ladder?.part === part)!
  return { first: half('first'), rest: half('rest') }
}

longTest('a little goes first, and the rest arrives when the other says that they got it', async () => {
  const [hers, aunts] = [await balanceOf(mama), await balanceOf(gugu)]
  const { page } = mama
  await fill('1000', '先试一小笔', '房租押金')
  await page.getByRole('textbox', { name: '先转多少' }).fill('1')
  await page.getByRole('button', { name: '转账 ¥1,000.00，先试 ¥1.00' }).click()
  await page.waitForURL(/\/chats\//)
  await page.getByRole('group', { name: /1,000\.00/ }).waitFor(soon)
  expect(await balanceOf(mama)).toBe(hers - 100_000)

  const { first, rest } = await halves('房租押金')
  await passUndo(stage, mama.api, rest)
  await expect.poll(() => balanceOf(gugu), soon).toBe(aunts + 100)
  expect(await stateOf(gugu.api, first.id)).toBe('arrived')
  await gugu.go(`/transfers/${rest.id}`)
  await says(gugu.page, '确认是你、收到了，其余 ¥999.00 才会到账')
  await gugu.page.getByRole('button', { name: '是我，收到了' }).click()
  const sheet = gugu.page.getByRole('dialog')
  await sheet.getByRole('button', { name: '是我，收到了' }).click()
  await expect.poll(() => stateOf(gugu.api, rest.id), soon).toBe('arrived')
  expect([await balanceOf(mama), await balanceOf(gugu)]).toEqual([hers - 100_000, aunts + 100_000])
  expect(await told(mama.api, rest.id)).toEqual([
    'transfer.sent',
    'transfer.delivered',
    'transfer.accepted',
    'transfer.arrived',
  ])
  await mama.go(`/chats/${gugu.memberId}`)
  await bubbleSays(page, '房租押金', /先试一笔.*已到账/)
  await bubbleSays(page, '房租押金', /其余的.*已到账/)
})

longTest('without their word in time the rest comes back, and what was tried first stays', async () => {
  const [hers, aunts] = [await balanceOf(mama), await balanceOf(gugu)]
  await fill('500', '先试一小笔', '没有回音')
  await mama.page.getByRole('radio', { name: '1 小时', exact: true }).click()
  await mama.page.getByRole('button', { name: '转账 ¥500.00，先试 ¥1.00' }).click()
  await mama.page.waitForURL(/\/chats\//)
  const { rest } = await halves('没有回音')
  await passUndo(stage, mama.api, rest)
  await expect.poll(() => balanceOf(gugu), soon).toBe(aunts + 100)
  await stage.forward(hourMs)
  await expect.poll(() => balanceOf(mama), soon).toBe(hers - 100)
  expect(await stateOf(mama.api, rest.id)).toBe('returned')
  await mama.go(`/transfers/${rest.id}`)
  await says(mama.page, '过时没收，钱退回你的零钱')
  expect(await balanceOf(gugu)).toBe(aunts + 100)
})

longTest('a sum in three parts is sent part by part, and one of them is undone by itself', async () => {
  const hers = await balanceOf(mama)
  const { page } = mama
  await fill('100', '分几笔转', '分三次')
  await page.getByRole('textbox', { name: '分几笔' }).fill('3')
  await page.getByRole('button', { name: '分成 3 笔，逐笔发' }).click()
  await page.waitForURL(/\/plans\//)
  expect(await balanceOf(mama)).toBe(hers)
  for (const [no, amount] of [
    [1, '33.34'],
    [2, '33.33'],
  ] as const) {
    await page.getByRole('button', { name: `发第 ${no} 笔，¥${amount}` }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `转账 ¥${amount}` })
      .click()
    await page.getByRole('link', { name: new RegExp(`看第 ${no} 笔`) }).waitFor(soon)
  }
  expect(await balanceOf(mama)).toBe(hers - 6_667)
  await page.getByRole('button', { name: /撤销.*33\.34/ }).click()
  await says(page, '已发 1 / 3 笔，¥33.33')
  await page.reload()
  await says(page, '已发 1 / 3 笔，¥33.33')
  expect(await balanceOf(mama)).toBe(hers - 3_333)
  await page.getByRole('button', { name: '发第 3 笔，¥33.33' }).waitFor(soon)
})
