/** Money asked back from one phone and answered on another; then given back in parts that both agreed on. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import { balanceOf, claim, says, soon } from './acts.ts'
import { findingsOf } from './axe.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let mama: Phone
let gugu: Phone

beforeAll(async () => {
  stage = await openStage()
  mama = await stage.phone('mama', { reducedMotion: true })
  gugu = await stage.phone('gugu', { reducedMotion: true })
}, 180_000)
afterAll(() => stage.close())

/** A transfer from mama to gugu that has arrived. */
async function arrived(amount: number, note: string): Promise<string> {
  const before = await balanceOf(gugu)
  const { id } = await mama.api.sendTransfer({ body: { payeeId: gugu.memberId, amount, delayS: 0, note } })
  await stage.forward(minuteMs)
  await expect.poll(() => balanceOf(gugu), soon).toBe(before + amount)
  return id
}

/** Ask it back from the screen, as a mistake of the person. */
async function askFrom(page: Phone['page'], sendId: string): Promise<void> {
  await page.goto(`/transfers/${sendId}`)
  await page.getByRole('link', { name: /^请对方退还/ }).click()
  await page.getByRole('radio', { name: '发错人了', exact: true }).click()
}

async function requestTold(requestId: string): Promise<string[]> {
  const { events } = await mama.api.listEvents({ query: { topics: 'me', limit: 200 } })
  return events.filter(({ sourceId }) => sourceId === requestId).map(({ kind }) => kind)
}

test('what went to the wrong person is asked for, comes back in part, and the rest is declined', async () => {
  const id = await arrived(88_000, '发错了的房租')
  const [hers, aunts] = [await balanceOf(mama), await balanceOf(gugu)]
  await askFrom(mama.page, id)
  const text = mama.page.getByRole('textbox', { name: '写给对方的话' })
  const polite = await text.inputValue()
  expect(polite).toContain('¥880.00')
  await text.fill(`${polite}再不退我就曝光你`)
  await says(mama.page, /像是威胁/)
  const send = mama.page.getByRole('button', { name: '发出请求，请退还 ¥880.00' })
  expect(await send.isDisabled()).toBe(true)
  await mama.page.reload()
  expect(await text.inputValue()).toContain('曝光')
  await text.fill(polite)
  await send.click()
  await mama.page.waitForURL(/\/returns\/rr_/)
  await says(mama.page, '等对方答复')
  const requestId = new URL(mama.page.url()).pathname.split('/').at(-1)!

  await gugu.page.goto('/inbox')
  await gugu.page.getByRole('link', { name: /请你退还 880\.00 元/ }).click()
  await says(gugu.page, /不答复没有任何处罚/)
  await says(gugu.page, /那是骗局，不要转/)
  await says(mama.page, '对方已读')
  await gugu.page.getByRole('button', { name: '退一部分' }).click()
  const sheet = gugu.page.getByRole('dialog', { name: '退一部分' })
  await sheet.getByLabel('退还金额').fill('300')
  await sheet.getByRole('button', { name: '退还 ¥300.00' }).click()
  await says(mama.page, /退了 ¥300\.00，还有 ¥580\.00/)
  expect([await balanceOf(mama), await balanceOf(gugu)]).toEqual([hers + 30_000, aunts - 30_000])

  await gugu.page.getByRole('button', { name: '不退还' }).click()
  const decline = gugu.page.getByRole('dialog', { name: '不退还' })
  await decline.getByRole('radio', { name: '钱花了，现在没有' }).click()
  await decline.getByRole('button', { name: '告诉对方', exact: true }).click()
  await says(mama.page, '对方说现在没有钱退')
  await mama.page.getByRole('link', { name: /看看怎么办/ }).waitFor(soon)
  expect([await balanceOf(mama), await balanceOf(gugu)]).toEqual([hers + 30_000, aunts - 30_000])
  expect(await requestTold(requestId)).toEqual([
    'return_request.asked',
    'return_request.delivered',
    'return_request.read',
    'return_request.returned',
    'return_request.declined',
  ])
})

longTest('what cannot come back at once comes back in parts that both agreed on', async () => {
  const id = await arrived(100_000, '一次还不了')
  const [hers, aunts] = [await balanceOf(mama), await balanceOf(gugu)]
  await gugu.page.goto(`/instalments/new/${id}?with=${mama.memberId}`)
  await says(gugu.page, '合计 ¥1,000.00，一分不差')
  await gugu.page.getByRole('button', { name: '提议分 3 期，共 ¥1,000.00' }).click()
  await gugu.page.waitForURL(/\/instalments\/ins_/)
  await says(gugu.page, /你提议的（第 1 版）/)

  await mama.page.goto('/inbox')
  await mama.page.getByRole('link', { name: /提议分 3 期退还，共 1,000\.00 元/ }).click()
  await mama.page.getByRole('button', { name: '同意这一版' }).click()
  await mama.page.getByRole('dialog').getByRole('button', { name: '同意这一版' }).click()
  await gugu.page.getByRole('button', { name: '付第 1 期 ¥333.34' }).click()
  await says(mama.page, '已付 1 / 3 期，¥333.34')
  expect([await balanceOf(mama), await balanceOf(gugu)]).toEqual([hers + 33_334, aunts - 33_334])
  await gugu.page.getByRole('button', { name: '提前付清 ¥666.66' }).click()
  await gugu.page.getByRole('dialog').getByRole('button', { name: '提前付清 ¥666.66' }).click()
  await says(mama.page, '已付清，一分不差。')
  expect([await balanceOf(mama), await balanceOf(gugu)]).toEqual([hers + 100_000, aunts - 100_000])
})

longTest('all of it comes back in one tap, and a gift is given back without being asked', async () => {
  const id = await arrived(6_600, '多付的')
  const hers = await balanceOf(mama)
  await askFrom(mama.page, id)
  await mama.page.getByRole('button', { name: '发出请求，请退还 ¥66.00' }).click()
  await mama.page.waitForURL(/\/returns\/rr_/)
  const path = new URL(mama.page.url()).pathname
  await gugu.page.goto(path)
  await gugu.page.getByRole('button', { name: '全部退还 ¥66.00' }).click()
  await says(mama.page, '¥66.00 已经原路退回。')
  expect(await balanceOf(mama)).toBe(hers + 6_600)

  const gift = await arrived(5_200, '不用这么客气')
  await gugu.page.goto(`/transfers/${gift}`)
  await gugu.page.getByRole('link', { name: /^主动退还/ }).click()
  await gugu.page.getByRole('button', { name: '退还 ¥52.00' }).click()
  await gugu.page.waitForURL(/\/returns\/rr_/)
  await says(gugu.page, /你退还给/)
  expect(await balanceOf(mama)).toBe(hers + 6_600)
})

longTest('everybody of a packet is asked at once, each for their own; a reminder waits a day', async () => {
  const packet = await mama.api.sendPacket({
    body: { kind: 'equal', groupId: stage.idOf('一家人'), total: 26_400, count: 3, greeting: '发错群了' },
  })
  await stage.forward(minuteMs)
  for (const key of ['gugu', 'baba', 'xiaoming']) await claim(stage.apiOf(key), packet)
  await mama.page.goto(`/packets/${packet.id}`)
  await mama.page.getByRole('link', { name: /^请领到的人退还/ }).click()
  await mama.page.getByRole('link', { name: /^请每个人退还/ }).click()
  await mama.page.getByRole('radio', { name: '重复发了', exact: true }).click()
  await mama.page.getByRole('button', { name: '向 3 人发出请求，共 ¥264.00' }).click()
  await says(mama.page, '3 人里 0 人退还了')
  const { requests } = await gugu.api.listPacketReturns({ path: packet })
  expect(requests).toHaveLength(1)
  expect(requests[0]!.message).not.toContain('¥')
  await gugu.page.goto(`/returns/${requests[0]!.id}`)
  await gugu.page.getByRole('button', { name: '全部退还 ¥88.00' }).click()
  await says(mama.page, '3 人里 1 人退还了')

  await mama.page.getByRole('link', { name: /爸爸|老公|周建国/ }).click()
  expect(await mama.page.getByRole('button', { name: '提醒对方' }).isDisabled()).toBe(true)
  await stage.forward(dayMs)
  await mama.page.reload()
  await mama.page.getByRole('button', { name: '提醒对方' }).click()
  await mama.page
    .getByText(/提醒了 1 次|免打扰/)
    .first()
    .waitFor(soon)
})

/** Nothing that axe finds, once everything has come. */
async function expectClean({ page }: Phone): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
  expect(await findingsOf(page)).toEqual([])
}

longTest(
  'whoever hears the screens, needs them larger or reads them in the dark can ask and answer',
  async () => {
    const id = await arrived(30_000, '学费')
    await askFrom(mama.page, id)
    await mama.page.getByRole('radio', { name: '其他原因', exact: true }).click()
    const text = mama.page.getByRole('textbox', { name: '写给对方的话' })
    await text.fill(`${await text.inputValue()}再不退我就曝光你`)
    await mama.page.getByRole('radio', { name: '自选', exact: true }).click()
    await expectClean(mama)
    const { requests } = await mama.api.askTransferReturn({ path: { id }, body: { cause: 'DUPL' } })
    const path = `/returns/${requests[0]!.id}`
    await mama.page.goto(path)
    await expectClean(mama)
    await gugu.page.goto(path)
    await expectClean(gugu)
    await gugu.page.getByRole('button', { name: '不退还' }).click()
    await gugu.page.getByRole('dialog').waitFor()
    await expectClean(gugu)
    await gugu.page.goto(`/instalments/new/${id}?with=${mama.memberId}`)
    await gugu.page.getByRole('button', { name: '自己定每期' }).click()
    await expectClean(gugu)
    const { id: instalmentsId } = await gugu.api.proposeInstalments({
      body: { about: id, principal: 30_000, plan: { count: 2, firstOn: await dayAhead(9), every: 'month' } },
    })
    await mama.page.goto(`/instalments/${instalmentsId}`)
    await expectClean(mama)
    await mama.api.acceptInstalments({ path: { id: instalmentsId }, body: { version: 1 } })
    await gugu.page.goto(`/instalments/${instalmentsId}`)
    await expectClean(gugu)
    await gugu.page.goto('/returns')
    await expectClean(gugu)
  },
)

/** A day so many days ahead, by the service's clock. */
async function dayAhead(days: number): Promise<string> {
  const { now } = await mama.api.readClock()
  return new Date(Date.parse(now) + days * dayMs).toISOString().slice(0, 10)
}
