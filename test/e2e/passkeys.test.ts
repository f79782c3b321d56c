/** Passkeys in a real browser, with the authenticator that Chromium brings for tests: added, asked for, lost, removed. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { balanceOf, coin, passUndo, says, soon } from './acts.ts'
import { authenticatorOf, type Authenticator } from './keys.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let mama: Phone
let keys: Authenticator
let codes: string[]

beforeAll(async () => {
  stage = await openStage()
  mama = await stage.phone('mama', { reducedMotion: true, byName: true })
  await mama.go('/settings')
  keys = await authenticatorOf(mama.page)
}, 180_000)
afterAll(async () => {
  await keys.session.detach()
  await stage.close()
})

const button = (name: string | RegExp) => mama.page.getByRole('button', { name })
const dialog = (name: string) => mama.page.getByRole('dialog', { name })
const passkeyCount = async () => (await mama.api.listPasskeys()).items.length
const pageSays = (text: string) =>
  expect.poll(() => mama.page.getByText(text).count(), soon).toBeGreaterThan(0)

/** Fill in a transfer and press its button. */
async function askToSend(amount: string, note: string): Promise<void> {
  await mama.page.goto(`/transfer?to=${stage.idOf('gugu')}`)
  await mama.page.getByLabel('金额', { exact: true }).fill(amount)
  await mama.page.getByRole('radio', { name: '实时', exact: true }).click()
  await mama.page.getByLabel('说明').fill(note)
  await button(/^转账 ¥/).click()
}

const sentWith = async (note: string) => {
  const { items } = await mama.api.listTransfers({ query: { role: 'sent', limit: 20 } })
  return items.filter((one) => one.note === note).length
}

test('a passkey is added on the page of settings, and its recovery codes are shown once', async () => {
  await mama.page.getByRole('link', { name: '通行密钥' }).click()
  await pageSays('还没有通行密钥')
  expect(await mama.page.getByRole('switch', { name: '大额要确认' }).isDisabled()).toBe(true)
  await button('添加通行密钥').click()
  await dialog('添加通行密钥').getByLabel('给它起个名字').fill('妈妈的手机')
  await button('继续').click()
  const shown = dialog('把这些恢复码保存好')
  await shown.waitFor()
  codes = await shown.getByRole('listitem').allTextContents()
  expect(codes).toHaveLength(10)
  await mama.page.keyboard.press('Escape')
  expect(await shown.isVisible()).toBe(true)
  await button('我已保存好').click()
  await button(/妈妈的手机/).waitFor()
  await mama.page.reload()
  await button(/妈妈的手机/).waitFor()
  expect(await mama.page.getByText(codes[0]!).count()).toBe(0)
  expect((await mama.api.listPasskeys()).recoveryCodesLeft).toBe(10)
})

test('from a sum on a send says what is signed, and closing it leaves everything as it was', async () => {
  await mama.page.getByRole('switch', { name: '大额要确认' }).click()
  const field = mama.page.getByLabel('从多少元起')
  await field.fill('100')
  await field.press('Enter')
  await expect.poll(async () => (await mama.api.getStepUp()).fromAmount, soon).toBe(10_000)
  const before = await balanceOf(mama)
  await askToSend('100', '先不确认')
  const sheet = dialog('确认是你本人')
  await sheet.getByText(/向.+转账 100\.00 元/).waitFor()
  await sheet.getByRole('button', { name: '取消' }).click()
  await sheet.waitFor({ state: 'hidden' })
  expect(await mama.page.getByLabel('金额', { exact: true }).inputValue()).toBe('100.00')
  expect(await balanceOf(mama)).toBe(before)
  expect(await sentWith('先不确认')).toBe(0)
})

test('signed, it is sent once; below the sum nobody is asked; another amount asks again', async () => {
  const before = await balanceOf(mama)
  await askToSend('100', '签过名')
  await button('用通行密钥确认').click()
  await mama.page.waitForURL(/\/chats\//)
  expect(await sentWith('签过名')).toBe(1)
  expect(await balanceOf(mama)).toBe(before - 10_000)
  await askToSend('99.99', '不用签')
  await mama.page.waitForURL(/\/chats\//)
  await askToSend('150', '又一笔')
  await dialog('确认是你本人')
    .getByText(/转账 150\.00 元/)
    .waitFor()
  expect(await sentWith('又一笔')).toBe(0)
})

test('where nobody proves who they are nothing is sent, and a recovery code stands in', async () => {
  const before = await balanceOf(mama)
  await askToSend('200', '手机丢了')
  const { session, authenticatorId } = keys
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await button('用通行密钥确认').click()
  await pageSays('没有确认，什么都没有发生。可以再试一次。')
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  const sheet = dialog('确认是你本人')
  await sheet.getByRole('button', { name: '用恢复码代替' }).click()
  await sheet.getByLabel('恢复码', { exact: true }).fill('aaaa-aaaa-aaaa-aaaa')
  await sheet.getByRole('button', { name: '用恢复码确认' }).click()
  await pageSays('这个恢复码不对，请再看一遍。')
  expect(await balanceOf(mama)).toBe(before)
  // The sheet stays with the codes: whoever typed one wrong types it again.
  await sheet.getByLabel('恢复码', { exact: true }).fill(codes[2]!.toUpperCase())
  await sheet.getByRole('button', { name: '用恢复码确认' }).click()
  await mama.page.waitForURL(/\/chats\//)
  expect(await balanceOf(mama)).toBe(before - 20_000)
  await mama.page.goto('/inbox')
  await says(mama.page, '刚用掉一个恢复码，还剩 9 个')
})

test('whoever opens a packet is asked for nothing, and the cover says so', async () => {
  const body = { kind: 'direct' as const, recipientIds: [mama.memberId], total: 20_000, count: 1 }
  const packet = await stage.apiOf('gugu').sendPacket({ body })
  await passUndo(stage, stage.apiOf('gugu'), packet)
  const before = await balanceOf(mama)
  await mama.page.goto(`/packets/${packet.id}/open`)
  await mama.page.getByText('领红包不需要密码').waitFor()
  await coin(mama.page).click()
  await expect.poll(() => balanceOf(mama), soon).toBe(before + 20_000)
  expect(await mama.page.getByRole('dialog', { name: '确认是你本人' }).count()).toBe(0)
})

test('less protection asks for the passkey; the last one takes the sum and the codes with it', async () => {
  await mama.page.goto('/settings/passkeys')
  await mama.page.getByRole('switch', { name: '大额要确认' }).click()
  await dialog('确认是你本人').getByText('以后不再要确认').waitFor()
  await button('取消').click()
  expect((await mama.api.getStepUp()).fromAmount).toBe(10_000)
  await button(/妈妈的手机/).click()
  await pageSays('这是最后一个。删除后恢复码一起作废，大额也不再要确认。')
  await button('删除这个通行密钥').click()
  await button('用通行密钥确认').click()
  await pageSays('还没有通行密钥')
  expect(await passkeyCount()).toBe(0)
  expect((await mama.api.getStepUp()).fromAmount).toBeNull()
})

longTest('whoever opens the app by an address of digits is told which address to use', async () => {
  const baba = await stage.phone('baba', { reducedMotion: true })
  await baba.go('/settings/passkeys')
  await baba.page.getByRole('button', { name: '添加通行密钥' }).click()
  await baba.page.getByRole('button', { name: '继续' }).click()
  await baba.page.getByText(/请用 http:\/\/localhost:\d+ 打开/).waitFor()
  await baba.close()
})
