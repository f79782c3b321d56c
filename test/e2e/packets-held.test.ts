/** Packets that are held, refused, taken back or run out, on both phones at once; and the two that ask for more. */

import { afterAll, beforeAll, expect } from 'vitest'
import { hourMs } from '@laisee/core/instant.ts'
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
  soon,
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

longTest('what nobody has claimed comes back when a day is over', async () => {
  // The first of this file: nothing else of hers runs out on that day.
  const before = await balanceOf(mama)
  await xiaoming.go(`/chats/${family}`)
  const packet = await deliverPacket(stage, mama, family, {
    kind: '普通',
    amount: '4',
    count: '2',
    greeting: '一天之内',
  })
  await openPacket(xiaoming, packet)
  await xiaoming.go(`/chats/${family}`)
  const gugu = await stage.phone('gugu', { reducedMotion: true })
  await gugu.go(`/packets/${packet.id}/open`)
  await coin(gugu.page).waitFor()
  await mama.go(`/packets/${packet.id}`)
  await stage.forward(24 * hourMs)
  await says(gugu.page, '该红包已过期')
  await says(mama.page, '已过期，¥4.00 已退回你的零钱')
  expect(await balanceOf(mama)).toBe(before - 400)
  expect((await told(mama.api, packet.id)).at(-1)).toBe('packet.expired')
  await expect(claim(gugu.api, packet)).rejects.toThrow('already_expired')
  await gugu.close()
})

longTest('a packet sent paused opens on the other phone by itself when it is released', async () => {
  const before = await balanceOf(xiaoming)
  await xiaoming.go(`/chats/${family}`)
  const packet = await deliverPacket(stage, mama, family, {
    kind: '普通',
    amount: '2',
    count: '3',
    greeting: '等我说开始',
    more: (page) => page.getByRole('switch', { name: '先暂停发出' }).click(),
  })
  await bubbleSays(xiaoming.page, '等我说开始', '已暂停')
  await xiaoming.go(`/packets/${packet.id}/open`)
  await says(xiaoming.page, '发送方已暂停领取')
  expect(await coin(xiaoming.page).count()).toBe(0)
  await expect(claim(xiaoming.api, packet)).rejects.toThrow('packet_paused')

  await mama.go(`/packets/${packet.id}`)
  await says(mama.page, '你已暂停领取')
  await mama.page.getByRole('button', { name: '恢复领取' }).click()
  await coin(xiaoming.page).waitFor(soon)
  await mama.page.getByRole('button', { name: '暂停领取' }).click()
  // The row that was pressed is gone by then.
  await mama.page.getByText('已暂停，没有人能再领').first().waitFor(soon)
  await says(xiaoming.page, '发送方已暂停领取')
  await mama.page.getByRole('button', { name: '恢复领取' }).click()
  await coin(xiaoming.page).click()
  expect(await seeShare(xiaoming, xiaoming.api, packet.id)).toBe(200)
  expect(await balanceOf(xiaoming)).toBe(before + 200)
  await mama.page.getByRole('listitem').filter({ hasText: '儿子' }).waitFor(soon)
  expect(await told(mama.api, packet.id)).toEqual([
    'packet.sent',
    'packet.delivered',
    'packet.released',
    'packet.paused',
    'packet.released',
    'packet.claimed',
  ])
})

longTest('a packet paused from the undo bar is delivered closed', async () => {
  await xiaoming.go(`/chats/${mama.memberId}`)
  const packet = await sendPacket(mama, xiaoming.memberId, { amount: '1', greeting: '先别领' })
  await mama.page.getByRole('button', { name: '先暂停给 儿子 的红包，到时间也不能领' }).click()
  await says(mama.page, /会以暂停状态发出/)
  await passUndo(stage, mama.api, packet)
  await bubbleSays(xiaoming.page, '先别领', '已暂停')
  await expect(claim(xiaoming.api, packet)).rejects.toThrow('packet_paused')
})

longTest('a packet that is declined goes back at once', async () => {
  const before = await balanceOf(mama)
  await xiaoming.go(`/chats/${mama.memberId}`)
  const packet = await deliverPacket(stage, mama, xiaoming.memberId, { amount: '30', greeting: '买几本书' })
  expect(await balanceOf(mama)).toBe(before - 3_000)
  await bubble(xiaoming.page, '买几本书').click()
  await xiaoming.page.getByRole('button', { name: '谢绝' }).click()
  const sheet = xiaoming.page.getByRole('dialog', { name: '谢绝这个红包？' })
  await sheet.getByText('钱马上原路退回给李彩霞').waitFor()
  await sheet.getByRole('button', { name: '谢绝并退回' }).click()
  await says(xiaoming.page, '这个红包已谢绝')
  await bubbleSays(mama.page, '买几本书', '已谢绝')
  await says(mama.page, '儿子谢绝了，¥30.00 已退回你的零钱')
  expect(await balanceOf(mama)).toBe(before)
  expect(await told(mama.api, packet.id)).toEqual(['packet.sent', 'packet.delivered', 'packet.declined'])
})

longTest('taking back in the middle of the claims brings what nobody has, with a receipt', async () => {
  const [before, had] = [await balanceOf(mama), await balanceOf(xiaoming)]
  await xiaoming.go(`/chats/${family}`)
  const packet = await deliverPacket(stage, mama, family, {
    kind: '拼手气',
    amount: '9',
    count: '3',
    greeting: '发错群了',
  })
  const share = await openPacket(xiaoming, packet)
  const rest = 900 - share
  await mama.go(`/packets/${packet.id}`)
  await says(mama.page, `3 个红包已被领走 1 个（¥${yuan(share)}），剩下 ¥${yuan(rest)} 可以收回`)
  await mama.page.getByRole('button', { name: '收回没领的' }).click()
  const sheet = mama.page.getByRole('dialog', { name: '收回红包' })
  await sheet.getByText(`1 人已领 ¥${yuan(share)}，已领的不会收回`).waitFor()
  await sheet.getByText('儿子').waitFor()
  await sheet.getByRole('radio', { name: '发错人了' }).click()
  await sheet.getByRole('button', { name: `收回 ¥${yuan(rest)}` }).click()
  const receipt = mama.page.getByRole('dialog', { name: '收回结果' })
  await receipt.getByText(`已收回 ¥${yuan(rest)}，退回零钱`).waitFor()
  await receipt
    .getByRole('listitem')
    .filter({ hasText: '儿子' })
    .filter({ hasText: yuan(share) })
    .waitFor()
  await receipt.getByText('结果代码 PECR').waitFor()
  await receipt.getByText(`零钱余额 ¥${yuan(before - share)}`).waitFor(soon)
  await receipt.getByRole('button', { name: '完成' }).click()
  await says(mama.page, `已收回 ¥${yuan(rest)}，退回零钱`)

  expect(await balanceOf(mama)).toBe(before - share)
  expect(await balanceOf(xiaoming)).toBe(had + share)
  expect(await told(mama.api, packet.id)).toEqual([
    'packet.sent',
    'packet.delivered',
    'packet.claimed',
    'packet.recalled',
  ])
  await xiaoming.page.getByRole('link', { name: '看看大家的手气' }).click()
  await says(xiaoming.page, '发送方已收回没有领完的部分')
  await expect(claim(stage.apiOf('gugu'), packet)).rejects.toThrow('already_recalled')
})

longTest('all or nothing takes nothing back once somebody has a share', async () => {
  const packet = await deliverPacket(stage, mama, family, {
    kind: '普通',
    amount: '1',
    count: '2',
    greeting: '要么全收',
  })
  const before = await balanceOf(mama)
  await claim(xiaoming.api, packet)
  await mama.go(`/packets/${packet.id}`)
  await mama.page.getByRole('button', { name: '收回没领的' }).click()
  await mama.page.getByRole('radio', { name: '没人领才收' }).click()
  await mama.page.getByRole('button', { name: '没人领才收回' }).click()
  await says(mama.page, '已有人领取，按你的选择，一分都没有收回')
  expect(await balanceOf(mama)).toBe(before)
  expect(await told(mama.api, packet.id)).toContain('packet.recall_rejected')
})

longTest(
  'a packet with a passphrase opens for whoever knows it, and says how often one may still try',
  async () => {
    const before = await balanceOf(xiaoming)
    await xiaoming.go(`/chats/${family}`)
    const packet = await deliverPacket(stage, mama, family, {
      kind: '普通',
      amount: '6.66',
      count: '1',
      greeting: '答对才给',
      more: (page) => page.getByLabel('口令', { exact: true }).fill('芝麻开门'),
    })
    await bubbleSays(xiaoming.page, '答对才给', '口令')
    await bubble(xiaoming.page, '答对才给').click()
    await coin(xiaoming.page).click()
    await says(xiaoming.page, '先输入口令，再按“開”。')
    await xiaoming.page.getByLabel('输入口令').fill('芝麻关门')
    await coin(xiaoming.page).click()
    await says(xiaoming.page, '口令不对，还可以试 4 次。')
    expect(await balanceOf(xiaoming)).toBe(before)
    await xiaoming.page.getByLabel('输入口令').fill('芝麻开门')
    await coin(xiaoming.page).click()
    expect(await seeShare(xiaoming, xiaoming.api, packet.id)).toBe(666)
    expect(await balanceOf(xiaoming)).toBe(before + 666)
  },
)

longTest(
  'a provable split is recomputed on the phone, and a share that was changed on its way is found',
  async () => {
    const packet = await deliverPacket(stage, mama, family, {
      kind: '拼手气',
      amount: '20',
      count: '3',
      greeting: '可以验算',
      more: (page) => page.getByRole('switch', { name: '可验证拆分' }).click(),
    })
    await xiaoming.go(`/packets/${packet.id}`)
    await says(xiaoming.page, '发出时已锁定分法')
    expect(await xiaoming.page.getByRole('button', { name: '在本机验证' }).count()).toBe(0)
    const shares = []
    for (const key of ['gugu', 'baba', 'xiaoming']) shares.push(await claim(stage.apiOf(key), packet))
    expect(shares.reduce((sum, share) => sum + share)).toBe(2_000)
    const verify = xiaoming.page.getByRole('button', { name: '在本机验证' })
    await verify.click(soon)
    await says(xiaoming.page, '3 份都按种子重算过，一分不差。')

    await mama.go(`/packets/${packet.id}`)
    await mama.page.route('**/proof', async (route) => {
      const reply = await route.fetch()
      const proof = (await reply.json()) as { shares: number[] }
      const [first = 0, second = 0, ...others] = proof.shares
      await route.fulfill({ response: reply, json: { ...proof, shares: [first + 1, second - 1, ...others] } })
    })
    await mama.page.getByRole('button', { name: '在本机验证' }).click()
    await says(mama.page, '验证不通过')
    await mama.page.unrouteAll()
  },
)
