/**
 * One case from the claim to the check of its evidence, on two phones and at the desk: asked back, given back in part,
 * in instalments, disputed, frozen, decided by one agent and on appeal by another, packed, and verified.
 */

import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { minuteMs } from '@laisee/core/instant.ts'
import { balanceOf, claim, says, soon } from './acts.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let mama: Phone
let gugu: Phone
let folder: string

beforeAll(async () => {
  stage = await openStage()
  mama = await stage.phone('mama', { reducedMotion: true })
  gugu = await stage.phone('gugu', { reducedMotion: true })
  folder = await mkdtemp(join(tmpdir(), 'laisee-case-'))
}, 180_000)
afterAll(async () => {
  await stage.close()
  await rm(folder, { recursive: true, force: true })
})

/** One of the service's staff at the desk, with the one case open. */
async function atCase(key: string, name: string): Promise<Page> {
  const { page } = await stage.phone(key, { width: 1440, height: 900, signedOut: true })
  await page.goto('/desk')
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('link', { name: /^争议/ }).click()
  await page.getByText('全部', { exact: true }).click()
  await page.getByRole('button', { name: /李彩霞 对 周建红/ }).click()
  await page.getByRole('button', { name: '接手' }).click()
  return page
}

/** Decide at the desk, or freeze meanwhile: what, and why. */
async function decide(
  page: Page,
  outcome: string,
  reasons: string,
  { amount, button = '作出决定' }: { amount?: string; button?: string } = {},
) {
  const isFreeze = outcome === '先冻结'
  await page.getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog', { name: button })
  await dialog.getByText(outcome, { exact: true }).click()
  if (amount) await dialog.getByLabel('金额（元）').fill(amount)
  await dialog.getByLabel('理由').fill(reasons)
  await dialog.getByRole('button', { name: '下一步：看看会发生什么' }).click()
  await dialog.getByText('双方马上收到通知').waitFor()
  await dialog.getByRole('button', { name: isFreeze ? '确认先冻结' : '确认决定' }).click()
  await page.getByText(isFreeze ? '已先冻结，双方已收到通知' : '决定已作出，双方已收到通知').waitFor(soon)
}

/** Asked back, given back in part, and the rest agreed in instalments, of which one is paid. */
async function askAndAgree(packetId: string): Promise<void> {
  await mama.page.goto(`/packets/${packetId}`)
  await mama.page.getByRole('link', { name: /^请对方退还/ }).click()
  await mama.page.getByRole('radio', { name: '发错人了', exact: true }).click()
  await mama.page.getByRole('button', { name: '发出请求，请退还 ¥200.00' }).click()
  await mama.page.waitForURL(/\/returns\/rr_/)
  await gugu.page.goto(new URL(mama.page.url()).pathname)
  await gugu.page.getByRole('button', { name: '退一部分' }).click()
  const part = gugu.page.getByRole('dialog', { name: '退一部分' })
  await part.getByLabel('退还金额').fill('50')
  await part.getByRole('button', { name: '退还 ¥50.00' }).click()
  await says(mama.page, /退了 ¥50\.00，还有 ¥150\.00/)

  await gugu.page.goto(`/instalments/new/${packetId}?with=${mama.memberId}`)
  await gugu.page.getByRole('button', { name: '提议分 3 期，共 ¥150.00' }).click()
  await gugu.page.waitForURL(/\/instalments\/ins_/)
  await mama.page.goto(new URL(gugu.page.url()).pathname)
  await mama.page.getByRole('button', { name: '同意这一版' }).click()
  await mama.page.getByRole('dialog').getByRole('button', { name: '同意这一版' }).click()
  await gugu.page.getByRole('button', { name: '付第 1 期 ¥50.00' }).click()
  await says(mama.page, '已付 1 / 3 期，¥50.00')
}

/** Opened on the phone, step by step. Gives its id. */
async function dispute(packetId: string): Promise<string> {
  const { page } = mama
  await page.goto(`/disputes/new?about=${packetId}`)
  await page.getByRole('radio', { name: /^付错了/ }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('经过', { exact: true }).fill('发给了同名的人，请她退，她只付了一期。')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '提交争议' }).click()
  await page.waitForURL(/\/disputes\/dsp_/)
  return new URL(page.url()).pathname.split('/').at(-1)!
}

/** A pack made and downloaded, then checked with the network off; one byte of it changed is found. */
async function packAndVerify(packetId: string): Promise<void> {
  const { page } = mama
  await page.goto(`/evidence/${packetId}`)
  await page.getByRole('button', { name: '生成证据包' }).click()
  const download = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: '下载', exact: true }).click({ timeout: 60_000 })
  const file = join(folder, 'pack.zip')
  await (await download).saveAs(file)
  const checker = page.waitForResponse(/\/assets\/check-file-/)
  await page.goto('/verify')
  await checker
  await page.context().setOffline(true)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('没有被改动').waitFor(soon)
  const bytes = readFileSync(file)
  bytes[bytes.length >> 1]! ^= 1
  await writeFile(join(folder, 'altered.zip'), bytes)
  await page.locator('input[type=file]').setInputFiles(join(folder, 'altered.zip'))
  await page.getByText('核对没有通过').waitFor(soon)
  await page.context().setOffline(false)
}

longTest(
  'a packet for the wrong person is asked back, disputed, frozen, decided, packed and verified',
  async () => {
    const to = { kind: 'direct' as const, recipientIds: [gugu.memberId] }
    const packet = await mama.api.sendPacket({ body: { ...to, count: 1, total: 20_000, greeting: '' } })
    await stage.forward(minuteMs)
    await claim(gugu.api, packet)
    const [hers, aunts] = [await balanceOf(mama), await balanceOf(gugu)]
    await askAndAgree(packet.id)
    expect([await balanceOf(mama), await balanceOf(gugu)]).toEqual([hers + 10_000, aunts - 10_000])

    const disputeId = await dispute(packet.id)
    const agent = await atCase('kefu', '何敏')
    await decide(agent, '先冻结', '先冻结没有退的部分，等双方说明。', { amount: '100' })
    await gugu.page.goto('/wallet')
    await gugu.page.getByText('零钱里有 ¥100.00 被冻结').first().click()
    await gugu.page.getByText('平台规则').first().waitFor(soon)
    expect(await balanceOf(gugu)).toBe(aunts - 20_000)

    await gugu.page.goto(`/disputes/${disputeId}`)
    await says(gugu.page, /在那之前，平台不会作决定/)
    await gugu.api.stateInDispute({ path: { id: disputeId }, body: { text: '我在按约定分期还。' } })
    await agent.getByText('我在按约定分期还。').waitFor({ timeout: 30_000 })
    await decide(agent, '不支持退还', '双方已经约定分期，按约定还。')

    await mama.api.appealDispute({ path: { id: disputeId }, body: { text: '请直接支持退还。' } })
    await gugu.api.stateInDispute({ path: { id: disputeId }, body: { text: '下一期也会按时还。' } })
    const other = await atCase('kefu2', '郑凯')
    await decide(other, '不支持退还', '双方已经约定分期，按约定还。', { button: '对申诉作决定' })
    await says(mama.page, '已结束')
    await packAndVerify(packet.id)
  },
  240_000,
)
