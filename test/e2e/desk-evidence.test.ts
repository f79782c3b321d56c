/** The evidence of a dispute at the desk: made by whoever has it in hand, downloaded, and checked by `laisee verify`. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { minuteMs } from '@laisee/core/instant.ts'
import { laiseeHere } from '../../packages/cli/testing/run-laisee.ts'
import { longTest } from './long-test.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let folder: string

beforeAll(async () => {
  stage = await openStage()
  folder = await mkdtemp(join(tmpdir(), 'laisee-desk-'))
}, 240_000)
afterAll(async () => {
  await stage.close()
  await rm(folder, { recursive: true, force: true })
})

/** One of the service's staff at the desk, with the dispute open. */
async function atDispute(key: string, name: string): Promise<Page> {
  const { page } = await stage.phone(key, { width: 1440, height: 900, signedOut: true })
  await page.goto('/desk')
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('heading', { name: '争议', exact: true }).waitFor()
  await page.getByText('全部', { exact: true }).first().click()
  await page.getByRole('row', { name: /¥321\.00/ }).click()
  await page.getByRole('heading', { name: '李彩霞 和 彩虹 的争议' }).waitFor()
  return page
}

/** Download the only pack of the open dispute, as a file with this name. */
async function download(page: Page, name: string): Promise<string> {
  const coming = page.waitForEvent('download', { timeout: 60_000 })
  await page
    .getByRole('region', { name: '证据包' })
    .getByRole('button', { name: /^下载 .+ 的证据包$/ })
    .click()
  const file = join(folder, name)
  await (await coming).saveAs(file)
  return file
}

longTest(
  'whoever has a dispute in hand makes its pack; it is good, and one changed byte is not',
  async () => {
    const body = { payeeId: stage.idOf('caihong2'), amount: 32_100, delayS: 0, note: '房租' }
    const { id: sourceId } = await stage.apiOf('mama').sendTransfer({ body })
    await stage.forward(minuteMs)
    const text = '想转给同学彩虹，点到了同名的花店'
    const { id } = await stage.apiOf('mama').openDispute({ body: { sourceId, cause: 'mistake', text } })
    await stage.apiOf('caihong2').stateInDispute({ path: { id }, body: { text: '没有这一单' } })

    const page = await atDispute('kefu', '何敏')
    const packs = page.getByRole('region', { name: '证据包' })
    await packs.getByText('还没有做过').waitFor()
    await packs.getByText('由正在处理这件争议的人制作。').waitFor()
    await page.getByRole('button', { name: '接手' }).click()
    await packs.getByRole('button', { name: '制作证据包' }).click()
    await page.getByText(/^做好了：\d+ 项证据$/).waitFor({ timeout: 60_000 })
    const file = await download(page, 'pack.zip')

    const { keys } = await stage.operator.readLogCheckpoint()
    const good = await laiseeHere(['verify', file, '--key', keys.join(',')])
    expect([good.status, good.out]).toEqual([0, expect.stringContaining('sealed by the key you gave')])
    expect(good.out).toContain(`of ${id}, made at`)
    expect(good.out).toContain('made in a demo world: no money in it is real')

    const bytes = await readFile(file)
    bytes[bytes.length >> 1]! ^= 1
    const altered = join(folder, 'altered.zip')
    await writeFile(altered, bytes)
    const bad = await laiseeHere(['verify', altered])
    expect([bad.status, bad.out]).toEqual([1, expect.stringMatching(/^NOT VERIFIED: /)])

    const colleague = await atDispute('kefu2', '郑凯')
    expect(await colleague.getByRole('button', { name: '制作证据包' }).count()).toBe(0)
    const same = await download(colleague, 'same.zip')
    expect((await readFile(same)).equals(await readFile(file))).toBe(true)
    await page.context().close()
    await colleague.context().close()
  },
  120_000,
)
