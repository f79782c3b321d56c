/** The phone's screens of disputes and freezes: on the wallet, one of each, the form, and blacking out. */

import { Buffer } from 'node:buffer'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import type { Scene } from './scene.ts'
import type { Shot } from './shot.ts'

/** The form of a dispute about something mama has paid, at one of its steps, with this filled in. */
async function fillDispute(page: Page, { stage }: Scene, step: string): Promise<void> {
  const { items } = await stage.apiOf('mama').listTransfers({ query: { role: 'sent', limit: 50 } })
  const paid = items.find(({ state, payeeId }) => state === 'arrived' && payeeId !== stage.idOf('caihong2'))!
  const draft = {
    cause: 'fraud',
    text: '对方说急用钱，让我先转。后来打电话过去，本人说不知道。',
    answers: { how_contacted: '微信语音，声音有点像' },
  }
  await page.evaluate(([name, kept]) => localStorage.setItem(name, kept), [
    `laisee.main.draft.${stage.idOf('mama')}.dispute.${paid.id}`,
    JSON.stringify(draft),
  ] as const)
  await page.goto(`/disputes/new?about=${paid.id}&step=${step}`)
  await page.getByRole('progressbar').first().waitFor()
}

/** A long screenshot of a chat, with something in it that is nobody's business. */
async function chatPicture(): Promise<Buffer> {
  const line = (no: number) =>
    `<rect x="${no % 2 ? 320 : 60}" y="${60 + no * 150}" width="700" height="100" rx="16" fill="${no % 2 ? '#95ec69' : '#fff'}"/>`
  const lines = Array.from({ length: 12 }, (_, no) => line(no)).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="1900"><rect width="1080" height="1900" fill="#ededed"/>${lines}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

async function blackOut(page: Page, scene: Scene): Promise<void> {
  await fillDispute(page, scene, 'documents')
  const file = { name: 'chat.png', mimeType: 'image/png', buffer: await chatPicture() }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByRole('dialog').waitFor()
  await page.getByRole('button', { name: /^加一个黑框|^Add a black box/ }).click()
  for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowUp')
}

const one = (name: string, title: string, says: string, who: string, path: Shot['path']): Shot => ({
  ...{ name, title, says, who, path },
})

export const phoneCaseShots: readonly Shot[] = [
  {
    ...one('wallet-frozen', 'An amount is frozen', 'What is still usable.', 'caihong2', () => '/wallet'),
    telling: true,
  },
  {
    ...one(
      'freeze',
      'A freeze',
      'Why, on what ground, by whom, until when, what still works, and the objection.',
      'caihong2',
      ({ ids }) => `/freezes/${ids.freeze}`,
    ),
    telling: true,
  },
  one(
    'freeze-wallet',
    'All of a wallet is frozen',
    'Money comes in, and not out.',
    'huangyong',
    () => '/wallet',
  ),
  one('cases', 'Disputes and freezes', 'Those under way, and earlier ones.', 'caihong2', () => '/cases'),
  one('cases-empty', 'No disputes', 'Where one would begin.', 'xiaoyu', () => '/cases'),
  one(
    'dispute',
    'A dispute, to whoever opened it',
    'How it stands, what each side says, documents, what happened.',
    'mama',
    ({ ids }) => `/disputes/${ids.heard}`,
  ),
  {
    ...one(
      'dispute-asked',
      'A dispute, to the other side',
      'What is said, what the agent asks, and one’s own word.',
      'caihong2',
      ({ ids }) => `/disputes/${ids.heard}`,
    ),
    telling: true,
  },
  one(
    'dispute-appealed',
    'A dispute that is appealed',
    'The first decision with its reasons; somebody else hears it anew.',
    'wangfang',
    ({ ids }) => `/disputes/${ids.appealed}`,
  ),
  ...(['cause', 'story', 'documents', 'review'] as const).map((step): Shot => ({
    ...one(
      `dispute-new-${step}`,
      `Opening a dispute: ${step}`,
      'What happened, never what one wants.',
      'mama',
      () => '/cases',
    ),
    act: (page, scene) => fillDispute(page, scene, step),
    telling: step === 'cause',
  })),
  {
    ...one('redact', 'Blacking out', 'On the device, before anything leaves it.', 'mama', () => '/cases'),
    act: blackOut,
    telling: true,
  },
  {
    ...one(
      'redact-preview',
      'What is sent',
      'The very picture: what was covered is gone.',
      'mama',
      () => '/cases',
    ),
    act: async (page, scene) => {
      await blackOut(page, scene)
      await page.getByRole('button', { name: /^看看发出去的样子|^See what is sent/ }).click()
      await page.getByRole('img', { name: /^发出去的图片|^The picture as it is sent/ }).waitFor()
    },
  },
]
