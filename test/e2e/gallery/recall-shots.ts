/** The shots of taking a packet back, to its end, and of telling the group. Each makes a packet of its own. */

import type { Page } from 'playwright-core'
import { minuteMs } from '@laisee/core/instant.ts'
import type { Scene } from './scene.ts'
import type { Shot } from './shot.ts'

const button = (page: Page, name: RegExp) => page.getByRole('button', { name }).first()

/** A packet of 妈妈's to the family that one has opened, and its page. */
async function openPacket(page: Page, { stage, family }: Scene): Promise<void> {
  const body = { kind: 'lucky', groupId: family, count: 4, total: 8_800, greeting: '周末加餐' } as const
  const mama = stage.apiOf('mama')
  // The same as for the picture before: the guard asks about that.
  const { shownHash } = await mama.previewPacket({ body })
  const { id } = await mama.sendPacket({ body: { ...body, confirmation: { shownHash } } })
  await stage.forward(minuteMs)
  await stage.apiOf('gugu').claimPacket({ path: { id }, body: {} })
  await page.goto(`/packets/${id}`)
}

async function askRecall(page: Page, scene: Scene): Promise<void> {
  await openPacket(page, scene)
  await button(page, /收回没领的|Take back/).click()
  await page.getByRole('dialog').waitFor()
}

const onlyWhole = (page: Page) =>
  page.getByRole('radio', { name: /^(没人领才收|Only if nobody has claimed)$/ }).click()

const own = (name: string, title: string, says: string, act: Shot['act']): Shot => ({
  ...{ name, title, says, who: 'mama', path: () => '/wallet' },
  ...(act ? { act } : {}),
})

export const recallShots: readonly Shot[] = [
  {
    ...own(
      'recall-choices',
      'Taking back, with its choices',
      'All or nothing, and why.',
      async (page, scene) => {
        await askRecall(page, scene)
        await onlyWhole(page)
        await page.getByRole('radio', { name: /^(可能被骗|Maybe a scam)$/ }).click()
      },
    ),
    telling: true,
  },
  {
    ...own('recall-receipt', 'Taken back', 'What came back, and who has the rest.', async (page, scene) => {
      await askRecall(page, scene)
      await page.getByRole('dialog').locator('.button.packet').click()
      await page.locator('.receipt-icon').waitFor()
    }),
    telling: true,
  },
  own(
    'recall-none',
    'Nothing came back',
    'One had opened it, and it was all or nothing.',
    async (page, scene) => {
      await askRecall(page, scene)
      await onlyWhole(page)
      await page.getByRole('dialog').locator('.button.packet').click()
      await page.locator('.receipt-icon').waitFor()
    },
  ),
  {
    ...own('notice-write', 'Telling the group', 'Once, naming nobody.', async (page, scene) => {
      await openPacket(page, scene)
      await button(page, /发群公告|Tell the group/).click()
      await page.getByRole('dialog').waitFor()
    }),
    telling: true,
  },
]
