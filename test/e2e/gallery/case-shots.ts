/** The desk of the service's own staff: its queue, one dispute, a decision before it is made, freezes, reports. */

import { phoneCaseShots } from './phone-case-shots.ts'
import { proofShots } from './proof-shots.ts'
import type { Shot } from './shot.ts'

const staff = (name: string, title: string, says: string, path: string, act?: Shot['act']): Shot => ({
  name: `desk-${name}`,
  title: `Desk: ${title}`,
  says,
  who: 'kefu',
  path: ({ ids }) => `/desk/${ids.house}/${path}`,
  isDesk: true,
  ...(act ? { act } : {}),
})

/** One dispute, or freeze, of the scene open. */
const open =
  (page: string, name: string): Shot['act'] =>
  async (desk, { ids }) => {
    await desk.goto(`/desk/${ids.house}/${page}?id=${ids[name]}`)
    await desk.getByText(ids[name]!).first().waitFor()
  }

/** Every picture of the service's own desk, in the order somebody would meet them. */
export const caseShots: readonly Shot[] = [
  staff('disputes', 'the queue of disputes', 'The most urgent first.', 'disputes?box=all'),
  staff(
    'case',
    'one dispute',
    'The money by the ledger, both sides, what was done.',
    'disputes',
    open('disputes', 'heard'),
  ),
  staff(
    'decide',
    'a decision before it is made',
    'What it does to the money, and what it does not.',
    'disputes',
    async (page, scene) => {
      await open('disputes', 'heard')!(page, scene)
      await page.getByRole('button', { name: '作出决定' }).click()
      await page.getByLabel('理由').fill('备注和双方的话都说明这笔是付错的。')
      await page.getByRole('button', { name: '下一步：看看会发生什么' }).click()
      await page.getByText('会发生什么', { exact: true }).waitFor()
    },
  ),
  staff('freezes', 'freezes', 'What lasts, on what, and for how much longer.', 'freezes'),
  staff(
    'freeze',
    'one freeze',
    'With its sources, and the objection that waits.',
    'freezes',
    open('freezes', 'freeze'),
  ),
  staff(
    'new-freeze',
    'freezing',
    'Whose money it is shows before anything is frozen.',
    'freezes?new=amount',
    async (page, { stage }) => {
      await page.getByLabel('会员或组织编号').fill(stage.idOf('caihong2'))
      await page.getByText('零钱里现有').waitFor()
    },
  ),
  staff('reports', 'reports', 'Who was reported for what.', 'reports'),
  ...phoneCaseShots,
  ...proofShots,
]
