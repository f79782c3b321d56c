/** Sends that are signed: a packet with the phone's own passkey, and money with a security key in the port. */

import { afterAll, beforeAll, expect } from 'vitest'
import {
  amountField,
  balanceOf,
  claim,
  fillPacket,
  packetsWith,
  passUndo,
  putButton,
  says,
  sentPacket,
  soon,
} from './acts.ts'
import { addFirstPasskey, authenticatorOf, type Authenticator } from './keys.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let mama: Phone
let gugu: Phone
let port: Authenticator

beforeAll(async () => {
  stage = await openStage()
  mama = await stage.phone('mama', { reducedMotion: true, byName: true })
  await authenticatorOf(mama.page)
  await addFirstPasskey(mama, '妈妈的手机')
  gugu = await stage.phone('gugu', { reducedMotion: true, byName: true })
  port = await authenticatorOf(gugu.page, 'usb')
}, 180_000)
afterAll(() => stage.close())

const sheetOf = ({ page }: Phone) => page.getByRole('dialog', { name: '确认是你本人' })
const sign = (phone: Phone) => sheetOf(phone).getByRole('button', { name: '用通行密钥确认' }).click()
const signatures = async ({ session, authenticatorId }: Authenticator) =>
  (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.map(
    ({ signCount }) => signCount,
  )

longTest('a packet above the sum is signed for exactly what it is, and sent once', async () => {
  await mama.api.setStepUp({ body: { fromAmount: 10_000 } })
  const before = await balanceOf(mama)
  const family = stage.idOf('一家人')
  await fillPacket(mama, family, { kind: '普通', amount: '50', count: '3', greeting: '要签名的' })
  await putButton(mama.page).click()
  await sheetOf(mama).getByText('在「一家人」发 3 个红包，共 150.00 元').waitFor()
  await sheetOf(mama).getByText('确认只对这一笔有效：换了人或金额都要重新确认。').waitFor()
  await sheetOf(mama).getByRole('button', { name: '取消' }).click()
  expect([await packetsWith(mama.api, '要签名的'), await balanceOf(mama)]).toEqual([[], before])

  await amountField(mama.page).fill('60')
  await putButton(mama.page).click()
  await sheetOf(mama).getByText('在「一家人」发 3 个红包，共 180.00 元').waitFor()
  await sign(mama)
  await mama.page.waitForURL(/\/(chats|packets)\//)
  const packet = await sentPacket(mama.api, '要签名的')
  expect(packet).toMatchObject({ state: 'undo', total: 18_000 })
  expect(await balanceOf(mama)).toBe(before - 18_000)
  await passUndo(stage, mama.api, packet)
  expect(await claim(stage.apiOf('baba'), packet)).toBe(6_000)
})

longTest('a security key is added as the first passkey, and a sum is set for it', async () => {
  await addFirstPasskey(gugu, '蓝色的安全密钥')
  expect((await gugu.api.listPasskeys()).items).toMatchObject([{ name: '蓝色的安全密钥', synced: false }])
  expect(await signatures(port)).toHaveLength(1)
  await gugu.page.getByRole('switch', { name: '大额要确认' }).click()
  await gugu.page.getByLabel('从多少元起').fill('100')
  await gugu.page.getByLabel('从多少元起').press('Enter')
  await expect.poll(async () => (await gugu.api.getStepUp()).fromAmount, soon).toBe(10_000)
})

longTest('with it a packet to one person is signed and sent; below the sum it is not asked for', async () => {
  const before = [await balanceOf(gugu), await balanceOf(mama)]
  await fillPacket(gugu, mama.memberId, { amount: '180', greeting: '学费' })
  await putButton(gugu.page).click()
  await sheetOf(gugu).getByText('给李彩霞发红包 180.00 元').waitFor()
  expect(await packetsWith(gugu.api, '学费')).toEqual([])
  const [signed] = await signatures(port)
  await sign(gugu)
  await gugu.page.waitForURL(/\/(chats|packets)\//)
  expect(await signatures(port)).toEqual([signed! + 1])
  const packet = await sentPacket(gugu.api, '学费')
  await passUndo(stage, gugu.api, packet)
  expect(await claim(mama.api, packet)).toBe(18_000)
  expect([await balanceOf(gugu), await balanceOf(mama)]).toEqual([before[0]! - 18_000, before[1]! + 18_000])

  await fillPacket(gugu, mama.memberId, { amount: '99.99', greeting: '饭钱' })
  await putButton(gugu.page).click()
  await gugu.page.waitForURL(/\/(chats|packets)\//)
  expect(await signatures(port)).toEqual([signed! + 1])
  expect((await sentPacket(gugu.api, '饭钱')).total).toBe(9_999)
})

longTest('a key whose owner does not prove themselves sends nothing', async () => {
  const { session, authenticatorId } = port
  const before = await balanceOf(gugu)
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await fillPacket(gugu, mama.memberId, { amount: '160', greeting: '别人的手' })
  await putButton(gugu.page).click()
  await sign(gugu)
  await says(gugu.page, '没有确认，什么都没有发生。可以再试一次。')
  expect([await packetsWith(gugu.api, '别人的手'), await balanceOf(gugu)]).toEqual([[], before])
})
