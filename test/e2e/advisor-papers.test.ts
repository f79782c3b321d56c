/** The claim as a Word file and a PDF, made on the phone: under the page's policy, and what happens without a network. */

import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Page } from 'playwright-core'
import { readPdf } from '@laisee/core/documents/testing/read-pdf.ts'
import { unzip } from '@laisee/core/documents/testing/unzip.ts'
import { says } from './acts.ts'
import { findingsOf } from './axe.ts'
import { tellHelp } from './gallery/help-scenes.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let phone: Phone
const broken: string[] = []

const toBusiness = {
  platform: 'wechat',
  product: 'transfer_now',
  phase: 'claimed',
  amount: 744_000,
  cause: 'wrong_person',
  relation: 'business',
}

beforeAll(async () => {
  stage = await openStage()
  phone = await stage.phone('gugu', { signedOut: true, reducedMotion: true })
  phone.page.on('pageerror', (error) => broken.push(String(error)))
  phone.page.on('console', (message) => {
    if (/Content Security Policy|unsafe-eval/.test(message.text())) broken.push(message.text())
  })
}, 180_000)
afterAll(() => stage.close())

async function download(page: Page, kind: 'Word' | 'PDF') {
  const button = page.getByRole('button', { name: `下载 ${kind}` }).first()
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

longTest(
  'the step with the claim gives a Word file and a PDF, and before them a way on without a network',
  async () => {
    const { page, context } = phone
    await phone.go('/help')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await tellHelp(page, '/help/plan', toBusiness)
    await page.getByText('在 90 天到期前半个月').first().click()
    await page.getByRole('button', { name: '下载 PDF' }).first().waitFor()
    await context.setOffline(true)
    await page.getByRole('button', { name: '下载 PDF' }).first().click()
    await says(page, /现在没有网络/)
    await page.getByRole('button', { name: '打印这一页' }).waitFor()
    expect(await findingsOf(page)).toEqual([])

    await context.setOffline(false)
    const word = await download(page, 'Word')
    expect(word.name).toMatch(/^民事起诉状 \d{4}-\d\d-\d\d\.docx$/)
    const body = unzip(word.bytes).get('word/document.xml')!.data.toString('utf8')
    expect(body).toContain('请求判令被告返还原告 ¥7,440.00（柒仟肆佰肆拾元整）')
    expect(body).toContain('因重大误解')

    const pdf = await download(page, 'PDF')
    expect(pdf.name).toMatch(/^民事起诉状 \d{4}-\d\d-\d\d\.pdf$/)
    const { pages, embedded } = readPdf(pdf.bytes)
    expect(pages.join('')).toContain('请求判令被告返还原告 ¥7,440.00（柒仟肆佰肆拾元整）')
    expect(embedded).toHaveLength(1)
    await says(page, /^已保存：民事起诉状/)
    expect(broken).toEqual([])
  },
  90_000,
)

longTest(
  'once fetched, what makes a PDF works without a network, and tells which characters the font lacks',
  async () => {
    const { page, context } = phone
    await context.setOffline(true)
    await page.reload()
    await page.getByText('在 90 天到期前半个月').first().click()
    const step = page
      .locator('.plan-step')
      .filter({ has: page.locator('.plan-paper') })
      .first()
    await step.getByRole('button', { name: '改一改' }).click()
    await page.getByLabel('要发的文字').fill('民事起诉状\n\n原告\n张😀')
    const { pages } = readPdf((await download(page, 'PDF')).bytes)
    expect(pages.join('')).toContain('原告：张[U+1F600]')
    await says(page, /字体里没有这些字.*U\+1F600/)
    await context.setOffline(false)
    expect(broken).toEqual([])
  },
  60_000,
)
