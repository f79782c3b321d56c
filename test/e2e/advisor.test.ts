/** The advisor with the network off: six answers, a plan, a text to copy, a calendar that a calendar program reads. */

import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import ical from 'ical.js'
import type { Page } from 'playwright-core'
import { deliverPacket, says, soon } from './acts.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let stranger: Phone

beforeAll(async () => {
  stage = await openStage()
  stranger = await stage.phone('gugu', { signedOut: true, reducedMotion: true })
}, 180_000)
afterAll(() => stage.close())

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click()

/** Every file of the app is kept, and the worker has taken the page. */
async function readyOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state !== 'activated')
      await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }))
  })
}

/** The five answers and one amount of somebody who sent ¥500 to the wrong business contact on WeChat. */
async function answerSix(page: Page): Promise<void> {
  await press(page, '微信')
  await press(page, '转账，实时到账')
  await says(page, '2 / 6')
  await press(page, '已经领了')
  await press(page, '昨天')
  await page.getByLabel('金额（元）').fill('500')
  await press(page, '下一步')
  await press(page, '发错了人')
  await says(page, '6 / 6')
  await press(page, '生意往来')
  await page.getByRole('heading', { name: '现在怎么办' }).waitFor()
}

test('with the network off, six answers give a plan, its words and its deadlines', async () => {
  const { page, context } = stranger
  await stranger.go('/')
  await page.getByRole('link', { name: /发错了？看看怎么办/ }).click()
  await says(page, /只留在这台设备上/)
  await readyOffline(page)
  const asked: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/v1/')) asked.push(request.url())
  })
  await context.setOffline(true)
  await page.goto('/help')
  await press(page, /我发错了红包或转账/)
  await answerSix(page)
  await says(page, '不熟的人领了：书面请求，留证据，看好期限')
  expect(asked).toEqual([])

  await page.getByRole('button', { name: '复制这段话' }).first().click()
  await says(page, '已复制')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('¥500.00')
  expect(copied).toContain('误发')
  // 昨天 is no moment: the letter leaves it to its writer, and states none that nobody said.
  expect(copied).toContain('【发出时间】')
  expect(copied).not.toMatch(/\d{1,2}:\d{2}/)

  const [file] = await Promise.all([page.waitForEvent('download'), press(page, /加到日历/)])
  expect(file.suggestedFilename()).toBe('laisee-deadlines.ics')
  const calendar = new ical.Component(ical.parse(await readFile(await file.path(), 'utf8')) as unknown[])
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ical.Event(one))
  const rescission = events.find(({ summary }) => summary.includes('90 天，不延长'))
  expect(rescission).toBeDefined()
  const days = (rescission!.startDate.toJSDate().getTime() - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(80)
  expect(days).toBeLessThan(100)
  expect(events.length).toBeGreaterThan(3)
  await context.setOffline(false)
}, 60_000)

test('going back and a reload keep the answers; one changed fact says what it changed', async () => {
  const { page } = stranger
  await stranger.go('/help/ask?q=5')
  await page.getByRole('button', { name: '发错了人', pressed: true }).waitFor()
  await stranger.go('/help/plan')
  await page.getByRole('button', { name: /对方是谁？ 生意往来/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '朋友同学' }).click()
  await says(page, '你改了：对方是谁？')
  await says(page, /方向变成：认识的人领了/)
  await page.reload()
  await says(page, '认识的人领了：打个电话，写一条请求')
})

test('a plan that was saved opens again, and can be deleted', async () => {
  const { page } = stranger
  await stranger.go('/help/plan')
  await press(page, '保存这个情况')
  await stranger.go('/help')
  await press(page, /我发错了红包或转账/)
  await page.goBack()
  await press(page, /^微信 · 转账，实时到账 · ¥500.00 · 发错了人/)
  await says(page, '认识的人领了：打个电话，写一条请求')
  await page.goBack()
  await press(page, /^删除/)
  await page.getByRole('button', { name: /^微信 · / }).waitFor({ ...soon, state: 'detached' })
})

test('a text that threatens is underlined, and says why', async () => {
  const { page } = stranger
  await stranger.go('/help/plan')
  await page.getByRole('heading', { name: '不要做' }).waitFor()
  await page.getByText('接下来').waitFor()
  const withText = page.locator('li').filter({ has: page.locator('summary', { hasText: '请求' }) })
  if (!(await page.getByRole('button', { name: '改一改' }).first().isVisible()))
    await withText.first().locator('summary').first().click()
  await page.getByRole('button', { name: '改一改' }).filter({ visible: true }).first().click()
  await page.getByLabel('要发的文字').fill('不还钱我就曝光你，让你在公司混不下去')
  await says(page, /像是威胁/)
  expect(await page.locator('mark[data-kind="finding"]').count()).toBeGreaterThan(0)
})

test('a message with a look-alike address is called a danger; an ordinary one is not called safe', async () => {
  const { page } = stranger
  await stranger.go('/help/scam')
  const field = page.getByLabel('收到的文字、链接或号码')
  await field.fill('亲，误发的红包可以撤回：https://weixin.qq.com.evil.top/recall 请输入支付密码')
  await press(page, '查一查')
  await says(page, '很像骗局，先别动')
  await page.getByRole('link', { name: '打 110' }).waitFor()
  await field.fill('今晚七点来家里吃饭吗')
  await press(page, '查一查')
  await says(page, '没有发现常见骗局的迹象，这不等于安全')
})

longTest(
  'from a packet of one’s own the record fills in the facts, and the plan leads to taking it back',
  async () => {
    const mama = await stage.phone('mama', { reducedMotion: true })
    const packet = await deliverPacket(stage, mama, stage.idOf('xiaoming'), {
      amount: '8',
      greeting: '发错了',
    })
    await mama.go(`/packets/${packet.id}`)
    await mama.page.getByRole('link', { name: /误发了？看看怎么办/ }).click()
    await says(mama.page, '1 / 2')
    await press(mama.page, '发错了人')
    await press(mama.page, '家人亲戚')
    await says(mama.page, '还来得及：现在就可以收回')
    await mama.page.getByRole('link', { name: '去收回这一笔' }).click()
    await mama.page.getByRole('dialog', { name: /收回/ }).waitFor()
    await mama.close()
  },
  60_000,
)
