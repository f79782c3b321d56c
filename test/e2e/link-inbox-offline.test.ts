/** A link in a stranger's hands, the inbox, and a network or a server that goes away and comes back. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { createClient } from '@laisee/client/client.ts'
import {
  amountField,
  balanceOf,
  bubble,
  bubbleSays,
  coin,
  deliverPacket,
  fillFields,
  fillPacket,
  openPacket,
  packetsWith,
  passUndo,
  putButton,
  says,
  sendPacket,
  sentPacket,
  soon,
  told,
  type Packet,
  timeToUndo,
} from './acts.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let mama: Phone
let xiaoming: Phone
let family: string

beforeAll(async () => {
  stage = await openStage()
  mama = await stage.phone('mama', { reducedMotion: true })
  xiaoming = await stage.phone('xiaoming', { reducedMotion: true })
  family = stage.idOf('一家人')
  await timeToUndo(mama)
}, 180_000)
afterAll(() => stage.close())

/** A packet of mama's by link, delivered, and the address of its link. */
async function packetByLink(greeting: string, count = '2'): Promise<{ packet: Packet; address: string }> {
  const packet = await deliverPacket(stage, mama, 'link', { kind: '普通', amount: '1.50', count, greeting })
  const { token } = await mama.api.makePacketLink({ path: { id: packet.id }, body: {} })
  return { packet, address: `${stage.address}/claim#${token}` }
}

/** Who is signed in on a phone, as the service knows them by what the phone keeps. */
async function whoIsIn(page: Page): Promise<{ name: string; balance: number }> {
  const token = await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('laisee.main.session') ?? '{}') as { token?: string }
    return kept.token ?? ''
  })
  const api = createClient({ baseUrl: stage.address, token })
  const [{ name }, { balance }] = await Promise.all([api.getMe(), api.getWallet()])
  return { name, balance }
}

test('whoever has the link and no account chooses a person and opens the packet', async () => {
  const { packet, address } = await packetByLink('给路过的人')
  const before = await balanceOf({ api: stage.apiOf('gugu') })
  const stranger = await stage.phone('gugu', { signedOut: true, reducedMotion: true })
  await stranger.page.goto(address)
  await stranger.page.getByRole('heading', { name: '李彩霞发来的红包' }).waitFor()
  await says(stranger.page, '还有 2 个，共 2 个')
  expect(await stranger.page.getByText('1.50').count()).toBe(0)
  expect(new URL(stranger.page.url()).hash).toBe('')
  const choose = stranger.page.getByRole('button', { name: '选个人来领' })
  const aunt = stranger.page.getByRole('dialog', { name: '谁来领？' }).getByRole('button', { name: '周建红' })
  await choose.click()
  await aunt.waitFor()
  await stranger.page.keyboard.press('Escape')
  await stranger.page.getByRole('button', { name: '关闭红包' }).click()
  await stranger.page.getByRole('button', { name: /姑姑.*周建红/ }).waitFor()
  await stranger.page.goto('/claim')
  await choose.click()
  await aunt.click()
  await coin(stranger.page).click()
  await says(stranger.page, '已存入零钱，可以直接用')
  expect(await whoIsIn(stranger.page)).toEqual({ name: '周建红', balance: before + 150 })
  await says(mama.page, '1/2 个已领')
  expect(await told(mama.api, packet.id)).toEqual(['packet.sent', 'packet.delivered', 'packet.claimed'])
  await stranger.close()
})

longTest('a newcomer gives a name, opens the packet, and the sender sees that name', async () => {
  const { packet, address } = await packetByLink('给新来的')
  const newcomer = await stage.phone('gugu', { signedOut: true, reducedMotion: true })
  await newcomer.page.goto(address)
  await newcomer.page.getByRole('button', { name: '选个人来领' }).click()
  await newcomer.page.getByRole('button', { name: '进来领红包' }).click()
  await says(newcomer.page, '写一个称呼，发送方会看到它。')
  await newcomer.page.getByLabel('怎么称呼你').fill('楼下的小李')
  await newcomer.page.getByRole('button', { name: '进来领红包' }).click()
  await coin(newcomer.page).click()
  await says(newcomer.page, '已存入零钱，可以直接用')
  expect(await whoIsIn(newcomer.page)).toEqual({ name: '楼下的小李', balance: 150 })
  await mama.page.getByRole('listitem').filter({ hasText: '楼下的小李' }).waitFor(soon)
  expect(await stage.apiOf('mama').readPacket({ path: { id: packet.id } })).toMatchObject({ claimedCount: 1 })

  // The link is used: loaded again, the page shows the packet and gives no second share.
  await newcomer.page.goto(address)
  await says(newcomer.page, '已存入零钱')
  expect(await whoIsIn(newcomer.page)).toMatchObject({ balance: 150 })
  await newcomer.close()
})

longTest('a link that was cut off opens nothing, and says so', async () => {
  const { address } = await packetByLink('链接不完整', '1')
  const stranger = await stage.phone('gugu', { signedOut: true, reducedMotion: true })
  await stranger.page.goto(address.slice(0, -9))
  await says(stranger.page, '这个链接无效')
  await stranger.close()
})

longTest('the inbox counts what came, shows it, and counts down as it is read', async () => {
  await xiaoming.api.markInboxRead({ body: { through: 'all' } })
  await xiaoming.go('/chats')
  const tab = xiaoming.page.getByRole('navigation').getByRole('link', { name: '通知' })
  await tab.filter({ hasNotText: '未读' }).waitFor(soon)
  const [first, second] = [
    await deliverPacket(stage, mama, xiaoming.memberId, { amount: '1', greeting: '通知一' }),
    await deliverPacket(stage, mama, xiaoming.memberId, { amount: '2', greeting: '通知二' }),
  ]
  await tab.filter({ hasText: '2 条未读' }).waitFor(soon)
  await tab.click()
  const rows = xiaoming.page.getByRole('link', { name: /李彩霞给你发了红包/ })
  await rows.nth(1).waitFor()
  expect(await rows.filter({ hasText: '未读' }).count()).toBe(2)
  // Reading one reads what came before it; the older of the two leaves the newer unread.
  await rows.nth(1).click()
  await xiaoming.page.waitForURL(`**/packets/${first.id}`)
  await xiaoming.page.getByRole('button', { name: '返回' }).click()
  await tab.filter({ hasText: '1 条未读' }).waitFor(soon)
  expect(await rows.filter({ hasText: '未读' }).count()).toBe(1)
  await xiaoming.page.getByRole('button', { name: '全部已读' }).click()
  await tab.filter({ hasNotText: '未读' }).waitFor(soon)
  expect((await xiaoming.api.readInbox({ query: { limit: 1 } })).unreadCount).toBe(0)

  await xiaoming.api.claimPacket({ path: { id: second.id }, body: {} })
  await mama.go('/inbox')
  await mama.page
    .getByRole('link', { name: /儿子领了你的红包/ })
    .first()
    .waitFor(soon)
})

test('what passed while the phone had no network is there afterwards, once, and live again', async () => {
  await xiaoming.go(`/chats/${family}`)
  await bubble(xiaoming.page, '晚饭前抢一个').waitFor()
  const banner = xiaoming.page.getByText('没有网络。看到的是断网前的样子，钱是安全的。')
  await xiaoming.context.setOffline(true)
  await banner.waitFor(soon)
  for (const greeting of ['断网时一', '断网时二'])
    await deliverPacket(stage, mama, family, { kind: '普通', amount: '1', count: '1', greeting })
  expect(await bubble(xiaoming.page, '断网时').count()).toBe(0)
  await bubble(xiaoming.page, '晚饭前抢一个').waitFor()

  await xiaoming.context.setOffline(false)
  await bubbleSays(xiaoming.page, '断网时二', '待领取')
  await banner.waitFor({ ...soon, state: 'detached' })
  const last = await deliverPacket(stage, mama, family, {
    kind: '普通',
    amount: '1',
    count: '1',
    greeting: '断网后三',
  })
  await bubbleSays(xiaoming.page, '断网后三', '待领取')
  const shown = await bubble(xiaoming.page, /断网/).allInnerTexts()
  expect(shown.map((text) => /断网[时后][一二三]/.exec(text)?.[0])).toEqual([
    '断网时一',
    '断网时二',
    '断网后三',
  ])
  const before = await balanceOf(xiaoming)
  await openPacket(xiaoming, last)
  expect(await balanceOf(xiaoming)).toBe(before + 100)
})

longTest('a claim pressed without a network happens once it is back, and once only', async () => {
  const packet = await deliverPacket(stage, mama, xiaoming.memberId, { amount: '3', greeting: '断网领' })
  const before = await balanceOf(xiaoming)
  await xiaoming.go(`/packets/${packet.id}/open`)
  await coin(xiaoming.page).waitFor()
  await xiaoming.context.setOffline(true)
  await coin(xiaoming.page).click()
  await says(xiaoming.page, /网络断了，还不知道领没领到/)
  expect(await balanceOf(xiaoming)).toBe(before)
  await xiaoming.context.setOffline(false)
  await says(xiaoming.page, '已存入零钱，可以直接用')
  expect(await balanceOf(xiaoming)).toBe(before + 300)
})

longTest('when the server was away both phones are live again, without a gap or a double', async () => {
  await Promise.all([mama.go(`/chats/${family}`), xiaoming.go(`/chats/${family}`)])
  await bubble(xiaoming.page, '晚饭前抢一个').waitFor()
  const packet = await sendPacket(mama, family, {
    kind: '普通',
    amount: '2',
    count: '2',
    greeting: '重启前发的',
  })
  await stage.restart(3_000)
  await passUndo(stage, mama.api, packet)
  await bubbleSays(xiaoming.page, '重启前发的', '待领取')
  await openPacket(xiaoming, packet)
  await bubbleSays(mama.page, '重启前发的', '已领 1/2')
  expect(await bubble(mama.page, '重启前发的').count()).toBe(1)
  expect(await told(mama.api, packet.id)).toEqual(['packet.sent', 'packet.delivered', 'packet.claimed'])
})

longTest('going back and loading anew lose nothing that was filled in', async () => {
  const { page } = mama
  await mama.go(`/chats/${family}`)
  await page.getByRole('link', { name: '发红包' }).click()
  await page.getByRole('radio', { name: '普通', exact: true }).click()
  await page.getByLabel('红包个数').fill('3')
  await amountField(page).fill('7.77')
  await page.getByLabel('祝福语', { exact: true }).fill('写到一半')
  await page.goBack()
  await page.getByRole('list', { name: '聊天记录' }).waitFor()
  await page.getByRole('link', { name: '发红包' }).click()
  await says(page, '3 个 × ¥7.77，共 ¥23.31')
  await page.reload()
  await says(page, '3 个 × ¥7.77，共 ¥23.31')
  expect(await page.getByLabel('祝福语', { exact: true }).inputValue()).toBe('写到一半')
  expect(await packetsWith(mama.api, '写到一半')).toEqual([])
  await putButton(page).click()
  await page.waitForURL(/\/chats\//)
  expect((await sentPacket(mama.api, '写到一半')).total).toBe(2_331)
})

/**
 * Hold the answers of a send until they are let through. The route stays in place: one that goes while a page loads may
 * take a script of the page along.
 */
async function holdSends(page: Page): Promise<() => void> {
  let isHeld = true
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/v1/packets', async (route) => {
    if (!isHeld || route.request().method() !== 'POST') return route.fallback()
    const response = await route.fetch()
    await gate
    // Whoever has loaded the page anew asks for no answer any more.
    await route.fulfill({ response }).catch(() => undefined)
  })
  return () => {
    isHeld = false
    letGo()
  }
}

test('going back before the answer came sends once, with the way back over the next page', async () => {
  const before = await balanceOf(mama)
  await mama.go(`/chats/${family}`)
  await mama.page.getByRole('link', { name: '发红包' }).click()
  await fillFields(mama.page, { kind: '普通', amount: '1', count: '2', greeting: '没等答复' })
  const letGo = await holdSends(mama.page)
  await putButton(mama.page).click()
  await mama.page.getByRole('button', { name: '正在发出……' }).waitFor()
  await mama.page.getByRole('button', { name: '返回' }).click()
  await mama.page.getByRole('list', { name: '聊天记录' }).waitFor()
  letGo()
  await mama.page.getByRole('button', { name: '撤销给 一家人 的红包 ¥2.00' }).click(soon)
  await says(mama.page, /已撤销，¥2.00 退回零钱/)
  expect(await balanceOf(mama)).toBe(before)
  expect(await packetsWith(mama.api, '没等答复')).toHaveLength(1)
})

longTest('loading the page anew before the answer came asks the sender, and sends once', async () => {
  const before = await balanceOf(mama)
  await fillPacket(mama, family, { kind: '普通', amount: '1', count: '2', greeting: '刷新了一下' })
  const letGo = await holdSends(mama.page)
  await putButton(mama.page).click()
  await mama.page.getByRole('button', { name: '正在发出……' }).waitFor()
  await expect.poll(() => packetsWith(mama.api, '刷新了一下'), soon).toHaveLength(1)
  await mama.page.reload()
  letGo()
  const bar = mama.page.getByRole('region', { name: '正在核对的钱' })
  await bar.getByText(/上次发送没有得到答复/).waitFor(soon)
  await bar.getByRole('button', { name: '继续发送' }).click()
  await bar.getByText('核对好了：给 一家人 的红包 ¥2.00 已发出，只扣了一次').waitFor(soon)
  expect(await balanceOf(mama)).toBe(before - 200)
  expect(await packetsWith(mama.api, '刷新了一下')).toHaveLength(1)
})
