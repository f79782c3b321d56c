/** The shots where the guard is on: what it asks, what waits, limits and family, one's word on the phone, and the desk. */

import type { Page } from 'playwright-core'
import { sendKnowingly } from '../send-knowingly.ts'
import type { Scene } from './scene.ts'
import type { Shot } from './shot.ts'

const amount = (page: Page) => page.getByRole('textbox', { name: /^(金额|Amount)$/ })
const press = (page: Page) => page.locator('form button[type=submit]').click()
const sheet = (page: Page) => page.getByRole('dialog').waitFor()

/** Fill in a sum, press, and wait for what is asked. */
const isAsked = (sum: string) => async (page: Page) => {
  await amount(page).fill(sum)
  await press(page)
  await sheet(page)
}

async function again(page: Page, { stage }: Scene): Promise<void> {
  const body = { payeeId: stage.idOf('gugu'), amount: 11_000, note: '菜钱' }
  await sendKnowingly(stage.apiOf('mama'), body)
  await isAsked('110')(page)
}

async function forCompany(page: Page): Promise<void> {
  await amount(page).fill('6000')
  await page.getByRole('button', { name: /^(用谁的钱|Whose money)/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /赤兔科技/ })
    .click()
  await page.getByLabel(/^(核对姓名|Check the name)$/).fill('张玮')
  await page.locator('.guard-check').waitFor()
  await page.locator('.follows .notice').waitFor()
}

const asks: readonly Shot[] = [
  {
    name: 'guard-look-alike',
    title: 'Two people of one name, asked about',
    says: 'Side by side; going back is on the thumb’s side.',
    who: 'mama',
    path: ({ stage }) => `/transfer?to=${stage.idOf('caihong2')}`,
    act: isAsked('66'),
    telling: true,
  },
  {
    name: 'guard-ten-times',
    title: 'Ten times the usual',
    says: 'Both sums, before any money moves.',
    who: 'mama',
    path: ({ stage }) => `/transfer?to=${stage.idOf('gugu')}`,
    act: isAsked('1100'),
    telling: true,
  },
  {
    name: 'guard-twice',
    title: 'The same a moment ago',
    says: '',
    who: 'mama',
    path: ({ stage }) => `/transfer?to=${stage.idOf('gugu')}`,
    act: again,
  },
  {
    name: 'on-behalf',
    title: 'Sending for a company',
    says: 'Whose money, whose word it will wait for, and whether the name is the payee’s.',
    who: 'caiwu',
    path: ({ stage }) => `/transfer?to=${stage.idOf('zhangwei')}`,
    act: forCompany,
    telling: true,
  },
  {
    name: 'held',
    title: 'A transfer that cools off',
    says: 'Until when, why, and the way back.',
    who: 'laoban',
    path: ({ ids }) => `/transfers/${ids.held}`,
    telling: true,
  },
]

const care: readonly Shot[] = [
  { name: 'limits', title: 'Limits', says: '', who: 'mama', path: () => '/limits', telling: true },
  {
    name: 'family',
    title: 'Family and guardians',
    says: 'Allowances given, and who is told when something looks wrong.',
    who: 'mama',
    path: () => '/family',
    telling: true,
  },
  {
    name: 'guardians',
    title: 'A guardian is asked for',
    says: 'Both agree, and either ends it.',
    who: 'mama',
    path: () => '/family',
    act: async (page) => {
      await page.getByRole('button', { name: /^(请人守护我|Ask for a guardian)$/ }).click()
      await sheet(page)
    },
  },
  { name: 'passkeys', title: 'Passkeys', says: '', who: 'mama', path: () => '/settings/passkeys' },
]

const approvals: readonly Shot[] = [
  {
    name: 'approvals',
    title: 'What waits for one’s word',
    says: 'Soonest to run out first.',
    who: 'laoban',
    path: () => '/approvals',
    telling: true,
  },
  {
    name: 'approval',
    title: 'One approval on the phone',
    says: 'Who, for whom, how much, what is unusual, which rule asked; then the next.',
    who: 'laoban',
    path: ({ ids }) => `/approvals/${ids.close}`,
    telling: true,
  },
  {
    name: 'approval-reject',
    title: 'Not approved, and why',
    says: 'Where the money goes, and who reads the reason.',
    who: 'laoban',
    path: ({ ids }) => `/approvals/${ids.close}`,
    act: async (page) => {
      await page.getByRole('button', { name: /^(不同意|Reject)$/ }).click()
      await sheet(page)
    },
  },
  {
    name: 'approval-mine',
    title: 'One’s own send that waits',
    says: 'What was asked, and the answer.',
    who: 'caiwu',
    path: ({ ids }) => `/approvals/${ids.large}`,
  },
]

const desk = (name: string, title: string, says: string, path: string, act?: Shot['act']): Shot => ({
  name: `desk-${name}`,
  title: `Desk: ${title}`,
  says,
  who: 'laoban',
  path: ({ ids }) => `/desk/${ids.organisation}/${path}`,
  isDesk: true,
  ...(act ? { act } : {}),
})

const atDesk: readonly Shot[] = [
  desk('queue', 'the queue', 'Dense, quick, by keyboard.', 'approvals'),
  desk('approval', 'one approval', 'Beside its list.', 'approvals', async (page, { ids }) => {
    await page.goto(`/desk/${ids.organisation}/approvals?id=${ids.close}`)
    await page.getByRole('dialog').waitFor()
  }),
  desk('sends', 'what was sent', 'With its filters in the address.', 'sends'),
  desk('people', 'people and roles', 'Roles that do not go together are apart.', 'people'),
  desk('policy', 'the policy', 'In sentences, with its versions.', 'policy'),
  desk(
    'editor',
    'the policy’s editor',
    'Rules, limits and chains, checked as they are kept.',
    'policy',
    async (page) => {
      await page.getByRole('button', { name: /^(起草新版本|继续编辑草稿)$/ }).click()
      await page.getByRole('button', { name: '保存并检查' }).waitFor()
    },
  ),
]

/** Every shot of the guarded stage, in the order of the page. */
export const guardedShots: readonly Shot[] = [...asks, ...care, ...approvals, ...atDesk]
