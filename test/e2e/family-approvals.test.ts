/** Sends that wait for the family's word on a second phone: a minor's for a guardian's, an allowance's for its giver's. */

import { afterAll, beforeAll, expect } from 'vitest'
import { dayMs, hourMs } from '@laisee/core/instant.ts'
import {
  balanceOf,
  bubbleSays,
  claim,
  fillPacket,
  passUndo,
  putButton,
  says,
  sentPacket,
  soon,
  stateOf,
  told,
  type Packet,
} from './acts.ts'
import { addFirstPasskey, authenticatorOf } from './keys.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let mama: Phone
let son: Phone
let gugu: Phone

beforeAll(async () => {
  stage = await openStage()
  await untilNoon()
  mama = await stage.phone('mama', { reducedMotion: true })
  gugu = await stage.phone('gugu', { reducedMotion: true })
  son = await stage.phone('xiaoming', { reducedMotion: true, byName: true })
  await stage.operator.setAgeBand({ path: { id: son.memberId }, body: { band: 'teen' } })
  await stage.operator.topUp({ body: { memberId: son.memberId, amount: 50_000 } })
  const { id } = await son.api.askGuardian({ body: { memberId: mama.memberId, as: 'protected' } })
  await mama.api.acceptGuardian({ path: { id } })
  await authenticatorOf(son.page)
  await addFirstPasskey(son, '小明的手机')
}, 180_000)
afterAll(() => stage.close())

/** Nobody under age sends at night: go on to the next noon in Beijing. */
async function untilNoon(): Promise<void> {
  const now = Date.parse((await stage.operator.readClock()).now)
  const noon = 4 * hourMs
  await stage.forward(dayMs - ((now - noon) % dayMs))
}

/** A packet of the son's for his friend: he reads whose word it waits for, signs it, and it waits. */
async function sendAsMinor(amount: string, greeting: string): Promise<Packet> {
  const { page, api } = son
  await fillPacket(son, stage.idOf('chenchen'), { amount, greeting })
  await says(page, '发出后会先等李彩霞同意。')
  await putButton(page).click()
  const sheet = page.getByRole('dialog', { name: '确认是你本人' })
  await sheet.getByText(`给陈晨发红包 ${amount} 元`).waitFor()
  await sheet.getByText('未成年人发的每一笔都要确认。').waitFor()
  await sheet.getByRole('button', { name: '用通行密钥确认' }).click()
  await page.waitForURL(/\/(chats|packets)\//)
  await bubbleSays(page, greeting, '等待审批')
  return sentPacket(api, greeting)
}

longTest('a minor’s packet goes out once a guardian agrees on their own phone', async () => {
  const friend = { api: stage.apiOf('chenchen') }
  const before = [await balanceOf(son), await balanceOf(friend), await balanceOf(mama)]
  const packet = await sendAsMinor('150.00', '生日快乐')
  expect(packet.state).toBe('approving')
  expect(await balanceOf(son)).toBe(before[0]! - 15_000)
  await expect(claim(friend.api, packet)).rejects.toThrow('not_found')

  await mama.go('/family')
  const waiting = mama.page.getByRole('region', { name: '等你同意' })
  await waiting.getByText('儿子', { exact: true }).waitFor()
  await waiting.getByText('红包 · 给陈晨').waitFor()
  await waiting.getByRole('button', { name: '同意 ¥150.00' }).click()
  await says(mama.page, '已同意，儿子还有一小段时间可以撤销')
  await waiting.waitFor({ state: 'detached' })
  await expect.poll(() => stateOf(son.api, packet.id), soon).toBe('undo')
  await bubbleSays(son.page, '生日快乐', '秒内可撤销')

  await passUndo(stage, son.api, await son.api.readPacket({ path: { id: packet.id } }))
  expect(await claim(friend.api, packet)).toBe(15_000)
  expect([await balanceOf(son), await balanceOf(friend), await balanceOf(mama)]).toEqual([
    before[0]! - 15_000,
    before[1]! + 15_000,
    before[2],
  ])
  expect(await told(son.api, packet.id)).toEqual(
    expect.arrayContaining(['packet.sent', 'approval.submitted', 'approval.granted', 'packet.delivered']),
  )
})

longTest('where the guardian does not agree it comes back to the minor, with the reason', async () => {
  const before = await balanceOf(son)
  const packet = await sendAsMinor('120.00', '游戏皮肤')
  expect(await balanceOf(son)).toBe(before - 12_000)
  await mama.go('/family')
  await mama.page.getByRole('button', { name: '不同意' }).click()
  const why = mama.page.getByRole('dialog', { name: '不同意这 ¥120.00？' })
  await why.getByText('钱马上退回儿子的零钱，收款人不会知道。').waitFor()
  await why.getByRole('button', { name: '不同意' }).click()
  await why.getByText('请写一句').waitFor()
  expect(await stateOf(son.api, packet.id)).toBe('approving')
  await why.getByLabel('原因').fill('先和我说一声')
  await why.getByRole('button', { name: '不同意' }).click()
  await says(mama.page, '没有同意，¥120.00 已退回儿子的零钱')
  expect([await stateOf(son.api, packet.id), await balanceOf(son)]).toEqual(['rejected', before])
  expect(await told(son.api, packet.id)).toContain('packet.rejected')
  await bubbleSays(son.page, '游戏皮肤', '未通过审批')
  await son.go(`/packets/${packet.id}`)
  await says(son.page, '李彩霞没有同意：先和我说一声')
})

/** A transfer of gugu's from the allowance she holds: she reads whose word it waits for, and it waits. Gives its id. */
async function payFromAllowance(amount: string, note: string): Promise<string> {
  const { page, api } = gugu
  await page.goto(`/transfer?to=${stage.idOf('baba')}`)
  await page.getByRole('button', { name: /^用谁的钱/ }).click()
  const purses = page.getByRole('dialog', { name: '用谁的钱发？' })
  await purses.getByRole('button', { name: /李彩霞给的额度/ }).click()
  await page.getByLabel('金额', { exact: true }).fill(amount)
  await page.getByRole('radio', { name: '实时', exact: true }).click()
  await page.getByLabel('说明').fill(note)
  await says(page, '发出后会先等李彩霞同意。')
  await page.getByRole('button', { name: `转账 ¥${amount}` }).click()
  await page.waitForURL(/\/chats\//)
  await bubbleSays(page, note, '等待审批')
  const { items } = await api.listTransfers({ query: { role: 'sent', limit: 5 } })
  const sent = items.filter((transfer) => transfer.note === note)
  expect(sent).toHaveLength(1)
  return sent[0]!.id
}

longTest('an allowance is given with a sum above which its giver is asked, and both read it', async () => {
  const { page } = mama
  await mama.go('/family')
  await page.getByRole('button', { name: '给家人一份额度' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '周建红' }).click()
  await page.getByLabel('每月最多').fill('1000')
  await page.getByLabel('超过多少要先问你').fill('100')
  await page.getByRole('button', { name: '给周建红每月 ¥1,000.00' }).click()
  await gugu.go('/family')
  await gugu.page.getByRole('button', { name: '答应' }).click()
  await says(gugu.page, '超过 ¥100.00 要先等李彩霞同意')
  await says(page, '超过 ¥100.00 先问你')
})

longTest('above that sum the giver’s yes, on their own phone, lets the send go', async () => {
  const baba = { api: stage.apiOf('baba') }
  const before = [await balanceOf(mama), await balanceOf(gugu), await balanceOf(baba)]
  const id = await payFromAllowance('300.00', '装空调')
  expect([await balanceOf(mama), await balanceOf(gugu)]).toEqual([before[0]! - 30_000, before[1]])
  await mama.go('/inbox')
  await mama.page.getByRole('link', { name: /^1 笔等你同意/ }).click()
  await mama.page.getByRole('link', { name: /周建红.*300\.00.*转账 · 给周建国/ }).click()
  await says(mama.page, '家庭额度：超过约定的金额，要给额度的家人同意')
  await mama.page.getByRole('button', { name: '同意 ¥300.00' }).click()
  await says(mama.page, '没有等你同意的')
  await expect.poll(() => stateOf(gugu.api, id), soon).toBe('undo')
  await passUndo(stage, gugu.api, await gugu.api.readTransfer({ path: { id } }))
  await expect.poll(() => balanceOf(baba), soon).toBe(before[2]! + 30_000)
  expect([await balanceOf(mama), await balanceOf(gugu)]).toEqual([before[0]! - 30_000, before[1]])
  expect(await stateOf(gugu.api, id)).toBe('arrived')
  expect((await gugu.api.listFamilies()).held[0]).toMatchObject({ counted: 30_000, left: 70_000 })
})

longTest('without it the money is back with the giver, and with the allowance', async () => {
  const before = [await balanceOf(mama), await balanceOf(gugu)]
  const id = await payFromAllowance('200.00', '买手机')
  expect((await gugu.api.listFamilies()).held[0]).toMatchObject({ left: 50_000 })
  await mama.go('/family')
  await mama.page.getByRole('button', { name: '不同意' }).click()
  const why = mama.page.getByRole('dialog', { name: '不同意这 ¥200.00？' })
  await why.getByLabel('原因').fill('下个月再买')
  await why.getByRole('button', { name: '不同意' }).click()
  await says(mama.page, '没有同意，¥200.00 已退回你的零钱')
  expect([await balanceOf(mama), await balanceOf(gugu)]).toEqual(before)
  expect((await gugu.api.listFamilies()).held[0]).toMatchObject({ left: 70_000 })
  expect(await told(gugu.api, id)).toContain('transfer.rejected')
  await gugu.go(`/transfers/${id}`)
  await says(gugu.page, '李彩霞没有同意：下个月再买')
})
