/** Money of an organisation from the phone: sent, approved or not on another phone; and a link that asks before it goes. */

import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { balanceOf, deliverPacket, passUndo, says, soon, stateOf, told } from './acts.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let sender: Phone
let approver: Phone
let organisationId: string

beforeAll(async () => {
  stage = await openStage()
  sender = await stage.phone('caiwu', { reducedMotion: true })
  approver = await stage.phone('lina', { reducedMotion: true })
  organisationId = (await sender.api.listMyOrganisations()).items[0]!.organisationId
}, 180_000)
afterAll(() => stage.close())

async function organisationHas(): Promise<number> {
  return (await sender.api.readOrganisation({ path: { id: organisationId } })).wallet!.balance
}

/** Fill in a transfer paid by the organisation, see whose word it will wait for, and send it. Gives its id. */
async function sendForCompany(amount: string, note: string, payeeName: string): Promise<string> {
  const { page, api } = sender
  await page.goto(`/transfer?to=${stage.idOf('zhangwei')}`)
  await page.getByLabel('金额', { exact: true }).fill(amount)
  await page.getByRole('button', { name: '用谁的钱 我的零钱' }).click()
  await page
    .getByRole('dialog', { name: '用谁的钱发？' })
    .getByRole('button', { name: /^赤兔科技/ })
    .click()
  await page.getByRole('button', { name: '用谁的钱 赤兔科技' }).waitFor()
  await says(page, /^发出后会先等一位同意：.*李娜/)
  await page.getByLabel('核对姓名').fill(payeeName)
  await page.getByLabel('说明').fill(note)
  await says(page, /^姓名(对得上|接近)/)
  await page.getByRole('button', { name: /^转账 ¥/ }).click()
  await page.waitForURL(/\/chats\//)
  await says(page, /^等待审批，最晚/)
  const { items } = await api.listTransfers({ query: { role: 'sent', limit: 5 } })
  const sent = items.filter((transfer) => transfer.note === note)
  expect(sent).toHaveLength(1)
  return sent[0]!.id
}

longTest(
  'a transfer for the company waits, is approved on another phone, and arrives; the company paid',
  async () => {
    const [company, own, payee] = [
      await organisationHas(),
      await balanceOf(sender),
      await balanceOf({ api: stage.apiOf('zhangwei') }),
    ]
    const sendId = await sendForCompany('6000', '差旅', '张玮')
    expect([await organisationHas(), await balanceOf(sender)]).toEqual([company - 600_000, own])
    const sent = await sender.api.readTransfer({ path: { id: sendId } })
    expect(sent).toMatchObject({ state: 'approving', onBehalfOf: organisationId })

    await approver.go('/inbox')
    await approver.page.getByRole('link', { name: /^1 笔等你同意/ }).click()
    await approver.page.getByRole('link', { name: /陈静.*代赤兔科技.*6,000\.00.*转账 · 给张伟/ }).click()
    await approver.page.getByRole('heading', { name: '陈静要发' }).waitFor()
    await says(approver.page, '另一位同事审批')
    await approver.page.getByRole('button', { name: '同意 ¥6,000.00' }).click()
    await says(approver.page, '没有等你同意的')
    expect(await stateOf(sender.api, sendId)).toBe('undo')
    await sender.page.getByRole('button', { name: /^撤销给 张伟 的转账/ }).waitFor(soon)

    await passUndo(stage, sender.api, await sender.api.readTransfer({ path: { id: sendId } }))
    await expect.poll(() => balanceOf({ api: stage.apiOf('zhangwei') }), soon).toBe(payee + 600_000)
    expect(await stateOf(sender.api, sendId)).toBe('arrived')
    expect(await organisationHas()).toBe(company - 600_000)
    expect(await told(sender.api, sendId)).toEqual(
      expect.arrayContaining(['transfer.sent', 'approval.submitted', 'approval.granted', 'transfer.arrived']),
    )
  },
)

longTest('one that is not approved comes back to the company, and its sender reads why', async () => {
  const company = await organisationHas()
  const sendId = await sendForCompany('5200', '团建', '张伟')
  await approver.page.goto(`/approvals/${sendId}`)
  await approver.page.getByRole('button', { name: '不同意' }).click()
  const why = approver.page.getByRole('dialog', { name: '不同意这 ¥5,200.00？' })
  await why.getByText('钱马上退回组织的零钱').waitFor()
  await why.getByRole('button', { name: '不同意' }).click()
  await why.getByText('请写一句').waitFor()
  expect(await stateOf(sender.api, sendId)).toBe('approving')
  await why.getByLabel('原因').fill('这个月的预算用完了')
  await why.getByRole('button', { name: '不同意' }).click()
  await says(approver.page, '没有同意，¥5,200.00 已退回组织的零钱')
  expect(await organisationHas()).toBe(company)
  expect(await told(sender.api, sendId)).toContain('transfer.rejected')

  await sender.page.goto(`/transfers/${sendId}`)
  await says(sender.page, '李娜没有同意：这个月的预算用完了')
  await says(sender.page, '代赤兔科技发出')
})

/** Whether two things on the screen share a place. */
async function overlap(one: Locator, other: Awaited<ReturnType<Locator['boundingBox']>>): Promise<boolean> {
  const box = (await one.boundingBox())!
  return box.y < other!.y + other!.height && other!.y < box.y + box.height
}

longTest(
  'each time a link is shared it says who could claim, and the yes is not where the way was',
  async () => {
    const mama = await stage.phone('mama', { reducedMotion: true })
    const { page } = mama
    const packet = await deliverPacket(stage, mama, 'link', {
      kind: '普通',
      amount: '1.50',
      count: '2',
      greeting: '分享前再问一次',
    })
    await page.getByRole('button', { name: '分享链接或二维码' }).click()
    for (const way of ['第一次', '第二次']) {
      await page.evaluate((text) => navigator.clipboard.writeText(text), way)
      const copy = page.getByRole('button', { name: '复制链接' })
      const place = await copy.boundingBox()
      await copy.click()
      await says(page, '谁拿到这个链接，谁就可能领走一份。')
      await says(page, '现在还有 2 个没领，共 ¥3.00。')
      const yes = page.getByRole('button', { name: '没错，复制' })
      expect(await overlap(yes, place)).toBe(false)
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(way)
      await yes.click()
      await copy.waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/claim#')
    }
    await page.getByRole('radio', { name: '只给一个人' }).click()
    await page.getByLabel('选一个人').selectOption({ label: '儿子（周明）' })
    await page.getByRole('button', { name: '显示二维码' }).click()
    await says(page, '只有儿子能用这个链接，转给别人也领不了。')
    await page.getByRole('button', { name: '返回', exact: true }).last().click()
    expect(await page.getByRole('img', { name: /红包二维码/ }).count()).toBe(0)
    expect(await stateOf(mama.api, packet.id)).toBe('open')
  },
)
