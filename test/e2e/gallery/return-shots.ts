/** The gallery's shots of asking money back, of answering, of giving back, and of giving back in parts. */

import type { Page } from 'playwright-core'
import type { Shot } from './shot.ts'

/** Say why, so that the words stand there. */
async function sayWhy(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^发错人了$|^Wrong person$/ }).click()
}

const words = (page: Page) => page.getByRole('textbox', { name: /^写给对方的话$|^What you write to them$/ })

export const returnShots: readonly Shot[] = [
  {
    name: 'return-ask',
    title: 'Asking a transfer back',
    says: 'Facts from the ledger, how much, why, until when, and the words.',
    who: 'mama',
    path: ({ ids }) => `/returns/ask/${ids.toAsk}`,
    act: sayWhy,
    telling: true,
  },
  {
    name: 'return-ask-words',
    title: 'Words that would hurt',
    says: 'Marked where they stand, with the reason; what is to be filled in is named.',
    who: 'mama',
    path: ({ ids }) => `/returns/ask/${ids.toAsk}`,
    act: async (page) => {
      await page.getByRole('radio', { name: /^其他原因$|^Another reason$/ }).click()
      const text = await words(page).inputValue()
      await words(page).fill(`${text}再不退我就曝光你！`)
      await page.locator('.send-foot').scrollIntoViewIfNeeded()
      await words(page).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'return-ask-everyone',
    title: 'Asking everybody of a packet',
    says: 'Each is asked for their own share and sees no other.',
    who: 'mama',
    path: ({ ids }) => `/returns/ask/${ids.mine}`,
    act: async (page) => {
      await page.getByRole('radio', { name: /^重复发了$|^Sent twice$/ }).click()
    },
  },
  {
    name: 'return-mine',
    title: 'A request one has made',
    says: 'Delivered or not, until when, reminders that are left.',
    who: 'mama',
    path: ({ ids }) => `/returns/${ids.asked}`,
  },
  {
    name: 'return-part',
    title: 'A part came back',
    says: 'What came, and what is still asked for.',
    who: 'mama',
    path: ({ ids }) => `/returns/${ids.part}`,
    telling: true,
  },
  {
    name: 'return-declined',
    title: 'Declined',
    says: 'Why, and what can be done next.',
    who: 'mama',
    path: ({ ids }) => `/returns/${ids.declined}`,
  },
  {
    name: 'return-about',
    title: 'Who gave back',
    says: 'Everybody who has a share of a packet.',
    who: 'mama',
    path: ({ ids }) => `/returns/about/${ids.toEveryone}`,
  },
  {
    name: 'return-theirs',
    title: 'Being asked',
    says: 'Who, for what, that it goes back only where it came from, and that silence has no penalty.',
    who: 'baba',
    path: ({ ids }) => `/returns/${ids.asked}`,
    telling: true,
  },
  {
    name: 'return-decline',
    title: 'Declining',
    says: 'A reason in plain words, and a sentence if one likes.',
    who: 'baba',
    path: ({ ids }) => `/returns/${ids.asked}`,
    act: async (page) => {
      await page.getByRole('button', { name: /^不退还$|^Decline$/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'return-part-give',
    title: 'Giving back a part',
    says: 'How much, to the account it came from.',
    who: 'baba',
    path: ({ ids }) => `/returns/${ids.asked}`,
    act: async (page) => {
      await page.getByRole('button', { name: /^(退一部分|Give back a part)$/ }).click()
      await page.getByRole('dialog').getByRole('textbox').fill('300')
    },
  },
  {
    name: 'return-give',
    title: 'Giving back unasked',
    says: 'To the account it was paid from, and to no other.',
    who: 'gugu',
    path: ({ ids }) => `/returns/give/${ids.toGive}`,
  },
  {
    name: 'return-list',
    title: 'Returns, both ways',
    says: 'What one asked back, and what one is asked for.',
    who: 'mama',
    path: () => '/returns',
    act: async (page) => {
      await page.getByRole('radio', { name: /^我请别人退的$|^Asked by me$/ }).click()
      await page.locator('.return-row').first().waitFor()
    },
  },
  {
    name: 'instalments-propose',
    title: 'Proposing instalments',
    says: 'Parts to the fen, days off moved, no interest unless it is written in.',
    who: 'gugu',
    path: ({ ids, stage }) => `/instalments/new/${ids.toAsk}?with=${stage.idOf('mama')}`,
    telling: true,
  },
  {
    name: 'instalments-own',
    title: 'Each part by hand',
    says: 'What is missing of the sum is said to the fen.',
    who: 'gugu',
    path: ({ ids, stage }) => `/instalments/new/${ids.toAsk}?with=${stage.idOf('mama')}`,
    act: async (page) => {
      await page.getByRole('button', { name: /^自己定每期$|^Set each part$/ }).click()
      await page.getByRole('textbox', { name: /^第 1 期金额$|^Amount of part 1$/ }).fill('300')
    },
  },
  {
    name: 'instalments-proposed',
    title: 'A proposal of instalments',
    says: 'It counts once the other agrees to that very version.',
    who: 'mama',
    path: ({ ids }) => `/instalments/${ids.proposed}`,
  },
  {
    name: 'instalments-agree',
    title: 'Agreeing to instalments',
    says: 'How many, how much in all, and what it means.',
    who: 'mama',
    path: ({ ids }) => `/instalments/${ids.proposed}`,
    act: async (page) => {
      await page.getByRole('button', { name: /^(同意这一版|Agree to this version)$/ }).click()
      await page.getByRole('dialog').waitFor()
    },
    telling: true,
  },
  {
    name: 'instalments-pay',
    title: 'Paying in parts',
    says: 'The next part, standing consent, all at once.',
    who: 'gugu',
    path: ({ ids }) => `/instalments/${ids.agreed}`,
    telling: true,
  },
  {
    name: 'instalments-paid',
    title: 'Being paid in parts',
    says: 'What came and what is to come.',
    who: 'mama',
    path: ({ ids }) => `/instalments/${ids.agreed}`,
  },
]
