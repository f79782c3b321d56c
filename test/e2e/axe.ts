/**
 * What axe finds on the page that is open, worn in every way people wear it: light and dark, in English and for elders
 * on the narrowest phone. The page is not loaded again between: whatever stands open on it stays open.
 */

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

type RunOptions = Parameters<AxeBuilder['options']>[0]

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const colourRules = ['color-contrast', 'link-in-text-block']

interface Wear {
  theme: 'light' | 'dark'
  language: 'zh' | 'en'
  elder: boolean
  /** 320 pixels wide, where nothing may stand out at the side. */
  narrow: boolean
  options: RunOptions
}

/** Everything is looked for once; then, where only colours, sizes or words change, what those can break. */
const wears: readonly [Wear, ...Wear[]] = [
  { theme: 'light', language: 'zh', elder: false, narrow: false, options: { runOnly: tags } },
  { theme: 'dark', language: 'zh', elder: false, narrow: false, options: { runOnly: colourRules } },
  {
    theme: 'light',
    language: 'zh',
    elder: true,
    narrow: true,
    options: { runOnly: [...colourRules, 'target-size', 'scrollable-region-focusable'] },
  },
  {
    theme: 'light',
    language: 'en',
    elder: false,
    narrow: true,
    options: {
      runOnly: tags,
      rules: Object.fromEntries(colourRules.map((rule) => [rule, { enabled: false }])),
    },
  },
]

const isLong = process.env.LAISEE_LONG === '1'
let turn = 0

/** A usual run looks at each page in full, and at every fourth one in another way, in turn; `LAISEE_LONG=1` in every way. */
function wearsNow(): readonly Wear[] {
  const [first, ...others] = wears
  if (isLong) return wears
  turn += 1
  return turn % 4 === 0 ? [first, others[(turn / 4) % others.length]!] : [first]
}

/** Everything found, one line each; nothing where everybody can use the page. */
export async function findingsOf(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const wear of wearsNow()) {
    await putOn(page, wear)
    const words = [wear.theme, wear.language, wear.elder && 'elder', wear.narrow && '320 px'].filter(Boolean)
    const worn = words.join(' ')
    for (const { id, nodes } of await violationsOn(page, wear.options))
      for (const { target, any, all, none } of nodes) {
        const why = [...any, ...all, ...none].map(({ message }) => message).join('; ')
        const at = target.join(' ')
        if (why.includes('obscured') && (await isClearOnceScrolledTo(page, at, wear.options))) continue
        found.push(`${worn}: ${id} at ${at}: ${why}`)
      }
    if (wear.narrow) for (const wide of await tooWide(page)) found.push(`${worn}: too wide: ${wide}`)
  }
  await putOn(page, wears[0])
  return found
}

/** A button half under the page's foot is no fault where the page can be scrolled until it is whole. */
async function isClearOnceScrolledTo(page: Page, at: string, options: RunOptions): Promise<boolean> {
  await page.locator(at).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const violations = await violationsOn(page, options)
  await page.evaluate(() => scrollTo(0, 0))
  return !violations.some(({ nodes }) => nodes.some(({ target }) => target.join(' ') === at))
}

/** Axe is put into a page once; the page's policy allows it no script, so that it comes by the browser's own door. */
async function violationsOn(page: Page, options: RunOptions) {
  const isThere = await page.evaluate(() => 'axe' in window)
  const builder = new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page })
  const { violations } = await builder
    .options({ ...options, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  return violations
}

/** Change how this page looks and speaks, as another tab of the same person would. */
async function putOn(page: Page, { theme, language, elder, narrow }: Wear): Promise<void> {
  await page.setViewportSize(narrow ? { width: 320, height: 640 } : { width: 390, height: 844 })
  await page.evaluate(
    async ([looks, speech]) => {
      for (const [key, value] of [
        ['laisee.main.looks', looks],
        ['laisee.main.language', speech],
      ] as const) {
        localStorage.setItem(key, JSON.stringify(value))
        window.dispatchEvent(new StorageEvent('storage', { key }))
      }
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      await Promise.all(document.getAnimations().map((running) => running.finished.catch(() => undefined)))
    },
    [{ theme, elder }, language] as const,
  )
}

/** What reaches out of the page or of a part that scrolls downwards only, and is not cut off on purpose. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrollers = [document.documentElement, ...document.querySelectorAll('body *')]
    return scrollers
      .filter((part) => {
        const { overflowX } = getComputedStyle(part)
        const isRoot = part === document.documentElement
        return (
          (isRoot || overflowX === 'auto' || overflowX === 'scroll') && part.scrollWidth > part.clientWidth
        )
      })
      .filter((part) => part.clientWidth > 0)
      .map(
        (part) =>
          `${part.tagName.toLowerCase()}.${part.className} by ${part.scrollWidth - part.clientWidth} px`,
      )
  })
}
