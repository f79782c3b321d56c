/**
 * How long somebody waits for a plan on a slow phone: a CPU throttled fourfold, nothing kept from before. It prints its
 * figures, which docs/internals/advisor-speed.md keeps; it fails only where something is badly wrong, for machines differ.
 */

import { afterAll, beforeAll, expect } from 'vitest'
import type { CDPSession, Page } from 'playwright-core'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

const slower = 4
const rounds = 9

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 180_000)
afterAll(() => stage.close())

interface Seen {
  /** When the last tap was, and when the front door, a question and a plan were first drawn after it; from the page's start. */
  tap?: number
  door?: number
  plan?: number
  below?: number
}

/** Note in the page itself when what matters is drawn, so that no time of the test's own is counted. */
function watch(): void {
  const seen: Seen = {}
  Object.assign(window, { seen })
  const marks = [
    ['door', '.help-start'],
    ['plan', '.plan-first h2'],
    ['below', '.plan-clocks'],
  ] as const
  const look = () => {
    for (const [name, place] of marks)
      if (seen[name] === undefined && document.querySelector(place)) {
        seen[name] = Infinity
        // After the next frame it is not only there, but drawn.
        requestAnimationFrame(() => setTimeout(() => (seen[name] = performance.now())))
      }
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true })
  document.addEventListener('click', (event) => (seen.tap = event.timeStamp), true)
}

const seenOn = (page: Page) => page.evaluate(() => (window as unknown as { seen: Seen }).seen)

/** Wait until it is drawn. */
async function drawn(page: Page, what: keyof Seen): Promise<void> {
  const at = async () => (await seenOn(page))[what] ?? Infinity
  await expect.poll(at, { timeout: 60_000 }).toBeLessThan(60_000)
}

interface SlowPhone {
  phone: Phone
  session: CDPSession
  /** Bytes of JavaScript that have come over the network, as they came. */
  scripts: () => number
}

async function slowPhone(): Promise<SlowPhone> {
  const phone = await stage.phone('gugu', { signedOut: true, reducedMotion: true, noWorker: true })
  await phone.context.addInitScript(watch)
  const session = await phone.context.newCDPSession(phone.page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const kinds = new Map<string, string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) === 'Script') bytes += encodedDataLength
  })
  return { phone, session, scripts: () => bytes }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Five answers and an amount; the last one leads to the plan. */
async function answerSix(page: Page): Promise<void> {
  await page.locator('.help-start').click()
  await press(page, '微信')
  await press(page, '转账，实时到账')
  await press(page, '已经领了')
  await press(page, '昨天')
  await page.getByLabel('金额（元）').fill('500')
  await press(page, '下一步')
  await press(page, '发错了人')
  await press(page, '生意往来')
}

const middle = (figures: readonly number[]) => [...figures].sort((a, b) => a - b)[figures.length >> 1]!
const report = (what: string, figures: readonly number[], unit: string) => {
  const all = figures.map((figure) => Math.round(figure)).join(', ')
  process.stdout.write(`advisor, CPU ÷${slower}: ${what}: ${Math.round(middle(figures))} ${unit} (${all})\n`)
}

longTest(
  'on a slow phone the plan is there soon after the last answer, and soon after it is opened again',
  async () => {
    const [door, answered, answeredBelow, opened, scripts]: number[][] = [[], [], [], [], []]
    for (let round = 0; round < rounds; round++) {
      const slow = await slowPhone()
      const { page } = slow.phone
      await page.goto('/help')
      await drawn(page, 'door')
      door!.push((await seenOn(page)).door!)
      await answerSix(page)
      await drawn(page, 'plan')
      scripts!.push(slow.scripts())
      await drawn(page, 'below')
      const { tap, plan, below } = await seenOn(page)
      answered!.push(plan! - tap!)
      answeredBelow!.push(below! - tap!)
      await page.goto('/help/plan')
      await drawn(page, 'plan')
      opened!.push((await seenOn(page)).plan!)
      await slow.phone.close()
    }
    report('cold load of the front door', door!, 'ms')
    report('from the last answer to the plan', answered!, 'ms')
    report('from the last answer to what stands below its steps', answeredBelow!, 'ms')
    report('cold load of a saved plan', opened!, 'ms')
    report('JavaScript that came until the first plan', scripts!, 'bytes')
    expect(middle(answered!)).toBeLessThan(3_000)
    expect(middle(opened!)).toBeLessThan(10_000)
  },
  240_000,
)
