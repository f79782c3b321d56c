/** A pause before sends go out: set on the phone, seen while it lasts, used to take one back and to let one go sooner. */

import { afterAll, beforeAll, expect } from 'vitest'
import { balanceOf, bubble, bubbleSays, says, sendPacket, soon, stateOf, timeToUndo, told } from './acts.ts'
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

longTest('larger sums are made to wait, in the settings', async () => {
  const { page, api } = mama
  await mama.go('/settings')
  await page.getByRole('switch', { name: '大额先等一等' }).click()
  await page.getByLabel('从多少元起').fill('100')
  await page.getByLabel('从多少元起').blur()
  await page.getByRole('radio', { name: '30 分钟', exact: true }).click()
  await expect
    .poll(() => api.getMyCare(), soon)
    .toEqual({ holdFrom: 10_000, holdRelations: [], holdS: 1_800 })
})

longTest(
  'a large packet waits: its sender sees why and until when, takes it back, and nobody knew',
  async () => {
    const before = await balanceOf(mama)
    await gugu.go(`/chats/${mama.memberId}`)
    const packet = await sendPacket(mama, gugu.memberId, { amount: '120', greeting: '冷静一下' })
    expect(packet.state).toBe('held')
    expect(await balanceOf(mama)).toBe(before - 12_000)
    const { page } = mama
    await bubbleSays(page, '冷静一下', /冷静期/)
    await page.getByRole('link', { name: '查看' }).click()
    const card = page.getByRole('region', { name: '冷静期' })
    await card.waitFor()
    expect(await card.getByText('你给大额设了冷静期').count()).toBe(1)
    expect(await card.getByRole('button', { name: '现在就发' }).isDisabled()).toBe(true)
    expect(await card.getByText(/起可以提前发出/).count()).toBe(1)
    await card.getByRole('button', { name: '撤回' }).click()
    await says(page, /已撤回，¥120\.00 退回零钱/)
    expect(await stateOf(mama.api, packet.id)).toBe('undone')
    expect(await balanceOf(mama)).toBe(before)
    expect(await told(mama.api, packet.id)).toEqual(['packet.sent', 'packet.undone'])
    expect(await bubble(gugu.page, '冷静一下').count()).toBe(0)
  },
)

longTest('one that is let go sooner has its undo time, and is then opened by the other', async () => {
  const hers = await balanceOf(gugu)
  await gugu.go(`/chats/${mama.memberId}`)
  const packet = await sendPacket(mama, gugu.memberId, { amount: '150', greeting: '想好了' })
  const { page } = mama
  await page.goto(`/packets/${packet.id}`)
  const card = page.getByRole('region', { name: '冷静期' })
  await card.waitFor()
  await stage.forward(61_000)
  await page.reload()
  const end = card.getByRole('button', { name: '现在就发' })
  await expect.poll(() => end.isEnabled(), soon).toBe(true)
  await end.click()
  await says(page, /冷静期结束，撤销时间开始了/)
  const bars = page.getByRole('region', { name: '刚发出的钱' })
  await bars.getByRole('button', { name: /^撤销/ }).waitFor()
  expect(await stateOf(mama.api, packet.id)).toBe('undo')
  expect(await bubble(gugu.page, '想好了').count()).toBe(0)
  await stage.forward(30_000)
  await bubbleSays(gugu.page, '想好了', '待领取')
  await gugu.api.claimPacket({ path: { id: packet.id }, body: {} })
  expect(await balanceOf(gugu)).toBe(hers + 15_000)
  expect(await told(mama.api, packet.id)).toEqual([
    'packet.sent',
    'packet.hold_ended',
    'packet.delivered',
    'packet.claimed',
    'packet.claimed_out',
  ])
})

longTest('one that nobody touches goes on by itself when its time is over', async () => {
  const { page, api } = mama
  await page.goto(`/transfer?to=${gugu.memberId}`)
  await page.getByLabel('金额', { exact: true }).fill('200')
  await page.getByRole('radio', { name: '实时', exact: true }).click()
  await page.getByLabel('说明').fill('慢慢来')
  await page.getByRole('button', { name: /^转账 ¥/ }).click()
  await page.waitForURL(/\/chats\//)
  await bubbleSays(page, '慢慢来', /冷静期/)
  await bubble(page, '慢慢来').click()
  await page.getByRole('region', { name: '冷静期' }).waitFor()
  await stage.forward(1_800_000)
  const { items } = await api.listTransfers({ query: { role: 'sent', limit: 1 } })
  await expect.poll(() => stateOf(api, items[0]!.id), soon).toBe('undo')
  await page.getByRole('region', { name: '冷静期' }).waitFor({ state: 'detached' })
  await stage.forward(30_000)
  await gugu.go(`/chats/${mama.memberId}`)
  await bubbleSays(gugu.page, '慢慢来', '已到账')
})
