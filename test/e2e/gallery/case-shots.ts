/** The desk of the service's own staff: its queue, one dispute, a decision before it is made, freezes, reports. */

import { phoneCaseShots } from './phone-case-shots.ts'
import { proofShots } from './proof-shots.ts'
import type { Scene } from './scene.ts'
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

/** The same, and what is asked when something is pressed there. */
const asked =
  (page: string, name: string, press: string): Shot['act'] =>
  async (desk, scene) => {
    await open(page, name)!(desk, scene)
    await desk.getByRole('button', { name: press, exact: true }).last().click()
    await desk.locator('.ant-modal').waitFor()
  }

/** A pack of the dispute, made once by whoever has it in hand. */
async function withPack({ stage, ids }: Scene): Promise<void> {
  const [agent, path] = [stage.apiOf('kefu'), { id: ids['heard']! }]
  const { items } = await agent.listDisputePacks({ path })
  if (items.length === 0) await agent.makeDisputePack({ path, body: { claim: 'mistake' } })
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
  staff(
    'case-evidence',
    'the evidence of a dispute',
    'What both sides handed in, the notes, and the pack that a court can check.',
    'disputes',
    async (page, scene) => {
      await withPack(scene)
      await open('disputes', 'heard')!(page, scene)
      await page
        .getByRole('button', { name: /^下载 / })
        .first()
        .waitFor()
      await page.getByRole('heading', { name: '证据包' }).evaluate((it) => it.scrollIntoView())
    },
  ),
  staff(
    'case-appealed',
    'a dispute that is appealed',
    'The first decision stands above; whoever made it does not hear the appeal.',
    'disputes',
    open('disputes', 'appealed'),
  ),
  staff(
    'ask-more',
    'asking a side for more',
    'They read it, and until when.',
    'disputes',
    asked('disputes', 'heard', '请一方补充'),
  ),
  staff('assign', 'to which colleague', '', 'disputes', asked('disputes', 'heard', '交给同事')),
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
  staff(
    'release',
    'ending a freeze',
    'What happens at once.',
    'freezes',
    asked('freezes', 'freeze', '解除冻结'),
  ),
  {
    ...staff(
      'answer',
      'answering an objection',
      'By somebody else than whoever froze it.',
      'freezes',
      asked('freezes', 'freeze', '答复申诉'),
    ),
    who: 'kefu2',
  },
  staff('reports', 'reports', 'Who was reported for what.', 'reports'),
  staff('report', 'one report', 'What lies between the two, and how it ends.', 'reports', async (page) => {
    await page.locator('.row-link').first().click()
    await page.getByRole('dialog').waitFor()
  }),
  ...phoneCaseShots,
  ...proofShots,
]
