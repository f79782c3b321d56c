/**
 * The browser of the end-to-end tests: `CHROMIUM_PATH`, else the system's Chromium, else the one that npm ships, with
 * the libraries it brings. Nothing is fetched from anywhere else.
 */

import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
]

interface Found {
  path: string
  env?: Record<string, string>
}

async function find(): Promise<Found> {
  const named = process.env.CHROMIUM_PATH ?? systemPaths.find((path) => existsSync(path))
  if (named !== undefined) return { path: named }
  const { default: shipped, inflate } = await import('@sparticuz/chromium')
  const path = await shipped.executablePath()
  const bin = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')))
  await inflate(join(bin, 'al2023.tar.br'))
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return { path, env: { ...Object.fromEntries(inherited), LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') } }
}

/** Start the browser. Close it when done. */
export async function startBrowser(): Promise<Browser> {
  const { path, env } = await find()
  return chromium.launch({ executablePath: path, args: flags, ...(env ? { env } : {}) })
}
