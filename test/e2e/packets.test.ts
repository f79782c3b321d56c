/** Packets from one phone to another: every kind, sent on the screen, opened on the screen, and the money beside it. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  balanceOf,
  bubble,
  bubbleSays,
  claim,
  coin,
  deliverPacket,
  openPacket,
  says,
  seeShare,
  sendPacket,
  passUndo,
  told,
  yuan,
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

/** What each of them has more than before. */
async function watchMoney(...people: { api: Phone['api'] }[]): Promise<() => Promise<number[]>> {
  const before = await Promise.all(people.map(balanceOf))
  return async () => (await Promise.all(people.map(balanceOf))).map((now, i) => now - before[i]!)
}

test('a lucky packet is seen by the family, claimed while its sender looks on, and sold out', async () => {
  const gugu = { api: stage.apiOf('gugu') }
  const money = await watchMoney(mama, xiaoming, gugu)
  await xiaoming.go(`/chats/${family}`)

  await mama.go(`/chats/${family}`)
  await mama.page.getByRole('link', { name: '发红包' }).click()
  await mama.page.getByRole('radio', { name: '拼手气' }).click()
  await mama.page.getByLabel('红包个数').fill('2')
  await mama.page.getByLabel('总金额').fill('10')
  await says(mama.page, '壹拾元整')
  await mama.page.getByLabel('祝福语', { exact: true }).fill('两个人的手气')
  await mama.page.getByRole('button', { name: '塞钱进红包 ¥10.00' }).click()
  await bubbleSays(mama.page, '两个人的手气', '秒内可撤销')
  expect(await money()).toEqual([-1_000, 0, 0])
  expect(await bubble(xiaoming.page, '两个人的手气').count()).toBe(0)

  const [sent] = (await mama.api.listSentPackets({ query: { limit: 1 } })).items
  const packet = sent!
  await passUndo(stage, mama.api, packet)
  await bubbleSays(xiaoming.page, '两个人的手气', '待领取')
  await mama.go(`/packets/${packet.id}`)
  await says(mama.page, '还没人领，可以全部收回')

  const share = await openPacket(xiaoming, packet)
  await says(mama.page, '1/2 个已领')
  await says(mama.page, `¥${yuan(share)} / ¥10.00`)
  await mama.page
    .getByRole('listitem')
    .filter({ hasText: '儿子' })
    .filter({ hasText: yuan(share) })
    .waitFor()

  const rest = await claim(gugu.api, packet)
  await says(mama.page, '2 个红包已全部领完')
  await mama.page.getByRole('listitem').filter({ hasText: '手气最佳' }).waitFor()
  expect(share + rest).toBe(1_000)
  expect(await money()).toEqual([-1_000, share, rest])
  expect(await told(mama.api, packet.id)).toEqual([
    'packet.sent',
    'packet.delivered',
    'packet.claimed',
    'packet.claimed',
    'packet.claimed_out',
  ])

  const baba = await stage.phone('baba', { reducedMotion: true })
  await baba.go(`/packets/${packet.id}/open`)
  await says(baba.page, '手慢了，红包派完了')
  await baba.page.getByRole('link', { name: '看看大家的手气' }).click()
  await says(baba.page, '2/2 个已领')
  await baba.close()
})

test('an equal packet costs its count times what each gets', async () => {
  const money = await watchMoney(mama, xiaoming)
  await xiaoming.go(`/chats/${family}`)
  const packet = await deliverPacket(stage, mama, family, {
    kind: '普通',
    amount: '3',
    count: '4',
    greeting: '每人三块',
  })
  await bubbleSays(xiaoming.page, '每人三块', '普通红包')
  expect(await openPacket(xiaoming, packet)).toBe(300)
  await bubbleSays(mama.page, '每人三块', '已领 1/4')
  await says(mama.page, '儿子领取了你的红包')
  expect(await money()).toEqual([-1_200, 300])
})

longTest('an exclusive packet is seen by the group and opened by the one it is for', async () => {
  const baba = await stage.phone('baba', { reducedMotion: true })
  const money = await watchMoney(mama, xiaoming, baba)
  await Promise.all([xiaoming.go(`/chats/${family}`), baba.go(`/chats/${family}`)])
  const packet = await deliverPacket(stage, mama, family, {
    kind: '专属',
    amount: '8.80',
    forOne: '儿子',
    greeting: '只给儿子',
  })
  await bubbleSays(baba.page, '只给儿子', '专属红包')
  await baba.go(`/packets/${packet.id}/open`)
  await says(baba.page, '这是给别人的专属红包')
  expect(await coin(baba.page).count()).toBe(0)
  await bubble(xiaoming.page, '只给儿子').waitFor()
  expect(await openPacket(xiaoming, packet)).toBe(880)
  await bubbleSays(mama.page, '只给儿子', '已被领取')
  expect(await money()).toEqual([-880, 880, 0])
  await baba.close()
})

longTest('a plain packet to one person says its amount only once it is open', async () => {
  const money = await watchMoney(mama, xiaoming)
  await xiaoming.go(`/chats/${mama.memberId}`)
  const packet = await deliverPacket(stage, mama, xiaoming.memberId, { amount: '5.20', greeting: '买奶茶' })
  await bubbleSays(xiaoming.page, '买奶茶', '待领取')
  await bubble(xiaoming.page, '买奶茶').click()
  await xiaoming.page.getByRole('heading', { name: '李彩霞发来的红包' }).waitFor()
  expect(await xiaoming.page.getByText('5.20').count()).toBe(0)
  await coin(xiaoming.page).click()
  expect(await seeShare(xiaoming, xiaoming.api, packet.id)).toBe(520)
  await bubbleSays(mama.page, '买奶茶', '已被领取')
  expect(await money()).toEqual([-520, 520])
})

longTest('a packet by link is shared from its page and opened by whoever has the link', async () => {
  const money = await watchMoney(mama, xiaoming)
  const packet = await deliverPacket(stage, mama, 'link', {
    kind: '普通',
    amount: '1.50',
    count: '2',
    greeting: '有链接就能领',
  })
  expect(new URL(mama.page.url()).pathname).toBe(`/packets/${packet.id}`)
  await mama.page.getByRole('button', { name: '分享链接或二维码' }).click()
  await mama.page.getByRole('button', { name: '显示二维码' }).click()
  await says(mama.page, /谁拿到这个链接，谁就可能领走一份/)
  await mama.page.getByRole('button', { name: '没错，显示' }).click()
  await mama.page.getByRole('img', { name: '红包二维码，扫一扫就能打开' }).waitFor()
  const address = await mama.page.getByLabel('红包链接').inputValue()
  await mama.page.getByRole('button', { name: '完成' }).click()
  await mama.page.getByRole('button', { name: '复制链接' }).click()
  await mama.page.getByRole('button', { name: '没错，复制' }).click()
  await says(mama.page, '已复制：谁拿到都能领，贴之前看清楚')
  expect(await mama.page.evaluate(() => navigator.clipboard.readText())).toBe(address)
  await mama.page.getByRole('button', { name: '完成' }).click()

  await xiaoming.page.goto(address)
  await coin(xiaoming.page).click()
  expect(await seeShare(xiaoming, xiaoming.api, packet.id)).toBe(150)
  await says(mama.page, '1/2 个已领')
  expect(await money()).toEqual([-300, 150])
})

test('a packet that is undone in time was never on the other phone', async () => {
  const money = await watchMoney(mama, xiaoming)
  const before = await balanceOf(mama)
  await xiaoming.go(`/chats/${mama.memberId}`)
  const packet = await sendPacket(mama, xiaoming.memberId, { amount: '66', greeting: '手滑了' })
  expect(await money()).toEqual([-6_600, 0])
  await mama.page.getByRole('button', { name: '撤销给 儿子 的红包 ¥66.00' }).click()
  await says(mama.page, `已撤销，¥66.00 退回零钱，现在有 ¥${yuan(before)}`)
  await bubbleSays(mama.page, '手滑了', '已撤销')
  expect(await money()).toEqual([0, 0])
  expect(await told(mama.api, packet.id)).toEqual(['packet.sent', 'packet.undone'])
  await expect(xiaoming.api.readPacket({ path: { id: packet.id } })).rejects.toThrow('not_found')
  expect(await bubble(xiaoming.page, '手滑了').count()).toBe(0)

  await mama.page.getByRole('button', { name: '改一改再发' }).click()
  expect(await mama.page.getByLabel('金额', { exact: true }).inputValue()).toMatch(/^66(\.00)?$/)
  expect(await mama.page.getByLabel('祝福语', { exact: true }).inputValue()).toBe('手滑了')
})
