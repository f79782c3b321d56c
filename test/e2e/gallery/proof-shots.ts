/** What anybody can check: receipts, the evidence pack, checking a file without the service, and the log at the desk. */

import { Buffer } from 'node:buffer'
import type { Page } from 'playwright-core'
import type { Scene } from './scene.ts'
import type { Shot } from './shot.ts'

/** The pack of the transfer that is disputed, as its payer makes it. */
async function packOf({ stage, ids }: Scene): Promise<Buffer> {
  const mama = stage.apiOf('mama')
  const { pack } = await mama.makeEvidencePack({ body: { sourceId: ids.wrong!, claim: 'mistake' } })
  const { zip } = await mama.downloadEvidencePack({ path: { id: pack.id } })
  return Buffer.from(zip, 'base64')
}

/** Hand a file to the page that checks it. */
async function check(page: Page, name: string, buffer: Buffer, says: RegExp): Promise<void> {
  const file = { name, mimeType: 'application/zip', buffer }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText(says).first().waitFor({ timeout: 20_000 })
}

const auditor = (name: string, title: string, says: string, act?: Shot['act']): Shot => ({
  name: `desk-${name}`,
  title: `Desk: ${title}`,
  says,
  who: 'kefushenji',
  path: ({ ids }) => `/desk/${ids.house}/log`,
  isDesk: true,
  ...(act ? { act } : {}),
})

export const proofShots: readonly Shot[] = [
  {
    name: 'receipts',
    title: 'Receipts',
    says: 'Each line of the log that is about this money, checked on the device.',
    who: 'mama',
    path: ({ ids }) => `/receipts/${ids.wrong}`,
    telling: true,
  },
  {
    name: 'evidence',
    title: 'An evidence pack',
    says: 'What it is to show, one’s own words, and what it is not.',
    who: 'mama',
    path: ({ ids }) => `/evidence/${ids.wrong}`,
    telling: true,
  },
  {
    name: 'evidence-made',
    title: 'A pack that was made',
    says: 'What is in it, and what is missing for the claim.',
    who: 'mama',
    path: ({ ids }) => `/evidence/${ids.wrong}`,
    act: async (page) => {
      await page.getByRole('button', { name: /^生成证据包|^Make the/ }).click()
      await page.getByRole('status', { name: /^已生成|^Made/ }).waitFor({ timeout: 40_000 })
    },
  },
  {
    name: 'evidence-wechat',
    title: 'Evidence for money sent on WeChat',
    says: 'What to show on site, and what the sender writes down.',
    who: 'mama',
    path: () => '/evidence/wechat',
  },
  {
    name: 'verify',
    title: 'Checking a file',
    says: 'Without an account, without a network.',
    who: null,
    path: () => '/verify',
    telling: true,
  },
  {
    name: 'verify-good',
    title: 'A pack that holds',
    says: '',
    who: null,
    path: () => '/verify',
    act: async (page, scene) =>
      check(page, 'pack.zip', await packOf(scene), /没有被改动|has not been changed|unchanged/),
  },
  {
    name: 'verify-changed',
    title: 'A pack with one byte changed',
    says: 'Which file it is.',
    who: null,
    path: () => '/verify',
    act: async (page, scene) => {
      const bytes = await packOf(scene)
      bytes[bytes.length >> 1]! ^= 1
      await check(page, 'pack.zip', bytes, /核对没有通过|did not pass|does not/)
    },
  },
  auditor('log', 'the log', 'Every line checked by the reader’s machine.'),
  auditor(
    'log-entry',
    'one line of the log',
    'Old and new, by whom, under which policy, and its proof.',
    async (page) => {
      await page.locator('.row-link').first().click()
      await page.getByRole('dialog').waitFor()
    },
  ),
]
