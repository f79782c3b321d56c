/** A phone without a finger: everything by keys alone, and what is said aloud of it. */

import { afterAll, beforeAll, expect } from 'vitest'
import type { Page } from 'playwright-core'
import { balanceOf, claim, passUndo, sentPacket, soon, stateOf, told, yuan } from './acts.ts'
import { longTest } from './long-test.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let mama: Phone

beforeAll(async () => {
  stage = await openStage()
  mama = await stage.phone('mama', { reducedMotion: true })
  await mama.api.changeMe({ body: { undoS: 30 } })
}, 180_000)
afterAll(() => stage.close())

interface Focused {
  name: string
  tag: string
  isInView: boolean
  /** It can be seen that it has the focus: an outline or a ring, its own or of the row around it. */
  isShown: boolean
}

/** What has the focus, after whatever moves it has moved it. */
async function focused(page: Page): Promise<Focused> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const element = document.activeElement ?? document.body
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const isRinged = (part: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || /[23]px.* inset/.test(boxShadow)
    }
    const around = [element, element.parentElement, element.parentElement?.parentElement].filter(
      (part) => part != null,
    )
    const isTyped = element.matches('input, textarea')
    return {
      name:
        element.getAttribute('aria-label') ??
        (element as HTMLInputElement).labels?.[0]?.textContent ??
        element.textContent ??
        '',
      tag: element.tagName.toLowerCase(),
      isInView: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
      isShown: around.slice(0, isTyped ? 3 : 1).some(isRinged),
    }
  })
}

/** The focus is somewhere, in sight, and can be seen. */
async function expectSeen(page: Page): Promise<Focused> {
  // What is scrolled to may still be on its way.
  await expect.poll(async () => (await focused(page)).isInView, { timeout: 15_000 }).toBe(true)
  const now = await focused(page)
  expect(now.tag).not.toBe('body')
  // A heading is focused by the page and takes no key, so it needs no ring.
  const isShown = now.isShown || now.tag === 'h1'
  expect({ name: now.name, isShown }).toEqual({ name: now.name, isShown: true })
  return now
}

/** Press Tab until something has the focus, seeing it all the way. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press(key)
    const now = await expectSeen(page)
    passed.push(now.name)
    if (typeof name === 'string' ? now.name === name : name.test(now.name)) return
  }
  throw new Error(`no way to ${name} by ${key}: ${passed.join(' | ')}`)
}

/** A page has come: the focus is on its title. */
async function expectTitle(page: Page, title: string | RegExp): Promise<void> {
  const h1 = async () => {
    const { tag, name } = await focused(page)
    return tag === 'h1' ? name : `still ${tag}`
  }
  await expect.poll(h1, soon).toMatch(title)
  await expectSeen(page)
}

/** Hear what is said aloud from now on, in order, without what is said twice in a row. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = []
    const live =
      '[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"]'
    const said = new Map<Element, string>()
    const hear = () => {
      for (const region of document.querySelectorAll(live)) {
        const text = (region.textContent ?? '').trim()
        if (text !== '' && said.get(region) !== text && heard.at(-1) !== text) heard.push(text)
        said.set(region, text)
      }
    }
    new MutationObserver(hear).observe(document.body, { childList: true, subtree: true, characterData: true })
    Object.assign(window, { heard })
  })
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
}

async function expectHeard(heard: () => Promise<string[]>, words: string | RegExp): Promise<void> {
  await expect.poll(async () => (await heard()).join('\n'), soon).toMatch(words)
}

/** From the chat, by keys: open the form, fill it in, and send. */
async function sendByKeys(page: Page, greeting: string): Promise<void> {
  await tabTo(page, '发红包')
  await page.keyboard.press('Enter')
  await expectTitle(page, /^发红包$/)
  await tabTo(page, '拼手气')
  await page.keyboard.press('ArrowRight')
  expect((await expectSeen(page)).name).toBe('普通')
  await tabTo(page, /红包个数/)
  await page.keyboard.type('2')
  await tabTo(page, /单个金额/)
  await page.keyboard.type('3')
  await tabTo(page, /^祝福语/)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(greeting)
  await tabTo(page, /^塞钱进红包 ¥6\.00/)
  await page.keyboard.press('Enter')
  await expectTitle(page, /^一家人/)
}

longTest(
  'sending, undoing, sending again and taking back, by keys alone',
  async () => {
    const { page, api } = mama
    const before = await balanceOf(mama)
    await page.goto('/chats')
    await page.getByRole('link', { name: /一家人/ }).waitFor()
    const heard = await listen(page)

    // The first press of Tab offers to skip the tabs, and does.
    await page.keyboard.press('Tab')
    expect((await expectSeen(page)).name).toBe('跳到内容')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await tabTo(page, /一家人/)
    await page.keyboard.press('Enter')
    await expectTitle(page, /^一家人/)

    await sendByKeys(page, '按键发的一')
    const undone = await sentPacket(api, '按键发的一')
    await tabTo(page, /^撤销给 一家人 的红包 ¥6\.00/)
    await page.keyboard.press('Enter')
    await expectHeard(heard, /已撤销，¥6\.00 退回零钱/)
    expect((await expectSeen(page)).name).not.toBe('')
    await tabTo(page, '知道了')
    await page.keyboard.press('Space')
    await expectTitle(page, /^一家人/)
    expect(await stateOf(api, undone.id)).toBe('undone')
    expect(await balanceOf(mama)).toBe(before)

    await sendByKeys(page, '按键发的二')
    const packet = await sentPacket(api, '按键发的二')
    await passUndo(stage, api, packet)
    await tabTo(page, /按键发的二/)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await focused(page)).name, soon).toBe('我发出的红包')
    await tabTo(page, /^查看红包详情/)
    await page.keyboard.press('Enter')
    await expectTitle(page, /^红包详情$/)

    const share = await claim(stage.apiOf('xiaoming'), packet)
    await expectHeard(heard, /儿子.*领/)
    await recallByKeys(page, share)
    await expectHeard(heard, new RegExp(`已收回 ¥${yuan(600 - share)}，退回零钱`))
    await page.keyboard.press('Shift+Tab')
    await tabTo(page, '完成')
    await page.keyboard.press('Enter')
    await expectTitle(page, /^红包详情$/)
    expect(await balanceOf(mama)).toBe(before - share)
    expect((await told(api, packet.id)).slice(-2)).toEqual(['packet.claimed', 'packet.recalled'])

    await tabTo(page, '返回', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expectTitle(page, /^一家人/)
  },
  120_000,
)

/** The sheet keeps the focus, gives it back when it is left, and takes back what nobody has. */
async function recallByKeys(page: Page, share: number): Promise<void> {
  await tabTo(page, '收回没领的')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: '收回红包' })
  await sheet.waitFor()
  for (let presses = 0; presses < 10; presses++) {
    await page.keyboard.press('Tab')
    await expectSeen(page)
    expect(await sheet.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expect((await expectSeen(page)).name).toBe('收回没领的')
  await page.keyboard.press('Enter')
  await sheet.waitFor()
  await tabTo(page, `收回 ¥${yuan(600 - share)}`)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '收回结果' }).waitFor()
  expect((await focused(page)).tag).not.toBe('body')
}
