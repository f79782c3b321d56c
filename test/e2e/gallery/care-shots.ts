/** The shots of care before money moves: limits near the sum, the payee's name, a refusal, passkeys. */

import type { Page } from 'playwright-core'
import { familyShots } from './family-shots.ts'
import { recallShots } from './recall-shots.ts'
import type { Scene } from './scene.ts'
import type { Shot } from './shot.ts'

const amount = (page: Page) => page.getByRole('textbox', { name: /^(金额|Amount)$/ })
const dialog = (page: Page) => page.getByRole('dialog')
const press = (page: Page) => page.locator('form button[type=submit]').click()
const to =
  (key: string) =>
  ({ stage }: Scene) =>
    `/transfer?to=${stage.idOf(key)}`

/** Type a sum, and wait for what is said of it. */
const typed = (sum: string, says: string) => async (page: Page) => {
  await amount(page).fill(sum)
  await page.locator(says).first().waitFor()
}

/** Type a sum, press, and wait for what is asked. */
const isAsked = (sum: string) => async (page: Page) => {
  await amount(page).fill(sum)
  await press(page)
  await dialog(page).waitFor()
}

/** Type a sum and the name one knows them by, and wait for the answer. */
const named = (sum: string, name: string, answer: string) => async (page: Page) => {
  await amount(page).fill(sum)
  await page.getByLabel(/^(核对姓名|Check the name)$/).fill(name)
  await page.locator(`.guard-check[data-answer=${answer}]`).waitFor()
}

const atTheSum: readonly Shot[] = [
  {
    name: 'limit-near',
    title: 'Near a limit',
    says: 'What may still be sent stands where the sum is typed.',
    who: 'mama',
    path: to('baba'),
    act: typed('1980', '.near-limit'),
  },
  {
    name: 'limit-over',
    title: 'Above a limit',
    says: 'Which one, and how much it lets through.',
    who: 'mama',
    path: to('baba'),
    act: typed('2500', '.amount-problem'),
    telling: true,
  },
  {
    name: 'sum-meaning',
    title: 'A sum that says something',
    says: 'A word beside it, and no question.',
    who: 'mama',
    path: to('baba'),
    act: typed('520', '.amount-balance'),
  },
  {
    name: 'payee-close',
    title: 'The typed name is only close',
    says: 'The payee’s own name stands beside it.',
    who: 'baba',
    path: to('zhangwei3'),
    act: named('88', '张伟', 'CMTC'),
    telling: true,
  },
  {
    name: 'payee-no-match',
    title: 'The typed name is another',
    says: 'Asked about before anything moves.',
    who: 'baba',
    path: to('zhangwei3'),
    act: async (page) => {
      await named('88', '王芳', 'NMTC')(page)
      await press(page)
      await dialog(page).waitFor()
    },
    telling: true,
  },
  {
    name: 'guard-refused',
    title: 'A send that is refused',
    says: 'Why, and what would be possible.',
    who: 'lina',
    path: to('huangyong'),
    act: isAsked('66'),
    telling: true,
  },
]

const passkeys: readonly Shot[] = [
  {
    name: 'step-up',
    title: 'A passkey is asked for',
    says: 'What is signed: to whom, and how much.',
    who: 'lina',
    path: to('wangfang'),
    act: isAsked('300'),
    telling: true,
  },
  {
    name: 'step-up-code',
    title: 'A recovery code instead',
    says: '',
    who: 'lina',
    path: to('wangfang'),
    act: async (page) => {
      await isAsked('300')(page)
      await page.getByRole('button', { name: /^(用恢复码代替|Use a recovery code)$/ }).click()
    },
  },
  {
    name: 'step-up-none',
    title: 'A minor without a passkey',
    says: 'Where one is added.',
    who: 'chenchen',
    path: to('xiaoming'),
    act: isAsked('10'),
  },
  {
    name: 'passkeys-kept',
    title: 'Passkeys that are kept',
    says: 'Each with its name, the codes that are left, and the sum from which one is asked.',
    who: 'lina',
    path: () => '/settings/passkeys',
  },
]

/** Every shot of the stage of care, in the order of the page. */
export const careShots: readonly Shot[] = [...atTheSum, ...passkeys, ...familyShots, ...recallShots]
