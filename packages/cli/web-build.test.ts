import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildIfStale, type WebSources } from './web-build.ts'

let root: string
let web: WebSources
let said: string[]

const build = `
const { mkdirSync, writeFileSync } = require('node:fs')
mkdirSync('dist', { recursive: true })
writeFileSync('dist/files.json', JSON.stringify({ node: process.execPath }))
`

function put(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** As if this had been written an hour before the build, or an hour after. */
function date(path: string, hoursFromNow: number): void {
  const at = Date.now() / 1_000 + hoursFromNow * 3_600
  utimesSync(join(root, path), at, at)
}

const run = () => buildIfStale(web, (line) => said.push(line))

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'laisee-web-build-'))
  put('packages/web/package.json', JSON.stringify({ scripts: { build: 'node build.cjs' } }))
  put('packages/web/build.cjs', build)
  put('packages/web/index.html', '<!doctype html>')
  put('packages/web/app/main.tsx', '')
  put('packages/core/money.ts', '')
  put('node_modules/vite/package.json', '{"name":"vite","version":"0.0.0"}')
  web = { folder: join(root, 'packages/web'), others: [join(root, 'packages/core')] }
  said = []
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const settled = async () => {
  expect(await run()).toBe(true)
  said = []
  date('packages/web/dist/files.json', 1)
}

test('screens that were never built are built, by the package’s own script and this very Node, and it is said', async () => {
  expect(await run()).toBe(true)
  expect(said).toEqual(['Building the screens …'])
  const built = JSON.parse(readFileSync(join(root, 'packages/web/dist/files.json'), 'utf8')) as object
  expect(built).toEqual({ node: process.execPath })
})

test('of several that find the screens stale at once, one builds and the others wait for it', async () => {
  expect((await Promise.all([run(), run(), run()])).filter(Boolean)).toEqual([true])
  expect(said).toEqual(['Building the screens …'])
})

test('screens that are newer than their sources are left alone', async () => {
  await settled()
  expect(await run()).toBe(false)
  expect(said).toEqual([])
})

test.each(['packages/web/app/main.tsx', 'packages/core/money.ts', 'packages/web/package.json'])(
  'screens are built again after a change of %s',
  async (path) => {
    await settled()
    date(path, 2)
    expect(await run()).toBe(true)
  },
)

test.each(['packages/web/app/main.test.tsx', 'packages/core/money.test.ts', 'packages/web/dist/old.js'])(
  'screens are not built again for %s',
  async (path) => {
    await settled()
    put(path, '')
    date(path, 2)
    expect(await run()).toBe(false)
  },
)

test('a published package, which brings no vite or no sources, is left alone', async () => {
  rmSync(join(root, 'packages/web/index.html'))
  expect(await run()).toBe(false)
  put('packages/web/index.html', '')
  rmSync(join(root, 'node_modules'), { recursive: true })
  expect(await run()).toBe(false)
  rmSync(join(root, 'packages/web'), { recursive: true })
  expect(await run()).toBe(false)
})

test('a build that fails says what went wrong, and how to go without', async () => {
  put('packages/web/build.cjs', `console.error('main.tsx has no end'); process.exit(3)`)
  await expect(run()).rejects.toThrow(/LAISEE_WEB_DIR=off[^]*main\.tsx has no end/)
})
