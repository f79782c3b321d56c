import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromRoot } from '../../scripts/root.ts'
import { longTest } from './long-test.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 180_000)
afterAll(() => stage.close())

test('the first page opens, and nothing of it breaks the page’s policy', async () => {
  const mama = await stage.phone('mama')
  const broken: string[] = []
  mama.page.on('console', (message) => message.type() === 'error' && broken.push(message.text()))
  mama.page.on('pageerror', (error) => broken.push(String(error)))
  await mama.go('/')
  await mama.page.getByRole('navigation').getByRole('link').first().waitFor()
  expect(broken).toEqual([])
  expect(new URL(mama.page.url()).pathname).toBe('/chats')
})

interface Sizes {
  firstScreen: number
  firstScreenMax: number
  firstPlan: number
  firstPlanMax: number
  planFiles: string[]
}

const sizes = () => JSON.parse(readFileSync(fromRoot('packages/web/dist/sizes.json'), 'utf8')) as Sizes

test('the first screen waits for no more JavaScript than a phone on a slow network should load', () => {
  const { firstScreen, firstScreenMax } = sizes()
  expect(firstScreenMax).toBe(170_000)
  expect(firstScreen).toBeGreaterThan(50_000)
  expect(firstScreen).toBeLessThanOrEqual(firstScreenMax)
})

test('the advisor’s first plan waits for under 200 kB of JavaScript, and for nothing that makes files', () => {
  const { firstPlan, firstPlanMax, planFiles } = sizes()
  expect(firstPlanMax).toBe(200_000)
  expect(firstPlan).toBeGreaterThan(100_000)
  expect(firstPlan).toBeLessThanOrEqual(firstPlanMax)
  const keptAhead = JSON.parse(readFileSync(fromRoot('packages/web/dist/files.json'), 'utf8')) as string[]
  for (const list of [planFiles, keptAhead])
    expect(list.filter((name) => /word-file|pdf-file|pdfmake|\.ttf$/.test(name))).toEqual([])
})

longTest('a page whose program does not arrive says so, and offers to try again', async () => {
  const mama = await stage.phone('mama', { signedOut: true })
  await mama.page.route('**/assets/*.js', (route) => route.abort())
  await mama.page.goto('/')
  await mama.page.getByText('正在打开利是').waitFor()
  await mama.page.getByText('比平常慢').waitFor({ state: 'visible' })
  await mama.page.unroute('**/assets/*.js')
  await mama.page.getByRole('link', { name: '试一次' }).click()
  await mama.page.getByRole('heading', { name: '利是' }).waitFor()
})
