import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromRoot } from '../../scripts/root.ts'
import { openStage, type Stage } from './stage.ts'

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

test('a rule is drafted by one administrator, told where it is wrong, and published by the other alone', async () => {
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
})

test('two approvers press A at once: the send is approved by one, and the other is told', async () => {
  const onBehalfOf = await organisationId()
  const sender = stage.apiOf('caiwu')
  const body = { payeeId: stage.idOf('zhangwei'), amount: 600_000, note: '差旅', onBehalfOf }
  const { id: sendId } = await sender.sendTransfer({ body })
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
