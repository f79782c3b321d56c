/** What the page of a send sees of a hand that hesitates: the send waits by itself and says so; switched off, nothing is seen. */

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { balanceOf, bubble, bubbleSays, passUndo, says, soon, timeToUndo, type Transfer } from './acts.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let mama: Phone

beforeAll(async () => {
  stage = await openStage({ guarded: true })
  mama = await stage.phone('mama', { reducedMotion: true, noWorker: true })
  await timeToUndo(mama)
  await readWhatIsSent(mama.page)
}, 180_000)
afterAll(() => stage.close())

/** The bodies of the transfers that the page has sent. */
const bodies: Sent[] = []

/** Read each transfer as it leaves the page: the browser tells no body that is sent as a stream. */
async function readWhatIsSent(page: Page): Promise<void> {
  await page.exposeFunction('noteSent', (text: string) => void bodies.push(JSON.parse(text) as Sent))
  await page.addInitScript(() => {
    const ask = window.fetch
    window.fetch = async (...asked) => {
      const request = new Request(...asked)
      const note = (window as unknown as { noteSent: (text: string) => Promise<void> }).noteSent
      if (request.method === 'POST' && request.url.endsWith('/v1/transfers'))
        await note(await request.clone().text())
      return ask(request)
    }
  })
}

/** Choose this one in the list, by the name she calls them. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).click()
  await page.getByRole('region', { name: '收的人' }).getByText(name).first().waitFor()
}

/** Go back and forth between two people, change the amount again and again, and send at last. */
async function sendHesitating(amount: string, note: string): Promise<{ sent: Transfer; body: Sent }> {
  const { page, api, go } = mama
  await go('/transfer')
  for (const other of ['妈', '妈']) {
    await choose(page, '儿子')
    await page.getByRole('button', { name: '换人' }).click()
    await choose(page, other)
    await page.getByRole('button', { name: '换人' }).click()
  }
  await choose(page, '儿子')
  for (const typed of ['50', '7', '70', '9', '90', amount])
    await page.getByLabel('金额', { exact: true }).fill(typed)
  await page.getByRole('radio', { name: '实时', exact: true }).click()
  await page.getByLabel('说明').fill(note)
  await page.getByRole('button', { name: `转账 ¥${amount}` }).click()
  await page.waitForURL(/\/chats\//)
  const { items } = await api.listTransfers({ query: { role: 'sent', limit: 5 } })
  const sent = items.filter((transfer) => transfer.note === note)
  expect(sent).toHaveLength(1)
  return { sent: sent[0]!, body: bodies.at(-1)! }
}

interface Sent {
  screen?: Record<string, unknown>
}

longTest(
  'a hand that goes back and forth makes its send wait, is told so, and lets it go at once',
  async () => {
    const { page, api, go } = mama
    await go('/settings')
    expect(await page.getByRole('switch', { name: '留意犹豫' }).isChecked()).toBe(true)
    await says(page, /^发钱那一页会看你改了几次、停了多久/)
    const son = { api: stage.apiOf('xiaoming') }
    const before = [await balanceOf(mama), await balanceOf(son)]
    const { sent, body } = await sendHesitating('283.00', '想了又想')
    expect(body.screen).toMatchObject({ amountEdits: 3, recipientChanges: 4, backAndForth: 2 })
    expect(sent).toMatchObject({ state: 'held', heldReasons: ['hesitation'] })
    expect([await balanceOf(mama), await balanceOf(son)]).toEqual([before[0]! - 28_300, before[1]])

    await bubbleSays(page, '想了又想', /冷静期/)
    await bubble(page, '想了又想').click()
    const card = page.getByRole('region', { name: '冷静期' })
    await card.getByText('你改了几次，先替你等一等：随时可以取消，也可以马上放行。').waitFor()
    await card.getByRole('button', { name: '现在就发' }).click()
    await says(page, '冷静期结束，撤销时间开始了')
    await passUndo(stage, api, await api.readTransfer({ path: { id: sent.id } }))
    await expect.poll(() => balanceOf(son), soon).toBe(before[1]! + 28_300)
    expect(await balanceOf(mama)).toBe(before[0]! - 28_300)
  },
)

longTest('whoever switches it off is not looked at: the same hand sends at once', async () => {
  const { page, go } = mama
  await go('/settings')
  await page.getByRole('switch', { name: '留意犹豫' }).click()
  await page.reload()
  expect(await page.getByRole('switch', { name: '留意犹豫' }).isChecked()).toBe(false)
  const before = await balanceOf(mama)
  const { sent, body } = await sendHesitating('284.00', '还是想了又想')
  expect(body).not.toHaveProperty('screen')
  expect(sent).toMatchObject({ state: 'undo', heldReasons: [] })
  expect(await balanceOf(mama)).toBe(before - 28_400)
  await passUndo(stage, mama.api, sent)
  expect(await balanceOf(mama)).toBe(before - 28_400)
})
