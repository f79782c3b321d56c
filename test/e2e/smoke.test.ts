import { afterAll, beforeAll, expect, test } from 'vitest'
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
