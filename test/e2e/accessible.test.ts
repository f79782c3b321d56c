/** Every screen in its important states, for whoever hears it, needs it larger, or reads it in the dark. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { hourMs } from '@laisee/core/instant.ts'
import { amountField, claim, coin, fillFields, says, soon } from './acts.ts'
import { findingsOf } from './axe.ts'
import { calmText, dangerText, suspiciousText, tellHelp } from './gallery/help-scenes.ts'
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
  await mama.api.changeMe({ body: { undoS: 30 } })
}, 180_000)
afterAll(() => stage.close())

/** The page as it is once everything has come. */
async function settled(page: Page): Promise<Page> {
  await page.locator('h1').first().waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
  return page
}

async function expectClean(page: Page): Promise<void> {
  expect(await findingsOf(await settled(page))).toEqual([])
}

const packetTo = (to: string) => ({ kind: 'equal', groupId: to, total: 600, count: 3 }) as const

const packetFor = (to: string) => ({ kind: 'direct' as const, recipientIds: [to], total: 300, count: 1 })

/** Send beside the screens, and let the undo window pass. */
async function sent(ask: Parameters<typeof mama.api.sendPacket>[0]['body']) {
  const packet = await mama.api.sendPacket({ body: ask })
  await stage.forward(Date.parse(packet.deliverAt) - Date.parse(packet.sentAt))
  await expect.poll(async () => (await mama.api.readPacket({ path: packet })).state, soon).not.toBe('undo')
  return packet
}

test('the first page, a link that does not let in, and a page that is not there', async () => {
  const guest = await stage.phone('gugu', { signedOut: true, reducedMotion: true })
  await guest.page.goto('/')
  await guest.page.getByRole('button', { name: /姑姑.*周建红/ }).waitFor()
  await expectClean(guest.page)
  await guest.page.goto('/sign-in')
  await guest.page.getByRole('alert').first().waitFor()
  await guest.page.getByRole('button', { name: '登录' }).click()
  await expectClean(guest.page)
  await guest.page.goto('/nowhere')
  await expectClean(guest.page)
  await guest.close()
})

longTest('the list of chats, its search and its menu', async () => {
  const { page } = mama
  await page.goto('/chats')
  await page.getByRole('button', { name: '发起' }).click()
  await expectClean(page)
  await page.getByLabel('按名字搜索聊天').fill('没有这个人')
  await says(page, '没有叫“没有这个人”的人或群')
  await expectClean(page)
})

test('a chat with bubbles of every state', async () => {
  const { page, api } = mama
  const [gugu, baba] = [stage.apiOf('gugu'), stage.apiOf('baba')]
  const out = await sent({ ...packetTo(family), count: 2, greeting: '领完了' })
  for (const caller of [gugu, baba]) await claim(caller, out)
  const recalled = await sent({ ...packetTo(family), greeting: '收回了' })
  await claim(gugu, recalled)
  await api.recallPacket({ path: recalled, body: {} })
  await sent({ ...packetTo(family), greeting: '过期了', expireAfterS: 3_600 })
  await stage.forward(hourMs)
  await sent({ ...packetTo(family), greeting: '暂停着', openAs: 'paused' })
  await sent({ ...packetTo(family), greeting: '有口令', passphrase: '芝麻' })
  await sent({ ...packetTo(family), greeting: '测试的', test: true })
  await sent({ ...packetTo(family), kind: 'lucky', splitMethod: 'provable', greeting: '开着的' })
  await sent({ kind: 'exclusive', groupId: family, recipientIds: [xiaoming.memberId], total: 100, count: 1 })
  await page.goto(`/chats/${family}`)
  await page.getByRole('link', { name: '开着的' }).waitFor()
  await expectClean(page)
  await xiaoming.page.goto(`/chats/${family}`)
  await xiaoming.page.getByRole('link', { name: '开着的' }).waitFor()
  await expectClean(xiaoming.page)
})

longTest('a chat of two with transfers, and one that was undone or declined', async () => {
  const { page, api } = mama
  const toSon = packetFor(xiaoming.memberId)
  const declined = await sent({ ...toSon, greeting: '谢绝的' })
  await xiaoming.api.declinePacket({ path: declined })
  const undone = await api.sendPacket({ body: { ...toSon, greeting: '撤销的' } })
  await api.undoPacket({ path: undone })
  const asked = await sent({ ...toSon, greeting: '先别领' })
  await api.askNotToOpenPacket({ path: asked })
  await api.sendTransfer({ body: { payeeId: xiaoming.memberId, amount: 1_000, delayS: 7_200, note: '书费' } })
  await page.goto(`/chats/${xiaoming.memberId}`)
  await page.getByRole('group', { name: /给 儿子 的转账/ }).waitFor()
  await expectClean(page)
  await xiaoming.page.goto(`/chats/${mama.memberId}`)
  await xiaoming.page.getByRole('link', { name: '谢绝的' }).waitFor()
  await expectClean(xiaoming.page)
})

longTest('people, one of them, groups and contacts', async () => {
  const { page } = mama
  await page.goto('/people')
  await page.getByRole('link', { name: /儿子/ }).waitFor()
  await expectClean(page)
  await page.getByRole('button', { name: '添加联系人' }).click()
  await page.getByRole('dialog').waitFor()
  await expectClean(page)
  await page.goto(`/people/${stage.idOf('caihong2')}`)
  await page.getByRole('button', { name: /备注和关系/ }).waitFor()
  await expectClean(page)
  await page.getByRole('button', { name: /备注和关系/ }).click()
  await page.getByRole('dialog').waitFor()
  await expectClean(page)
  await page.goto(`/groups/${family}`)
  await says(page, '周建红')
  await expectClean(page)
  await page.goto('/groups/new')
  await expectClean(page)
})

longTest('sending a packet: whom, empty, filled in, with a problem, with its conditions open', async () => {
  const { page } = mama
  await page.goto('/send')
  await page.getByRole('link', { name: /一家人/ }).waitFor()
  await expectClean(page)
  await page.goto(`/send?to=${family}`)
  await amountField(page).waitFor()
  await expectClean(page)
  await fillFields(page, {
    kind: '专属',
    amount: '6',
    greeting: '给一个人',
    more: async (form) => {
      await form.getByLabel('口令', { exact: true }).fill('芝麻开门')
    },
  })
  await expectClean(page)
  await page.getByRole('button', { name: '选择一位群成员' }).click()
  await page.getByRole('dialog').waitFor()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: '拼手气' }).click()
  await page.getByLabel('红包个数').fill('0')
  await amountField(page).fill('1e3')
  await expectClean(page)
  await page.goto(`/send?to=${stage.idOf('caihong')}`)
  await page.getByRole('heading', { name: /通讯录里有两个/ }).waitFor()
  await expectClean(page)
  await page.goto('/send?to=link')
  await expectClean(page)
})

longTest('the bar that undoes, and what it says afterwards', async () => {
  const { page } = mama
  await page.goto(`/send?to=${family}`)
  await fillFields(page, { kind: '普通', amount: '1', count: '1', greeting: '马上撤销' })
  await page.getByRole('button', { name: /^塞钱进红包 ¥/ }).click()
  const undo = page.getByRole('button', { name: /^撤销给 一家人 的红包/ })
  await undo.waitFor()
  await expectClean(page)
  await undo.click()
  await page.getByRole('button', { name: '改一改再发' }).waitFor()
  await expectClean(page)
})

longTest('the covers a packet wears, and the amount under them', async () => {
  const { page } = xiaoming
  const caller = mama.api
  const open = async (packet: { id: string }, seen: string) => {
    await page.goto(`/packets/${packet.id}/open`)
    await says(page, seen)
    await expectClean(page)
  }
  const own = await caller.sendPacket({ body: { ...packetTo(family), greeting: '还没送达' } })
  await mama.page.goto(`/packets/${own.id}/open`)
  await says(mama.page, '还在撤销时间内')
  await expectClean(mama.page)
  await caller.undoPacket({ path: own })
  const notBefore = new Date(Date.parse(own.sentAt) + 5 * hourMs).toISOString()
  await open(await sent({ ...packetTo(family), greeting: '晚点开', notBefore }), '还没到领取时间')
  await open(await sent({ ...packetTo(family), greeting: '等等', openAs: 'paused' }), '发送方已暂停领取')
  await open(await sent({ ...packetTo(family), greeting: '看样子', test: true }), '这是测试红包')
  const recalled = await sent({ ...packetTo(family), greeting: '收走了' })
  await caller.recallPacket({ path: recalled, body: {} })
  await open(recalled, '已收回这个红包')
  const out = await sent({ ...packetTo(family), total: 200, count: 1, greeting: '没了' })
  await claim(stage.apiOf('gugu'), out)
  await open(out, '这个红包已经领走了')
  const gone = await sent({ ...packetTo(family), greeting: '过时了', expireAfterS: 60 })
  await stage.forward(hourMs)
  await open(gone, '该红包已过期')
  const toSon = packetFor(xiaoming.memberId)
  const asked = await sent({ ...toSon, greeting: '先别开' })
  await caller.askNotToOpenPacket({ path: asked })
  await open(asked, '对方说可能发错了，希望你先不要领')
  await page.getByRole('button', { name: '退回' }).click()
  await page.getByRole('dialog', { name: '谢绝这个红包？' }).waitFor()
  await expectClean(page)
  await xiaoming.api.declinePacket({ path: asked })
  await open(asked, '这个红包已谢绝')
  const locked = await sent({ ...packetTo(family), kind: 'lucky', greeting: '说口令', passphrase: '芝麻' })
  await open(locked, '这是口令红包')
  await page.getByLabel('输入口令').fill('西瓜')
  await coin(page).click()
  await says(page, '口令不对，还可以试 4 次。')
  await expectClean(page)
  await page.getByLabel('输入口令').fill('芝麻')
  await coin(page).click()
  await says(page, '已存入零钱，可以直接用')
  await expectClean(page)
})

longTest('a packet as its sender and as others see it, with every sheet over it', async () => {
  const { page, api } = mama
  const packet = await sent({
    ...packetTo(family),
    kind: 'lucky',
    splitMethod: 'provable',
    greeting: '看详情',
  })
  await claim(stage.apiOf('gugu'), packet)
  await page.goto(`/packets/${packet.id}`)
  await page.getByRole('listitem').filter({ hasText: '周建红' }).first().waitFor()
  await expectClean(page)
  await xiaoming.page.goto(`/packets/${packet.id}`)
  await expectClean(xiaoming.page)
  await page.getByRole('button', { name: '请先不要领' }).click()
  await page.getByRole('dialog').waitFor()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '收回没领的' }).click()
  const sheet = page.getByRole('dialog', { name: '收回红包' })
  await sheet.getByRole('radio', { name: '可能被骗' }).click()
  await expectClean(page)
  await sheet.getByRole('button', { name: /^收回 ¥/ }).click()
  await page.getByRole('dialog', { name: '收回结果' }).waitFor()
  await expectClean(page)
  await page.getByRole('button', { name: '完成' }).click()
  await page.getByRole('button', { name: '在本机验证' }).click()
  await says(page, '已在本机验证')
  await expectClean(page)
  const { total } = await api.readPacket({ path: packet })
  expect(total).toBe(600)
})

longTest('sharing by link, and the link in a stranger’s hands', async () => {
  const { page } = mama
  const packet = await sent({ kind: 'equal', link: true, total: 200, count: 2, greeting: '谁都可以' })
  await page.goto(`/packets/${packet.id}`)
  await page.getByRole('button', { name: /链接/ }).first().click()
  await page.getByRole('radio', { name: '只给一个人' }).click()
  await expectClean(page)
  await page.getByRole('radio', { name: '拿到链接的人' }).click()
  await page.getByRole('button', { name: '显示二维码' }).click()
  await expectClean(page)
  await page.getByRole('button', { name: '没错，显示' }).click()
  await page.getByRole('img', { name: /红包二维码/ }).waitFor()
  await expectClean(page)
  const address = await page.getByLabel('红包链接').inputValue()
  const stranger = await stage.phone('gugu', { signedOut: true, reducedMotion: true })
  await stranger.page.goto(address)
  await stranger.page.getByRole('button', { name: '选个人来领' }).waitFor()
  await expectClean(stranger.page)
  await stranger.page.getByRole('button', { name: '选个人来领' }).click()
  await stranger.page.getByRole('button', { name: '进来领红包' }).click()
  await says(stranger.page, '写一个称呼，发送方会看到它。')
  await expectClean(stranger.page)
  await stranger.page.goto(address.slice(0, -9))
  await says(stranger.page, '这个链接无效')
  await expectClean(stranger.page)
  await stranger.close()
})

longTest('a transfer: its form, both sides of it, and what is asked first', async () => {
  const { page, api } = mama
  await page.goto(`/transfer?to=${xiaoming.memberId}`)
  await amountField(page).waitFor()
  await expectClean(page)
  await page.getByRole('radio', { name: '自定' }).click()
  await amountField(page).fill('１００．５')
  await expectClean(page)
  const transfer = await api.sendTransfer({
    body: {
      payeeId: xiaoming.memberId,
      amount: 5_000,
      delayS: 86_400,
      note: '下个月的书费',
      profile: 'wechat-personal',
    },
  })
  await page.goto(`/transfers/${transfer.id}`)
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await expectClean(page)
  await stage.forward(Date.parse(transfer.deliverAt) - Date.parse(transfer.sentAt))
  await page.goto(`/transfers/${transfer.id}`)
  await expectClean(page)
  await xiaoming.page.goto(`/transfers/${transfer.id}`)
  await xiaoming.page.getByRole('button', { name: '收款' }).click()
  await xiaoming.page.getByRole('dialog').waitFor()
  await expectClean(xiaoming.page)
})

longTest('the wallet, the notices and oneself', async () => {
  const { page } = mama
  await page.goto('/wallet')
  await page.getByRole('listitem').first().waitFor()
  await expectClean(page)
  await page.goto('/inbox')
  await page.getByRole('listitem').first().waitFor()
  await expectClean(page)
  await page.goto('/settings')
  await page.getByRole('switch').first().waitFor()
  await expectClean(page)
  await page.getByRole('button', { name: /修改名字和头像/ }).click()
  await page.getByLabel('头像网址').fill('ftp://x')
  await page.getByRole('button', { name: '保存' }).click()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '退出登录' }).first().click()
  await page.getByRole('dialog').waitFor()
  await expectClean(page)
})

longTest('two people side by side, with the first run and the clock', async () => {
  const guest = await stage.phone('gugu', { signedOut: true, reducedMotion: true })
  await guest.page.goto('/duo')
  await guest.page.getByRole('heading', { name: '一个红包的一生' }).waitFor()
  await expectClean(guest.page)
  await guest.close()
})

longTest(
  'the advisor: its door and questions, a plan with an answer open over it, and what it explains',
  async () => {
    const guest = await stage.phone('gugu', { signedOut: true, reducedMotion: true })
    const { page } = guest
    await page.goto('/help')
    await expectClean(page)
    const told = { platform: 'wechat', product: 'transfer_now', phase: 'claimed', cause: 'wrong_person' }
    for (const q of [1, 3]) {
      await tellHelp(page, `/help/ask?q=${q}`, told)
      await expectClean(page)
    }
    await tellHelp(page, '/help/plan', { ...told, relation: 'business' })
    await page.getByRole('heading', { name: '不要做' }).waitFor()
    await page.locator('.plan-step summary').first().click()
    await expectClean(page)
    await page
      .getByRole('button', { name: /联系得上|金额|省/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    await expectClean(page)
    await page.goto('/help/never')
    await expectClean(page)
    await guest.close()
  },
)

longTest('the scam check, empty and with each of its verdicts', async () => {
  const guest = await stage.phone('gugu', { signedOut: true, reducedMotion: true })
  const { page } = guest
  await page.goto('/help/scam')
  await page.getByRole('button', { name: '查一查' }).click()
  await expectClean(page)
  for (const text of [dangerText, suspiciousText, calmText]) {
    await page.getByLabel('收到的文字、链接或号码').fill(text)
    await page.getByRole('button', { name: '查一查' }).click()
    await page.getByRole('heading', { name: '怎么办' }).waitFor()
    await expectClean(page)
  }
  await guest.close()
})
