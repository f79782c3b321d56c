/**
 * The stage of the end-to-end tests and of the pictures in the docs: the service as `laisee demo` starts it, with its
 * demo world, its built screens and a database of its own; and phones, each a browser of its own with one person in it.
 */

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { createClient, type Laisee } from '@laisee/client/client.ts'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { introducePeople, openDemoWorld } from '../../packages/cli/demo/world.ts'
import { giveTokens } from '../../packages/cli/demo/tokens.ts'
import { buildScreens } from '../../packages/cli/web-build.ts'
import { createTestDatabase } from '@laisee/server/db/testing/test-database.ts'
import { startService, type RunningService } from '@laisee/server/main.ts'
import { patient } from '@laisee/server/testing/patient.ts'
import { startBrowser } from './browser.ts'

export interface PhoneOptions {
  width?: number
  height?: number
  language?: 'zh' | 'en'
  theme?: 'light' | 'dark'
  elder?: boolean
  /** Nobody is signed in yet. */
  signedOut?: boolean
  reducedMotion?: boolean
  /** Without the service worker, so that what the page asks for can be held, lost or changed on its way. */
  noWorker?: boolean
  /** Opened by its name, `localhost`: a browser makes no passkey for an address of digits. */
  byName?: boolean
}

export interface Phone {
  page: Page
  context: BrowserContext
  memberId: string
  /** The service called as this person, beside the screen. */
  api: Laisee
  /** Open one of the app's pages and wait until it is drawn. */
  go(path: string): Promise<void>
  close(): Promise<void>
}

export interface Stage {
  address: string
  /** Everyone's and every group's id, by the demo world's keys. */
  ids: ReadonlyMap<string, string>
  /** The id of a person or group of the demo world. */
  idOf(key: string): string
  /** The service called as this person. */
  apiOf(key: string): Laisee
  /** The service called with an operator's key of every scope. */
  operator: Laisee
  phone(key: string, options?: PhoneOptions): Promise<Phone>
  /** Move everyone's clock forward; what is due happens. */
  forward(ms: number): Promise<void>
  /** Stop the server, let it be away for a while, and start it again at the same address. */
  restart(awayMs?: number): Promise<void>
  close(): Promise<void>
}

/**
 * Start everything. `close` it when done. Without a guard where nothing else is said: the same sum again and again, as
 * tests send it, is what the guard exists to ask about, and these tests are about something else.
 */
export async function openStage({ guarded = false } = {}): Promise<Stage> {
  await buildScreens({ webDir: null })
  const database = await createTestDatabase()
  let service: RunningService
  let browser: Browser | undefined
  const start = (port: number) =>
    startService(
      {
        databaseUrl: database.url,
        dataDir: '',
        host: '127.0.0.1',
        port,
        secret: 'a secret for the stage that is long enough',
        demo: true,
        webDir: null,
        origins: [],
        trustProxy: [],
        timestamps: null,
        logKeyCount: 1,
        witnesses: [],
        outsideAllow: [],
        logLevel: 'silent',
      },
      { limits: 'off', guard: guarded ? patient(defaultPolicy) : null },
    )
  service = await start(0)
  const { address } = service
  const { ids } = await openDemoWorld(service.ctx)
  introducePeople(service.ctx, ids)
  const { people, operatorToken } = await giveTokens(service.ctx, ids)
  const groups = await createClient({ baseUrl: address, token: people[0]!.token }).listGroups()
  const everyone = new Map(ids)
  for (const group of groups.items) everyone.set(group.name, group.id)
  const callerOf = (key: string) => {
    const caller = people.find((person) => person.key === key)
    if (!caller) throw new Error(`the demo world has nobody called ${key}`)
    return caller
  }
  const apiOf = (key: string) => createClient({ baseUrl: address, token: callerOf(key).token })
  return {
    address,
    ids: everyone,
    idOf(key) {
      const id = everyone.get(key)
      if (id === undefined) throw new Error(`the demo world has no ${key}`)
      return id
    },
    apiOf,
    operator: createClient({ baseUrl: address, token: operatorToken }),
    async phone(key, options = {}) {
      browser ??= await startBrowser()
      const { id, token } = callerOf(key)
      return openPhone(browser, address, { id, token, api: apiOf(key) }, options)
    },
    async forward(ms) {
      await apiOf('baba').forwardClock({ body: { byMs: ms } })
    },
    async restart(awayMs = 0) {
      await service.stop()
      await new Promise((resolve) => setTimeout(resolve, awayMs))
      service = await start(Number(new URL(address).port))
      introducePeople(service.ctx, ids)
    },
    async close() {
      await browser?.close()
      await service.stop()
      await database.drop()
    },
  }
}

async function openPhone(
  browser: Browser,
  address: string,
  person: { id: string; token: string; api: Laisee },
  options: PhoneOptions,
): Promise<Phone> {
  const { width = 390, height = 844, language = 'zh', theme = 'light', elder = false } = options
  const settings: BrowserContextOptions = {
    viewport: { width, height },
    deviceScaleFactor: 2,
    hasTouch: width < 700,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme,
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    serviceWorkers: options.noWorker ? 'block' : 'allow',
    baseURL: options.byName ? address.replace('127.0.0.1', 'localhost') : address,
    permissions: ['clipboard-read', 'clipboard-write'],
  }
  const context = await browser.newContext(settings)
  const session = { id: 'stage', memberId: person.id, token: person.token, expiresAt: '2099-01-01T00:00:00Z' }
  const kept = {
    'laisee.main.language': language,
    'laisee.main.looks': { theme, elder },
    'laisee.main.tour': { seen: true },
    ...(options.signedOut ? {} : { 'laisee.main.session': session }),
  }
  await context.addInitScript((entries) => {
    // Once a tab: what the person does afterwards is theirs.
    if (window.top !== window || sessionStorage.getItem('staged') !== null) return
    sessionStorage.setItem('staged', 'yes')
    for (const [name, value] of Object.entries(entries))
      if (localStorage.getItem(name) === null) localStorage.setItem(name, JSON.stringify(value))
  }, kept)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return {
    page,
    context,
    memberId: person.id,
    api: person.api,
    async go(path) {
      await page.goto(path)
      await page.locator('main, h1').first().waitFor()
    },
    close: () => context.close(),
  }
}
