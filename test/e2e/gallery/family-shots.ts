/** The shots of a family's word, of what a minor may send, and of sends that the guard holds. */

import type { Page } from 'playwright-core'
import { minuteMs } from '@laisee/core/instant.ts'
import { sendToReported } from './care-scene.ts'
import type { Scene } from './scene.ts'
import type { Shot } from './shot.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const toAunt = ({ stage }: Scene) => `/transfer?to=${stage.idOf('gugu')}`

const family: readonly Shot[] = [
  {
    name: 'family-offered',
    title: 'Offered in the family',
    says: 'An allowance, and to look after somebody: both answers beside each other.',
    who: 'gugu',
    path: () => '/family',
    telling: true,
  },
  {
    name: 'family-waiting',
    title: 'A family’s word is waited for',
    says: 'Who wants to pay whom, from whose money, and until when.',
    who: 'mama',
    path: () => '/family',
    telling: true,
  },
  {
    name: 'family-reject',
    title: 'Not agreed, and why',
    says: '',
    who: 'mama',
    path: () => '/family',
    act: async (page) => {
      await page.locator('.family-card .button.warn').first().click()
      await dialog(page).waitFor()
    },
  },
  {
    name: 'family-none',
    title: 'No family yet',
    says: 'What it would be for.',
    who: 'xiaoyu',
    path: () => '/family',
  },
  {
    name: 'minor-asks',
    title: 'A minor’s sum that needs a word',
    says: 'Whose, why, and until when, before it is sent.',
    who: 'xiaoming',
    path: toAunt,
    act: async (page) => {
      await page.getByRole('textbox', { name: /^(金额|Amount)$/ }).fill('110')
      await page.locator('.follows .notice').waitFor()
    },
    telling: true,
  },
  {
    name: 'minor-waits',
    title: 'A minor’s send that waits',
    says: 'For whom, and the way back.',
    who: 'xiaoming',
    path: ({ ids }) => `/transfers/${ids.own}`,
    telling: true,
  },
  {
    name: 'minor-refused',
    title: 'What a minor cannot send',
    says: 'A lucky packet to a group, said before it is pressed.',
    who: 'xiaoming',
    path: ({ family: id }) => `/send?to=${id}`,
    act: async (page) => {
      await page.getByRole('textbox', { name: /个数|How many/ }).fill('3')
      await page
        .getByRole('textbox', { name: /总金额|^Total/ })
        .first()
        .fill('30')
      await page.locator('.follows .notice').waitFor()
    },
  },
]

/** A send that cools off, let be for as long as its sender has to wait. */
async function heldLong(page: Page, { stage }: Scene): Promise<void> {
  const id = await sendToReported(stage)
  await stage.forward(11 * minuteMs)
  await page.goto(`/transfers/${id}`)
  await page.locator('.held .button:not(.packet):enabled').waitFor()
}

const held: readonly Shot[] = [
  {
    name: 'held-by-guard',
    title: 'A send that the guard holds',
    says: 'Why, until when, and from when its sender may let it go.',
    who: 'sunli',
    path: () => '/wallet',
    act: async (page, { stage }) => {
      await page.goto(`/transfers/${await sendToReported(stage)}`)
      await page.locator('.held').waitFor()
    },
  },
  {
    name: 'held-release',
    title: 'A held send that may go',
    says: 'Taking it back and sending it now, both by hand.',
    who: 'sunli',
    path: () => '/wallet',
    act: heldLong,
  },
  {
    name: 'held-released',
    title: 'A held send that was let go',
    says: 'Its undo time begins.',
    who: 'sunli',
    path: () => '/wallet',
    act: async (page, scene) => {
      await heldLong(page, scene)
      await page.getByRole('button', { name: /^(现在就发|Send it now)$/ }).click()
      await page.locator('.held').waitFor({ state: 'detached' })
    },
  },
]

/** Every shot of a family and of what waits, in the order of the page. */
export const familyShots: readonly Shot[] = [...family, ...held]
