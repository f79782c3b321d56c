/** The guard's sheet: an extra zero and a namesake are asked about before the money moves, and what is confirmed is sent. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayMs } from '@laisee/core/instant.ts'
import { balanceOf, putButton, sentPacket } from './acts.ts'
import { sendKnowingly } from './send-knowingly.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let mama: Phone

beforeAll(async () => {
  stage = await openStage({ guarded: true })
  mama = await stage.phone('mama', { reducedMotion: true })
  // A habit to differ from: the same sum, once a day.
  for (let i = 0; i < 4; i++) {
    await sendKnowingly(mama.api, { payeeId: stage.idOf('gugu'), amount: 11_000, note: '菜钱' })
    await stage.forward(dayMs)
  }
}, 180_000)
afterAll(() => stage.close())

test('ten times the usual is asked about, with both sums; going back changes nothing', async () => {
  const { page } = mama
  const before = await balanceOf(mama)
  await page.goto(`/transfer?to=${stage.idOf('gugu')}`)
  await page.getByLabel('金额', { exact: true }).fill('1100')
  const press = page.getByRole('button', { name: '转账 ¥1,100.00' })
  const pressed = (await press.boundingBox())!
  await press.click()
  const sheet = page.getByRole('dialog', { name: '先看一眼' })
  await sheet.getByRole('alert').getByText('平时是 ¥110.00 左右，这次是 ¥1,100.00，多了一个零？').waitFor()
  await sheet.getByText('共 ¥1,100.00').waitFor()
  // A second tap at the place of the first one sends nothing: what confirms lies elsewhere.
  const confirms = (await sheet.getByRole('button', { name: '没错，发 ¥1,100.00' }).boundingBox())!
  const middle = { x: pressed.x + pressed.width / 2, y: pressed.y + pressed.height / 2 }
  expect(isInside(confirms, middle)).toBe(false)
  // A key that was on its way confirms nothing.
  await page.keyboard.press('Enter')
  expect(await balanceOf(mama)).toBe(before)
  await sheet.getByRole('button', { name: '返回修改' }).click()
  await sheet.waitFor({ state: 'detached' })
  expect(await balanceOf(mama)).toBe(before)
  expect(await page.getByLabel('金额', { exact: true }).inputValue()).toBe('1100.00')

  await page.getByLabel('金额', { exact: true }).fill('110')
  await page.getByRole('button', { name: '转账 ¥110.00' }).click()
  await page.waitForURL(/\/chats\//)
  expect(await balanceOf(mama)).toBe(before - 11_000)
})

test('what was confirmed is sent once, and its verdict is kept with it', async () => {
  const { page, api } = mama
  await page.goto(`/transfer?to=${stage.idOf('gugu')}`)
  await page.getByLabel('金额', { exact: true }).fill('1100')
  await page.getByLabel('说明').fill('这次的菜钱')
  await page.getByRole('button', { name: '转账 ¥1,100.00' }).click()
  const before = await balanceOf(mama)
  await page.getByRole('button', { name: '没错，发 ¥1,100.00' }).click()
  await page.waitForURL(/\/chats\//)
  expect(await balanceOf(mama)).toBe(before - 110_000)
  const { items } = await api.listTransfers({ query: { role: 'sent', limit: 5 } })
  const sent = items.filter(({ note }) => note === '这次的菜钱')
  expect(sent).toHaveLength(1)
  const verdict = await api.readTransferVerdict({ path: { id: sent[0]!.id } })
  expect(verdict.outcome).toBe('confirm')
  expect(verdict.reasons.map(({ code }) => code)).toContain('extra_zero')
})

test('of two people with one name the one who is hardly ever paid is asked about, side by side', async () => {
  const { page, api } = mama
  const friend = stage.idOf('caihong')
  for (let i = 0; i < 3; i++) {
    await api.sendPacket({ body: { kind: 'direct', recipientIds: [friend], count: 1, total: 6_600 } })
    await stage.forward(dayMs)
  }
  await page.goto(`/send?to=${stage.idOf('caihong2')}`)
  await page.getByLabel('金额', { exact: true }).fill('66')
  await page.getByLabel('祝福语', { exact: true }).fill('谢谢你的花束')
  await putButton(page).click()
  const sheet = page.getByRole('dialog', { name: '先看一眼' })
  await sheet.getByText('这次给的是').waitFor()
  await sheet.getByText('另一位', { exact: true }).waitFor()
  await sheet
    .getByRole('alert')
    .getByText(/你认识两个“彩虹”/)
    .waitFor()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await putButton(page).click()
  await page.getByRole('button', { name: '没错，发 ¥66.00' }).click()
  await page.waitForURL(/\/chats\//)
  const packet = await sentPacket(api, '谢谢你的花束')
  expect(packet.state).toBe('undo')
})

const isInside = ({ x, y, width, height }: Box, at: { x: number; y: number }) =>
  at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height

interface Box {
  x: number
  y: number
  width: number
  height: number
}
