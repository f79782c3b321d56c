/** Asking several people for money, paying and not paying; and telling a group of a mistake. */

import { afterAll, beforeAll, expect } from 'vitest'
import { balanceOf, passUndo, says, soon, timeToUndo } from './acts.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let mama: Phone
let gugu: Phone

beforeAll(async () => {
  stage = await openStage()
  mama = await stage.phone('mama', { reducedMotion: true })
  gugu = await stage.phone('gugu', { reducedMotion: true })
  await timeToUndo(gugu)
}, 180_000)
afterAll(() => stage.close())

longTest('a dinner is asked for, paid by a transfer that can be undone, and closed', async () => {
  const [hers, aunts] = [await balanceOf(mama), await balanceOf(gugu)]
  await mama.go(`/collections/new?group=${stage.idOf('family')}`)
  await mama.page.getByRole('button', { name: '全选' }).click()
  await mama.page.getByLabel('收款事由').fill('生日蛋糕')
  await mama.page.getByLabel('总金额（元）').fill('500')
  await mama.page.getByRole('button', { name: '发起收款 ¥400.00' }).click()
  await says(mama.page, '已发起收款')
  await mama.page.getByText('已付 0 / 4 人').waitFor()

  await gugu.go('/inbox')
  await gugu.page.getByText('付不付由你决定').first().click()
  await gugu.page.getByRole('button', { name: '付 ¥100.00' }).click()
  await gugu.page.getByRole('dialog').getByRole('button', { name: '付 ¥100.00' }).click()
  await gugu.page.getByText('你的付款还在路上').waitFor(soon)
  expect(await balanceOf(gugu)).toBe(aunts - 10_000)
  // Nobody but her knows of it while she may undo it.
  await mama.page.getByText('已付 0 / 4 人').waitFor()
  const { items } = await gugu.api.listTransfers({ query: { role: 'sent', limit: 1 } })
  await passUndo(stage, gugu.api, items[0]!)
  await expect.poll(() => balanceOf(mama), soon).toBe(hers + 10_000)
  await mama.page.getByText('已付 1 / 4 人').waitFor(soon)

  await mama.page.getByRole('button', { name: '结束收款' }).click()
  await mama.page.getByRole('dialog').getByRole('button', { name: '结束收款' }).click()
  await says(mama.page, '收款已结束')
})

longTest('a group is told of a packet that was a mistake, in words that name nobody', async () => {
  const body = { kind: 'equal', groupId: stage.idOf('family'), count: 4, total: 400, greeting: '' } as const
  const packet = await mama.api.sendPacket({ body })
  await passUndo(stage, mama.api, packet)
  await mama.go(`/packets/${packet.id}`)
  await mama.page.getByRole('button', { name: /^发群公告/ }).click()
  const sheet = mama.page.getByRole('dialog')
  await sheet.getByLabel('公告内容').fill('红包发错了，请周建红退回')
  await sheet.getByRole('button', { name: '发群公告' }).click()
  await sheet.getByText('公告里有群友的名字').waitFor()
  await sheet.getByLabel('公告内容').fill('大家好，红包发错群了，还没领的请先不要领。')
  await sheet.getByRole('button', { name: '发群公告' }).click()
  await says(mama.page, '已发群公告')

  await gugu.go(`/chats/${stage.idOf('family')}`)
  const notice = gugu.page.getByRole('complementary', { name: '群公告' })
  await notice.getByText('红包发错群了').waitFor(soon)
  await mama.api.recallPacket({ path: { id: packet.id }, body: { manner: 'remainder', reason: 'CUST' } })
  await notice.waitFor({ state: 'detached' })
})
