/** The shots of long names and long lists, of nothing and of what fails: what every page has to bear. */

import type { Page } from 'playwright-core'
import type { Scene } from './scene.ts'
import type { Shot } from './shot.ts'

const onPhone = (name: string, who: string, title: string, path: Shot['path'], act?: Shot['act']): Shot => ({
  name: `long-${name}`,
  title: `Long names: ${title}`,
  says: '',
  who,
  path,
  ...(act ? { act } : {}),
})

const atDesk = (
  name: string,
  who: string,
  title: string,
  place: readonly [office: 'organisation' | 'house', page: string],
  act?: Shot['act'],
): Shot => ({
  name: `desk-${name}`,
  title: `Desk: ${title}`,
  says: '',
  who,
  path: ({ ids }) => `/desk/${ids[place[0]]}/${place[1]}`,
  isDesk: true,
  ...(act ? { act } : {}),
})

/** Sums of one's own that do not make the total yet. */
async function ownSums(page: Page): Promise<void> {
  await page.getByLabel('金额', { exact: true }).fill('1000')
  await page.getByRole('radio', { name: '分几笔转' }).click()
  await page.getByRole('radio', { name: '自己定' }).click()
  await page.getByRole('textbox', { name: '第 1 笔' }).fill('600')
  await page.getByRole('textbox', { name: '第 3 笔' }).fill('')
  await page.getByRole('button', { name: /填进空着的一笔/ }).scrollIntoViewIfNeeded()
}

/** The page of a member's limits, once it is there. */
const limitsOf =
  (key: string, press?: string): Shot['act'] =>
  async (page, { ids, stage }) => {
    await page.goto(`/desk/${ids.house}/limits?member=${stage.idOf(key)}`)
    await page.getByRole('heading', { name: '家庭', exact: true }).waitFor()
    if (press !== undefined) await page.getByRole('button', { name: press }).click()
  }

/** One approval open, and something pressed beside it. */
const longApproval =
  (press?: string): Shot['act'] =>
  async (page, { ids }: Scene) => {
    await page.goto(`/desk/${ids.organisation}/approvals?id=${ids.long}`)
    await page.getByText(ids.long!).first().waitFor()
    if (press !== undefined) await page.getByRole('button', { name: press }).click()
  }

/** The service answers nothing more about approvals. */
async function failed(page: Page, { ids }: Scene): Promise<void> {
  await page.route('**/v1/approvals**', (route) => route.abort())
  await page.goto(`/desk/${ids.organisation}/approvals`)
  await page.locator('.failure').first().waitFor({ timeout: 25_000 })
}

const phones: readonly Shot[] = [
  onPhone('family', 'mama', 'a family', () => '/family'),
  onPhone('limits', 'xiaoming', 'a minor’s limits', () => '/limits'),
  onPhone('approvals', 'laoban', 'what waits for one’s word', () => '/approvals'),
  onPhone('approval', 'laoban', 'one approval', ({ ids }) => `/approvals/${ids.long}`),
  onPhone('split', 'mama', 'a sum in parts', ({ stage }) => `/transfer?to=${stage.idOf('caihong')}`, ownSums),
]

const desks: readonly Shot[] = [
  atDesk('long-queue', 'laoban', 'a long queue', ['organisation', 'approvals']),
  atDesk(
    'long-approval',
    'laoban',
    'one approval of long names',
    ['organisation', 'approvals'],
    longApproval(),
  ),
  atDesk('hand-on', 'laoban', 'a seat handed on', ['organisation', 'approvals'], longApproval('转交')),
  atDesk('long-sends', 'laoban', 'five hundred that were sent', ['organisation', 'sends']),
  atDesk('long-people', 'laoban', 'five hundred people', ['organisation', 'people']),
  atDesk('failed', 'laoban', 'a list that could not be read', ['organisation', 'people'], failed),
  atDesk('limits', 'kefuzhuguan', 'a minor’s limits and family', ['house', 'limits'], limitsOf('xiaoming')),
  atDesk(
    'limits-set',
    'kefuzhuguan',
    'limits being set',
    ['house', 'limits'],
    limitsOf('xiaoming', '设置限额'),
  ),
  atDesk('limits-none', 'kefuzhuguan', 'nobody’s limits yet', ['house', 'limits']),
]

/** Every shot of the stage of long names, in the order of the page. */
export const longShots: readonly Shot[] = [...phones, ...desks]
