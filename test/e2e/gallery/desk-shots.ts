/** A company's desk at work: what one presses and what it asks then, a policy tried and published, nothing, and no network. */

import type { Page } from 'playwright-core'
import type { Scene } from './scene.ts'
import type { Shot } from './shot.ts'

const at =
  (office: 'organisation' | 'house', who: string | null) =>
  (name: string, title: string, says: string, page: string, act?: Shot['act']): Shot => ({
    name: `desk-${name}`,
    title: `Desk: ${title}`,
    says,
    who,
    path: ({ ids }) => `/desk/${ids[office]}/${page}`,
    isDesk: true,
    ...(act ? { act } : {}),
  })

const boss = at('organisation', 'laoban')
const approver = at('organisation', 'lina')
const clerk = at('organisation', 'caiwu')
const steward = at('house', 'kefuzhuguan')
const agent = at('house', 'kefu')

/** One thing of the scene open beside its list, and buttons pressed on it, each in what the one before opened. */
const open =
  (page: string, name: string, ...presses: string[]): NonNullable<Shot['act']> =>
  async (desk: Page, { ids }: Scene) => {
    await desk.goto(`/desk/${ids['organisation']}/${page}?id=${ids[name]}`)
    await desk.getByRole('dialog').getByText(ids[name]!).first().waitFor()
    for (const press of presses) await pressed(desk, press)
  }

/** A person of the demo world open beside the list of people. */
const person =
  (key: string): NonNullable<Shot['act']> =>
  async (desk, { ids, stage }) => {
    await desk.goto(`/desk/${ids['organisation']}/people?id=${stage.idOf(key)}`)
    await desk.getByRole('dialog').getByText(stage.idOf(key)).first().waitFor()
  }

async function pressed(desk: Page, name: string): Promise<void> {
  await desk.getByRole('button', { name, exact: true }).last().click()
}

const press =
  (name: string): NonNullable<Shot['act']> =>
  async (desk) => {
    await pressed(desk, name)
    await desk.getByRole('dialog').last().waitFor()
  }

/** The service is away: nothing that is asked of it is answered. */
async function goAway(desk: Page): Promise<void> {
  await desk.route('**/v1/**', (route) => route.abort())
}

async function listFailed(desk: Page): Promise<void> {
  await goAway(desk)
  await desk.locator('.failure').first().waitFor({ timeout: 40_000 })
}

async function nothingRead(desk: Page, { ids }: Scene): Promise<void> {
  await goAway(desk)
  await desk.goto(`/desk/${ids['organisation']}/approvals`)
  await desk.locator('.failure').first().waitFor({ timeout: 40_000 })
}

async function chooseTwo(desk: Page): Promise<void> {
  for (const sum of ['6,000.00', '5,200.00'])
    await desk.getByRole('row').filter({ hasText: sum }).getByRole('checkbox').check()
  await desk.getByText('通过选中的 2 笔').waitFor()
}

const approvals: readonly Shot[] = [
  boss(
    'handed-on',
    'a seat that was handed on',
    'Who has said what: a question, its answer, and one of two words that break the glass.',
    'approvals',
    async (desk, scene) => {
      await open('approvals', 'glass')(desk, scene)
      await desk.getByText('停机抢修，对方在等').scrollIntoViewIfNeeded()
    },
  ),
  boss(
    'break-glass',
    'breaking the glass',
    'Two administrators, and it stands out in the audit.',
    'approvals',
    open('approvals', 'glass', '紧急放行'),
  ),
  boss(
    'reject',
    'a rejection',
    'Where the money goes, and who reads why.',
    'approvals',
    open('approvals', 'plain', '驳回'),
  ),
  boss('together', 'several at once', 'Up to the sum that the policy allows.', 'approvals', chooseTwo),
  boss('stand-in', 'a stand-in', 'For whom, and for how long.', 'approvals', press('换人或改时间')),
  approver('stand-in-for', 'standing in for somebody', '', 'approvals'),
  clerk('sent-box', 'one’s own that wait', '', 'approvals?box=sent'),
]

/** What somebody sent for the company who has left it since: the demo world has one such transfer. */
async function openLeavers(desk: Page, { ids, stage }: Scene): Promise<void> {
  const id = ids['organisation']!
  const sent = await stage.apiOf('laoban').listSendsOnBehalf({ path: { id }, query: { text: '差旅报销' } })
  await desk.goto(`/desk/${id}/sends?id=${sent.items[0]!.id}`)
  await desk.getByRole('button', { name: '接手张玮的分期' }).scrollIntoViewIfNeeded()
}

const sends: readonly Shot[] = [
  boss(
    'left-behind',
    'what a leaver left behind',
    'Somebody gives it back in parts, and an administrator takes over who answers.',
    'sends',
    openLeavers,
  ),
  boss(
    'send',
    'one send',
    'Where its money is, what its sender saw, all that happened.',
    'sends',
    open('sends', 'half'),
  ),
  boss(
    'recall',
    'taking back',
    'What would come back, and what stays.',
    'sends',
    open('sends', 'half', '收回'),
  ),
  boss('recalled', 'what was taken back', 'By whom, why, and how much.', 'sends', open('sends', 'back')),
]

const people: readonly Shot[] = [
  boss('person', 'one person', 'Stopped, by whom and why.', 'people', person('baba')),
  boss('invite', 'an invitation', '', 'people', press('邀请成员')),
  boss('stop-all', 'stopping everything', '', 'people', press('停掉全组织的发送')),
]

/** The version that is to be published, as its other administrator has it open. */
const version = (...presses: string[]) => open('policy', 'version', ...presses)

async function tried(desk: Page, scene: Scene): Promise<void> {
  await version('用这一版试算')(desk, scene)
  const found = desk.getByText(/^共 \d+ 笔，会拦下 [1-9]\d* 笔$/)
  await found.waitFor()
  await found.evaluate((line) => line.scrollIntoView({ block: 'start' }))
}

async function askWhen(desk: Page, scene: Scene): Promise<void> {
  await version('发布')(desk, scene)
  const question = desk.getByRole('dialog').last()
  await question.getByText('定一个时间').click()
  const { now } = await scene.stage.apiOf('laoban').readClock()
  const day = new Date(Date.parse(now) + 3 * 86_400_000).toISOString().slice(0, 10)
  await question.getByLabel('生效的时间').fill(`${day}T09:00`)
}

async function showFaults(desk: Page, { ids }: Scene): Promise<void> {
  await desk.goto(`/desk/${ids['organisation']}/policy?edit=${ids['faulty']}`)
  await desk.getByRole('button', { name: '保存并检查' }).waitFor()
}

const policies: readonly Shot[] = [
  boss('versions', 'a policy and its versions', 'What holds, what waits, drafts.', 'policy'),
  boss('version', 'one version', 'How it differs from the one it began from.', 'policy', version()),
  boss('trial', 'a version tried', 'How many sends of the past it would have stopped.', 'policy', tried),
  boss('publish', 'publishing', 'At once, or from a moment to come.', 'policy', askWhen),
  boss(
    'publish-wrong',
    'a moment that is over',
    'Said where it was typed.',
    'policy',
    async (desk, scene) => {
      await askWhen(desk, scene)
      await desk.getByLabel('生效的时间').fill('2020-01-01T09:00')
      await pressed(desk, '发布')
      await desk.getByText('请填 90 天以内、还没到的时间。').waitFor()
    },
  ),
  boss('faults', 'faults of a draft', 'All of them, each with its place.', 'policy', showFaults),
  boss(
    'faults-place',
    'a fault at its place',
    'The stretch of the condition is marked.',
    'policy',
    async (desk, scene) => {
      await showFaults(desk, scene)
      const row = desk.getByRole('group', { name: 'first-pay' })
      await row.evaluate((it) => it.scrollIntoView({ block: 'center' }))
    },
  ),
]

const nothing: readonly Shot[] = [
  clerk('queue-none', 'nothing waits', '', 'approvals'),
  steward('sends-none', 'nothing was sent', '', 'sends'),
  boss('sends-not-found', 'a search that found nothing', '', 'sends?q=没有这样的留言'),
  boss('people-not-found', 'nobody found', '', 'people?q=没有这个人'),
  steward('policy-none', 'no policy of one’s own', 'The default holds.', 'policy'),
  agent('disputes-none', 'no disputes', '', 'disputes'),
  agent('freezes-none', 'nothing frozen', '', 'freezes'),
  agent('reports-none', 'no reports', '', 'reports'),
  at('house', 'kefushenji')('log-none', 'nothing found in the log', '', 'log?source=pkt_nothing'),
  at('organisation', 'liuyang')('no-roles', 'no role yet', 'What one may see all the same.', 'people'),
  boss('lost', 'an address where nothing is', '', 'nowhere'),
  clerk('away', 'the service is away', 'What was read stays, and says so.', 'approvals?box=sent', listFailed),
  approver('away-all', 'nothing could be read', '', 'approvals', nothingRead),
]

const doors: readonly Shot[] = [
  {
    ...at('organisation', null)('sign-in', 'signing in', 'A code, or somebody of the demo world.', ''),
    path: () => '/desk',
  },
  {
    ...at('organisation', 'liuyang')('choose', 'choosing an organisation', 'And what invites one.', ''),
    path: () => '/desk?choose=yes',
  },
]

/** Every shot of a company's desk, in the order somebody would meet them. */
export const deskShots: readonly Shot[] = [
  ...doors,
  ...approvals,
  ...sends,
  ...people,
  ...policies,
  ...nothing,
]
