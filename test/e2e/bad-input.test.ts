/** What people type and paste, press twice, forbid their browser, and how their phone's clock stands. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { dayMs } from '@laisee/core/instant.ts'
import {
  amountField,
  balanceOf,
  bubble,
  bubbleSays,
  coin,
  deliverPacket,
  fillFields,
  fillPacket,
  openPacket,
  packetsWith,
  passUndo,
  putButton,
  says,
  seeShare,
  sentPacket,
  soon,
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
  xiaoming = await stage.phone('xiaoming', { reducedMotion: true, width: 320, height: 640 })
  family = stage.idOf('一家人')
  await timeToUndo(mama, { api: stage.apiOf('gugu') })
}, 180_000)
afterAll(() => stage.close())

/** Paste a text into the amount, in place of what was there. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await amountField(page).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+V')
  expect(await amountField(page).inputValue()).toBe(text)
}

longTest(
  'a pasted amount is read as what it says, and what could be two amounts is asked about',
  async () => {
    const before = await balanceOf(mama)
    const { page } = mama
    await fillPacket(mama, family, { kind: '拼手气', amount: '', count: '5', greeting: '粘贴的' })
    for (const [pasted, amount, capitals] of [
      ['1,000', '1,000.00', '壹仟元整'],
      ['１００', '100.00', '壹佰元整'],
      ['100.0', '100.00', '壹佰元整'],
    ] as const) {
      await paste(page, pasted)
      await page.getByRole('button', { name: `塞钱进红包 ¥${amount}` }).waitFor()
      await says(page, capitals)
    }
    for (const [pasted, problem] of [
      ['0.001', '最小到分：小数点后最多两位，没有替你四舍五入'],
      ['1e3', '请直接写数字，例如 1000，不用科学记数'],
      ['1,00', '逗号的位置看不明白，请写成 1000 或 1,000'],
      ['-5', '金额不能是负数'],
      ['0', '金额至少 ¥0.01'],
      ['一百', '这里只能填数字，例如 88.80'],
      ['99999', /5 个红包最多共 ¥1,000.00/],
    ] as const) {
      await paste(page, pasted)
      await page.getByRole('alert').filter({ hasText: problem }).waitFor()
      expect(await page.getByRole('button', { name: /^塞钱进红包/ }).isDisabled()).toBe(true)
      await page.keyboard.press('Enter')
    }
    expect(await packetsWith(mama.api, '粘贴的')).toEqual([])

    await paste(page, '１００')
    await putButton(page).click()
    await page.waitForURL(/\/chats\//)
    expect((await sentPacket(mama.api, '粘贴的')).total).toBe(10_000)
    expect(await balanceOf(mama)).toBe(before - 10_000)
  },
)

const forty = '这是一个正好有四十个字的名字它在最窄的手机上也要放得下不能把旁边的金额和时间挤出去啊'.slice(
  0,
  40,
)
const names = [forty, '👨‍👩‍👧‍👦 一家四口', '<b onclick=alert(1)>粗体</b>', 'محمد 穆罕默德']

longTest(
  'odd names and greetings are text on the other phone, whole, and nothing is pushed off the screen',
  async () => {
    const baba = stage.apiOf('baba')
    const was = (await baba.getMe()).name
    const greeting = '\u200f\u202e祝福\u202c <img src=x onerror=document.title=1> 👨‍👩‍👧‍👦'
    await baba.sendPacket({
      body: { kind: 'equal', total: 100, count: 1, groupId: family, greeting },
    })
    await stage.forward(30_000)
    for (const name of names) {
      await baba.changeMe({ body: { name } })
      await xiaoming.go(`/chats/${family}`)
      await xiaoming.page.getByRole('listitem').getByText(name, { exact: true }).last().waitFor()
      const card = bubble(xiaoming.page, '<img src=x onerror=document.title=1>').last()
      expect(await card.getByText('祝福').textContent()).toBe(greeting)
      await card.click()
      await xiaoming.page.getByRole('heading', { name: `${name}发来的红包` }).waitFor()
      const wider = await xiaoming.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wider).toBe(0)
      expect(await xiaoming.page.locator('img[src=x], b[onclick]').count()).toBe(0)
    }
    await baba.changeMe({ body: { name: was } })
  },
)

longTest('a name that hides or turns characters is not taken, and the field says so', async () => {
  const { page } = xiaoming
  const { name } = await xiaoming.api.getMe()
  await xiaoming.go('/settings')
  await page.getByRole('button', { name: '修改名字和头像' }).click()
  await page.getByLabel('名字', { exact: true }).fill('周\u202e明')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('alert').first().waitFor()
  expect((await xiaoming.api.getMe()).name).toBe(name)
})

test('a double tap, and Enter held down, send once', async () => {
  const before = await balanceOf(mama)
  await fillPacket(mama, family, { kind: '普通', amount: '1', count: '2', greeting: '按了两下' })
  await putButton(mama.page).dblclick()
  await mama.page.waitForURL(/\/chats\//)
  await fillPacket(mama, family, { kind: '普通', amount: '1', count: '2', greeting: '同一刻按了三下' })
  await putButton(mama.page).evaluate((button: HTMLElement) => {
    for (let press = 0; press < 3; press++) button.click()
  })
  await mama.page.waitForURL(/\/chats\//)
  await fillPacket(mama, family, { kind: '普通', amount: '1', count: '2', greeting: '按住回车' })
  await putButton(mama.page).focus()
  for (let press = 0; press < 5; press++) await mama.page.keyboard.down('Enter')
  await mama.page.keyboard.up('Enter')
  await mama.page.waitForURL(/\/chats\//)
  await bubbleSays(mama.page, '按住回车', '秒内可撤销')
  for (const greeting of ['按了两下', '同一刻按了三下', '按住回车']) await sentPacket(mama.api, greeting)
  expect(await balanceOf(mama)).toBe(before - 600)
})

/** Let the clock of a phone be wrong, as its pages read it. */
async function setWrong({ context }: Phone, byMs: number): Promise<void> {
  await context.addInitScript((wrongBy) => {
    const Right = Date
    class Wrong extends Right {
      constructor(...given: [] | [number]) {
        super(...((given.length === 0 ? [Right.now() + wrongBy] : given) as [number]))
      }
      static override now(): number {
        return Right.now() + wrongBy
      }
    }
    window.Date = Wrong as DateConstructor
  }, byMs)
}

longTest('a phone whose clock is a day wrong counts by the service’s time', async () => {
  const early = await stage.phone('mama', { reducedMotion: true })
  const late = await stage.phone('xiaoming', { reducedMotion: true })
  await setWrong(early, -dayMs)
  await setWrong(late, dayMs)
  await fillPacket(early, xiaoming.memberId, { amount: '7', greeting: '钟不准' })
  await putButton(early.page).click()
  await bubbleSays(early.page, '钟不准', /(?<!\d)\d{1,2} 秒内可撤销/)
  await early.page
    .getByRole('region', { name: '刚发出的钱' })
    .getByText(/(?<!\d)\d{1,2} 秒内可撤销/)
    .first()
    .waitFor()
  const packet = await sentPacket(mama.api, '钟不准')
  await passUndo(stage, mama.api, packet)
  await early.go(`/packets/${packet.id}`)
  await says(early.page, /^2[34] 小时.*没领完的退回你的零钱$/)

  const before = await balanceOf(xiaoming)
  await late.go(`/packets/${packet.id}/open`)
  await coin(late.page).click()
  expect(await seeShare(late, xiaoming.api, packet.id)).toBe(700)
  expect(await balanceOf(xiaoming)).toBe(before + 700)
  await early.close()
  await late.close()
})

longTest(
  'where the browser forbids or has no room for storage, one signs in, sends and opens all the same',
  async () => {
    const forbidden = await stage.phone('gugu', { signedOut: true, reducedMotion: true })
    await forbidden.context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The user forbids it.', 'SecurityError')
          },
        })
    })
    const { page } = forbidden
    const before = await balanceOf(forbidden)
    await page.goto('/')
    await page.getByRole('button', { name: /姑姑.*周建红/ }).click()
    await page.getByRole('link', { name: /一家人/ }).click()
    await page.getByRole('link', { name: '发红包' }).click()
    await fillFields(page, { kind: '普通', amount: '1', count: '1', greeting: '没有存储' })
    await putButton(page).click()
    await bubbleSays(page, '没有存储', '秒内可撤销')
    expect(await balanceOf(forbidden)).toBe(before - 100)
    await page.getByRole('button', { name: '撤销给 一家人 的红包 ¥1.00' }).click()
    await says(page, /已撤销，¥1.00 退回零钱/)
    expect(await balanceOf(forbidden)).toBe(before)
    await forbidden.close()

    const full = await stage.phone('xiaoming', { reducedMotion: true })
    await full.go('/chats')
    await full.context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('No room is left.', 'QuotaExceededError')
      }
    })
    const had = await balanceOf(full)
    await fillPacket(full, mama.memberId, { amount: '0.5', greeting: '存满了' })
    await putButton(full.page).click()
    await bubbleSays(full.page, '存满了', '秒内可撤销')
    expect(await balanceOf(full)).toBe(had - 50)
    await full.close()
  },
)

/** Change what the service answers before this page reads it, as a newer one might answer. */
async function answerNewer(page: Page, path: string, change: (body: Newer) => void): Promise<void> {
  await page.route(path, async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const response = await route.fetch()
    if (!response.headers()['content-type']?.includes('json')) return route.fulfill({ response })
    const body = (await response.json()) as Newer
    change(body)
    await route.fulfill({ response, json: body })
  })
}

interface Newer {
  [field: string]: unknown
  items?: { [field: string]: unknown; packet?: Record<string, unknown> | null }[]
}

longTest('an old app says what it can of what a newer service answers, and breaks nowhere', async () => {
  const packet = await deliverPacket(stage, mama, xiaoming.memberId, { amount: '9', greeting: '新的状态' })
  const old = await stage.phone('xiaoming', { reducedMotion: true, noWorker: true })
  const { page } = old
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(String(error)))
  const state = { state: 'frozen_by_court', may: ['appeal'], evidence: { grade: 3 } }
  await answerNewer(page, `**/v1/packets/${packet.id}`, (body) => Object.assign(body, state))
  await answerNewer(page, '**/v1/chats/*/items*', ({ items = [] }) => {
    for (const item of items) if (item.packet?.id === packet.id) Object.assign(item.packet, state)
    items.unshift({ kind: 'loan', packet: null, transfer: null, loan: { id: 'loan_1', amount: 1 } })
  })
  await answerNewer(page, '**/v1/inbox*', ({ items = [] }) => {
    for (const item of items.slice(0, 1)) item.kind = 'packet_frozen_by_court'
  })
  await answerNewer(page, '**/v1/wallet/entries*', ({ items = [] }) => {
    for (const item of items.slice(0, 1)) item.reason = 'loan_paid_out'
  })
  await answerNewer(page, '**/v1/wallet', (body) => Object.assign(body, { state: 'watched', credit: 100 }))

  await old.go(`/chats/${mama.memberId}`)
  await bubbleSays(page, '新的状态', '这个版本还不认识')
  await bubble(page, '新的状态').click()
  await page.getByRole('heading', { name: '红包详情' }).waitFor()
  await says(page, /刷新一下就能看到；钱以零钱明细为准/)
  await old.go('/inbox')
  await page.getByRole('link', { name: /有一条与你的钱有关的通知，这个版本还不认识/ }).waitFor()
  await old.go('/wallet')
  await says(page, '这个版本还不认识')
  await old.go('/chats')
  await page.getByRole('link', { name: /一家人/ }).waitFor()
  expect(await page.getByText('页面出错了').count()).toBe(0)
  expect(broken).toEqual([])
  await old.close()

  await xiaoming.go(`/chats/${mama.memberId}`)
  await bubble(xiaoming.page, '新的状态').filter({ hasText: '待领取' }).waitFor(soon)
  expect(await openPacket(xiaoming, packet)).toBe(900)
})
