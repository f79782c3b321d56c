/**
 * The icons of the app as pictures, drawn from `public/icon.svg` by Chromium. Run after the drawing was changed:
 *
 *     node packages/web/scripts/make-icons.ts /path/to/chromium
 *
 * Where no browser is named, the one that Playwright installed is used. The maskable one fills its square, and keeps what
 * matters within the middle four fifths, whatever shape a phone cuts out of it.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const folder = join(import.meta.dirname, '..', 'public')
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8')
const ground = /<rect [^>]*fill="(#[0-9a-f]{6})"/.exec(drawing)![1]!

const icons = [
  { file: 'icon-192.png', size: 192, part: 1, ground: 'transparent' },
  { file: 'icon-512.png', size: 512, part: 1, ground: 'transparent' },
  { file: 'icon-maskable-512.png', size: 512, part: 0.9, ground },
  // A phone that rounds the corners itself shows what is behind them in black.
  { file: 'apple-touch-icon.png', size: 180, part: 1, ground },
]

const executablePath = process.argv[2]
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath === undefined ? {} : { executablePath }),
})
for (const icon of icons) {
  const page = await browser.newPage({ viewport: { width: icon.size, height: icon.size } })
  const size = Math.round(icon.size * icon.part)
  const style = `html,body{margin:0;height:100%;background:${icon.ground}}body{display:grid;place-items:center}svg{width:${size}px;height:${size}px}`
  await page.setContent(`<style>${style}</style>${drawing}`)
  writeFileSync(join(folder, icon.file), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
