import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromRoot } from '../../scripts/root.ts'
import { longTest } from './long-test.ts'
import { openStage, type Stage } from './stage.ts'
import { sendKnowingly } from './send-knowingly.ts'

let stage: Stage
const broken: string[] = []
beforeAll(async () => {
  stage = await openStage({ guarded: true })
}, 240_000)
afterAll(() => stage.close())

/** Somebody of the demo world at a desk, signed in by the page. */
async function atDesk(key: string, name: string): Promise<Page> {
  const { page } = await stage.phone(key, { width: 1440, height: 900, signedOut: true })
  page.on('console', (message) => /policy|violat/i.test(message.text()) && broken.push(message.text()))
  page.on('pageerror', (error) => broken.push(String(error)))
  await page.goto('/desk')
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('navigation', { name: '工作台' }).waitFor()
  return page
}

/** What axe finds, one line each. The page is still: what moves in or out has its last colours. */
async function violationsOnDesk(page: Page): Promise<string[]> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((running) => running.finished.catch(() => undefined))),
  )
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

async function organisationId(): Promise<string> {
  const { items } = await stage.apiOf('laoban').listMyOrganisations()
  return items[0]!.organisationId
}

async function personCalled(name: string) {
  const id = await organisationId()
  const { items } = await stage.apiOf('laoban').listOrganisationMembers({ path: { id } })
  return items.find(({ member }) => member.name === name)!
}

test('an administrator signs in, gives a colleague another role and stops their sending, saying why', async () => {
  const page = await atDesk('laoban', '林志远')
  await page.getByRole('link', { name: /成员与角色/ }).click()
  await page.getByRole('button', { name: '陈静' }).click()
  const drawer = page.getByRole('dialog', { name: '陈静' })
  expect(await drawer.getByRole('checkbox', { name: '审计员' }).isDisabled()).toBe(true)
  await drawer.getByRole('checkbox', { name: '审批人' }).check()
  await drawer.getByRole('button', { name: '保存角色' }).click()
  await page.getByText('陈静的角色已更改').waitFor()
  expect((await personCalled('陈静')).roles).toEqual(['sender', 'approver'])

  await drawer.getByRole('button', { name: '停掉发送' }).click()
  const question = page.getByRole('dialog', { name: '停掉陈静的发送？' })
  await question.getByRole('button', { name: '停掉发送' }).click()
  await question.getByText('请写明原因').waitFor()
  await question.getByLabel('原因').fill('账号被盗，先停')
  await question.getByRole('button', { name: '停掉发送' }).click()
  await drawer.getByText('林志远停掉了发送').waitFor()
  expect((await personCalled('陈静')).suspended).toMatchObject({ reason: '账号被盗，先停' })
  await drawer.getByRole('button', { name: '恢复发送' }).click()
  await drawer.getByRole('button', { name: '停掉发送' }).waitFor()
  await page.context().close()
})

longTest(
  'a rule is drafted by one administrator, told where it is wrong, and published by the other alone',
  async () => {
    const author = await atDesk('laoban', '林志远')
    await author.getByRole('link', { name: /策略/ }).click()
    await author.getByRole('button', { name: '起草新版本' }).click()
    await author.getByRole('button', { name: '加一条规则' }).click()
    const rule = author.getByRole('group', { name: 'rule-1' })
    await rule.getByLabel('条件').fill('amount >= 2000000 && first_pay')
    await rule.getByLabel('中文说明').fill('两万元以上、第一次付，要审批')
    await rule.getByLabel('英文说明').fill('¥20,000 or more to somebody new needs approval')
    await author.getByRole('button', { name: '保存并检查' }).click()
    await rule.getByText('第 1 行第 22 字').waitFor()
    await rule.getByText('没有叫“first_pay”的事实').waitFor()
    await rule.getByLabel('条件').fill('amount >= 2000000 && first_payee')
    await author.getByRole('button', { name: '保存并检查' }).click()
    await author.getByText('没有发现问题').waitFor()
    await author.getByRole('button', { name: '返回策略' }).click()
    const own = author.getByRole('dialog', { name: '第 1 版', exact: true })
    expect(await own.getByRole('button', { name: '发布' }).isDisabled()).toBe(true)

    const second = await atDesk('wangfang', '王芳')
    await second.getByRole('link', { name: /策略/ }).click()
    await second.getByRole('button', { name: '第 1 版' }).click()
    const version = second.getByRole('dialog', { name: '第 1 版', exact: true })
    await version.getByText('两万元以上、第一次付，要审批').first().waitFor()
    await version.getByRole('button', { name: '发布' }).click()
    await second.getByRole('dialog', { name: '发布第 1 版？' }).getByRole('button', { name: '发布' }).click()
    await second.getByText('现行策略 · 第 1 版').waitFor()
    const id = await organisationId()
    const current = await stage.apiOf('baba').readCurrentPolicy({ path: { id } })
    expect(current).toMatchObject({ version: 1, decidedBy: stage.idOf('wangfang') })
    await author.context().close()
    await second.context().close()
  },
)

test('two approvers press A at once: the send is approved by one, and the other is told', async () => {
  const onBehalfOf = await organisationId()
  const sender = stage.apiOf('caiwu')
  const body = { payeeId: stage.idOf('zhangwei'), amount: 600_000, note: '差旅', onBehalfOf }
  const sendId = await sendKnowingly(sender, body)
  const desks = await Promise.all([atDesk('laoban', '林志远'), atDesk('lina', '李娜')])
  for (const page of desks) {
    await page.getByText('¥6,000.00').first().waitFor()
    await page.getByRole('button', { name: '陈静' }).click()
    await page.getByRole('button', { name: '通过' }).waitFor()
  }
  await Promise.all(desks.map((page) => page.keyboard.press('a')))
  await Promise.all(desks.map((page) => page.getByRole('dialog').getByText('已通过').first().waitFor()))
  const { outcome, acts } = await sender.readApproval({ path: { sendId } })
  expect(outcome).toBe('approved')
  expect(acts.filter(({ kind }) => kind === 'approved')).toHaveLength(1)
  for (const page of desks) await page.context().close()
})

longTest(
  'an administrator finds what was sent and takes it back; an auditor sees the whole story and no button',
  async () => {
    const onBehalfOf = await organisationId()
    const recipientIds = ['zhangwei', 'lina'].map((key) => stage.idOf(key))
    const ask = {
      kind: 'equal' as const,
      recipientIds,
      total: 26_000,
      count: 2,
      greeting: '工具费',
      onBehalfOf,
    }
    const { shownHash } = await stage.apiOf('caiwu').previewPacket({ body: ask })
    const { id } = await stage.apiOf('caiwu').sendPacket({ body: { ...ask, confirmation: { shownHash } } })
    await stage.forward(60_000)
    await stage.apiOf('lina').claimPacket({ path: { id } })

    const page = await atDesk('laoban', '林志远')
    await page.getByRole('link', { name: '已发出' }).click()
    await page.getByRole('heading', { name: '已发出' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('工具费')
    await page.waitForURL(/q=/)
    await page.reload()
    await page.getByRole('row', { name: /工具费/ }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name: '陈静发出的普通群红包' })
    await drawer.getByText('发出，钱进了托管').waitFor()
    await drawer.getByRole('button', { name: '收回' }).click()
    const question = page.getByRole('dialog', { name: '收回陈静发出的普通群红包？' })
    await question.getByText('现在收回能拿回 ¥130.00').waitFor()
    await question.getByRole('button', { name: '收回' }).click()
    await question.getByText('按策略，收回要写明原因').waitFor()
    await question.getByLabel('说明').fill('金额不对')
    await question.getByRole('button', { name: '收回' }).click()
    await drawer.getByText('已收回 ¥130.00').waitFor()
    await drawer.getByText('金额不对').waitFor()
    const sent = await stage
      .apiOf('baba')
      .readSendOnBehalf({ path: { id: onBehalfOf, sendId: id } })
      .catch(() => null)
    expect(sent).toBeNull()
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })

    const auditor = await atDesk('sunli', '孙丽')
    await auditor.goto(`/desk/${onBehalfOf}/sends?id=${id}`)
    const seen = auditor.getByRole('dialog', { name: '陈静发出的普通群红包' })
    await seen.getByText('收回没人领的').waitFor()
    expect(await seen.getByRole('button', { name: '收回', exact: true }).count()).toBe(0)
    const full = await stage.apiOf('sunli').readSendOnBehalf({ path: { id: onBehalfOf, sendId: id } })
    expect(full.sums).toEqual({ paid: 26_000, claimed: 13_000, returned: 13_000, left: 0 })
    await page.context().close()
    await auditor.context().close()
  },
)

longTest('every page of the desk can be used by everybody, in light and dark and in English', async () => {
  const id = await organisationId()
  const page = await atDesk('laoban', '林志远')
  const { items } = await stage.apiOf('laoban').listSendsOnBehalf({ path: { id } })
  const places = ['approvals?box=seen', 'people', 'policy', 'sends', `sends?id=${items[0]!.id}`]
  // Worn before a page is opened: light, dark, dark in English, light in English.
  const looks = [[], ['深色'], ['English'], [], ['Light']]
  for (const [i, place] of places.entries()) {
    for (const name of looks[i] ?? []) await page.getByRole('button', { name, exact: true }).click()
    await page.goto(`/desk/${id}/${place}`)
    await page.locator('h1').first().waitFor()
    await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' })
    expect(await violationsOnDesk(page), place).toEqual([])
  }
  await page.context().close()
})

test('nothing at the desk breaks the page’s policy, and no phone loads any of it', () => {
  expect(broken).toEqual([])
  const read = (name: string) => readFileSync(fromRoot(`packages/web/dist/${name}`), 'utf8')
  const { deskOnly } = JSON.parse(read('sizes.json')) as { deskOnly: string[] }
  const keptAhead = JSON.parse(read('files.json')) as string[]
  expect(deskOnly).toContain('desk.html')
  expect(keptAhead.filter((path) => deskOnly.includes(path.slice(1)))).toEqual([])
  const ofPhone = keptAhead.filter((path) => path.endsWith('.js'))
  expect(ofPhone.filter((path) => read(path.slice(1)).includes('ant-btn'))).toEqual([])
})
