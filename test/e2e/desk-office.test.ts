/** The desk's rarer acts: a stand-in, a seat handed on, many at once, the glass, a trial and the way back, a member's limits. */

import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { balanceOf, soon } from './acts.ts'
import { longTest } from './long-test.ts'
import { openStage, type Stage } from './stage.ts'
import { sendKnowingly } from './send-knowingly.ts'

let stage: Stage
let organisationId: string
beforeAll(async () => {
  stage = await openStage()
  organisationId = (await stage.apiOf('laoban').listMyOrganisations()).items[0]!.organisationId
}, 240_000)
afterAll(() => stage.close())

/** Two or three desks are opened in each flow, on a machine that may have others to serve. */
const flow = (name: string, act: () => Promise<void>) => longTest(name, { timeout: 180_000 }, act)

/** Somebody of the demo world at the desk, signed in already: how one signs in there is told in desk.test.ts. */
async function atDesk(key: string, path: string): Promise<Page> {
  const { page, context } = await stage.phone(key, { width: 1440, height: 900, reducedMotion: true })
  await context.addInitScript(() => {
    const session = localStorage.getItem('laisee.main.session')
    if (session !== null && localStorage.getItem('laisee.desk.session') === null)
      localStorage.setItem('laisee.desk.session', session)
  })
  await page.goto(path)
  await page.getByRole('navigation', { name: '工作台' }).waitFor()
  return page
}

const officeAt = (path: string) => `/desk/${organisationId}/${path}`

/** A transfer on the company's behalf. Gives its id. */
async function sendForCompany(amount: number, note: string): Promise<string> {
  const body = { payeeId: stage.idOf('zhangwei'), amount, delayS: 0, note, onBehalfOf: organisationId }
  return sendKnowingly(stage.apiOf('caiwu'), body)
}

const approvalOf = (sendId: string) => stage.apiOf('caiwu').readApproval({ path: { sendId } })

/** One approval at somebody's desk. */
async function openApproval(key: string, sendId: string): Promise<{ page: Page; drawer: Locator }> {
  const page = await atDesk(key, officeAt(`approvals?id=${sendId}`))
  const drawer = page.getByRole('dialog', { name: '陈静发起的审批' })
  await drawer.getByText(sendId).waitFor()
  return { page, drawer }
}

/** Choose from a list that opens under a field. */
async function choose(page: Page, field: Locator, name: string): Promise<void> {
  await field.click()
  await page.locator('.ant-select-item-option').filter({ hasText: name }).click()
}

/** Answer the question that is open: the reason, and its button. */
async function giveReason(page: Page, title: string, reason: string, action: string): Promise<void> {
  const question = page.getByRole('dialog', { name: title })
  await question.getByLabel('原因').fill(reason)
  await question.getByRole('button', { name: action, exact: true }).click()
  await question.waitFor({ state: 'hidden' })
}

flow('a seat is handed on for one send; a stand-in is chosen for a while and ended', async () => {
  const sendId = await sendForCompany(600_000, '转交一笔')
  const { page: lina, drawer } = await openApproval('lina', sendId)
  await drawer.getByRole('button', { name: '转交' }).waitFor()
  await lina.keyboard.press('t')
  const handing = lina.getByRole('dialog', { name: '把这一笔转交给谁？' })
  await choose(lina, handing.getByLabel('转交给'), '王芳')
  await handing.getByLabel('说明（可以不写）').fill('我在外地')
  await handing.getByRole('button', { name: '转交给王芳' }).click()
  await lina.getByText('已转交给王芳').first().waitFor()
  const given = await approvalOf(sendId)
  expect(given.acts.at(-1)).toMatchObject({
    kind: 'transferred',
    toId: stage.idOf('wangfang'),
    note: '我在外地',
  })
  expect(given.waitsFor).toContain(stage.idOf('wangfang'))
  expect(given.waitsFor).not.toContain(stage.idOf('lina'))

  await lina.goto(`/desk/${organisationId}/approvals`)
  await lina.getByText('没有人替你审批').waitFor()
  await lina.getByRole('button', { name: '请人代批' }).click()
  const asking = lina.getByRole('dialog', { name: '请人代批' })
  await asking.getByRole('button', { name: '请人代批' }).click()
  await asking.getByText('请选择一位同事', { exact: true }).last().waitFor()
  await choose(lina, asking.getByLabel('请谁'), '王芳')
  await asking.getByLabel('到什么时候').fill(await localDay(3))
  await asking.getByRole('button', { name: '请人代批' }).click()
  await lina.getByText('由王芳代批').waitFor()
  const path = { id: organisationId }
  const [delegation] = (await stage.apiOf('wangfang').listDelegations({ path })).items
  expect(delegation).toMatchObject({ fromId: stage.idOf('lina'), toId: stage.idOf('wangfang') })
  await lina.goto(`/desk/${organisationId}/people?id=${stage.idOf('lina')}`)
  const own = lina.getByRole('dialog', { name: '李娜' })
  await own.getByText('由王芳代批').waitFor()
  await own.getByRole('button', { name: '结束代批' }).click()
  await own.getByText('没有人替你审批').waitFor()
  expect((await stage.apiOf('wangfang').listDelegations({ path })).items).toEqual([])
  await lina.context().close()
})

/** A moment some days on, as a field for a local moment takes it. */
async function localDay(days: number): Promise<string> {
  const { now } = await stage.apiOf('lina').readClock()
  return `${new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10)}T12:00`
}

flow('an approver asks, the sender answers, and two administrators break the glass', async () => {
  const sendId = await sendForCompany(700_000, '紧急采购')
  const before = await balanceOf({ api: stage.apiOf('zhangwei') })
  const { page: boss, drawer } = await openApproval('laoban', sendId)
  await drawer.getByRole('button', { name: '询问' }).click()
  await giveReason(boss, '问陈静', '合同编号是多少？', '询问')
  const { page: clerk, drawer: own } = await openApproval('caiwu', sendId)
  await own.getByText('合同编号是多少？').waitFor()
  await own.getByRole('button', { name: '回答' }).click()
  await giveReason(clerk, '回答提问', 'HT-2026-118', '回答')
  await drawer.getByText('HT-2026-118').waitFor()

  await drawer.getByRole('button', { name: '紧急放行' }).click()
  await giveReason(boss, '紧急放行 ¥7,000.00？', '停机抢修', '紧急放行')
  await drawer.getByText('停机抢修').waitFor()
  expect((await approvalOf(sendId)).outcome).toBeNull()
  const { page: second, drawer: hers } = await openApproval('wangfang', sendId)
  await hers.getByRole('button', { name: '紧急放行' }).click()
  await giveReason(second, '紧急放行 ¥7,000.00？', '核实过，同意', '紧急放行')
  await hers.getByText('已通过').first().waitFor()
  expect((await approvalOf(sendId)).outcome).toBe('approved')
  await stage.forward(60_000)
  await expect.poll(() => balanceOf({ api: stage.apiOf('zhangwei') }), soon).toBe(before + 700_000)
  for (const page of [boss, clerk, second]) await page.context().close()
})

/** Have a version of the policy written by one administrator and published by the other. */
async function publish(change: object): Promise<void> {
  const path = { id: organisationId }
  const [boss, second] = [stage.apiOf('laoban'), stage.apiOf('wangfang')]
  const { content } = await boss.readCurrentPolicy({ path })
  const draft = await boss.draftPolicy({ path, body: { content: { ...content, ...change } } })
  await second.publishPolicy({ path: { ...path, policyId: draft.id! }, body: {} })
}

flow('several are approved at once below the sum the policy allows, and not above it', async () => {
  await publish({ bulkMax: 1_200_000 })
  const ids = [
    await sendForCompany(510_000, '甲'),
    await sendForCompany(520_000, '乙'),
    await sendForCompany(530_000, '丙'),
  ]
  const lina = await atDesk('lina', officeAt('approvals'))
  const row = (sum: string) => lina.getByRole('row').filter({ hasText: sum })
  for (const sum of ['5,100.00', '5,200.00', '5,300.00']) await row(sum).getByRole('checkbox').check()
  await lina.getByText('一次最多通过合计 ¥12,000.00').waitFor()
  expect(await lina.getByRole('button', { name: /^通过选中的 3 笔/ }).isDisabled()).toBe(true)
  await row('5,300.00').getByRole('checkbox').uncheck()
  await lina.getByRole('button', { name: '通过选中的 2 笔，合计 ¥10,300.00' }).click()
  await lina.getByText('已通过 2 笔').waitFor()
  const outcomes = await Promise.all(ids.map(async (id) => (await approvalOf(id)).outcome))
  expect(outcomes).toEqual(['approved', 'approved', null])
  await lina.context().close()
})

flow('a version is tried on what was sent, says how it differs, and is gone back to', async () => {
  await publish({ bulkMax: 900_000 })
  const boss = await atDesk('laoban', officeAt('policy'))
  await boss.getByRole('button', { name: '第 2 版' }).click()
  const version = boss.getByRole('dialog', { name: '第 2 版', exact: true })
  await version.getByText('和第 1 版的不同').waitFor()
  await version
    .locator('del')
    .getByText(/1200000|12,000/)
    .waitFor()
  await version.getByRole('button', { name: '用这一版试算' }).click()
  await version.getByText(/^共 \d+ 笔，会拦下 \d+ 笔$/).waitFor()
  await boss.keyboard.press('Escape')
  await boss.getByRole('button', { name: '第 1 版' }).click()
  const first = boss.getByRole('dialog', { name: '第 1 版', exact: true })
  await first.getByRole('button', { name: '回到这一版' }).click()
  await boss
    .getByRole('dialog', { name: '以第 1 版的内容起草新版本？' })
    .getByRole('button', { name: '回到这一版' })
    .click()
  await boss.getByText('已按第 1 版起草，等另一位管理员发布').first().waitFor()
  const path = { id: organisationId }
  const { items } = await stage.apiOf('laoban').listPolicies({ path })
  const draft = items.find(({ version: number }) => number === 3)!
  expect(draft.state).toBe('draft')
  await stage.apiOf('wangfang').publishPolicy({ path: { ...path, policyId: draft.id! }, body: {} })
  expect((await stage.apiOf('laoban').readCurrentPolicy({ path })).content.bulkMax).toBe(1_200_000)
  await boss.context().close()
})

flow('the service’s administrator sets a member’s limits and age; its auditor only looks', async () => {
  const memberId = stage.idOf('xiaoming')
  const house = (await stage.apiOf('kefushenji').listMyOrganisations()).items[0]!.organisationId
  const boss = await atDesk('kefuzhuguan', `/desk/${house}/limits`)
  await boss.getByLabel('成员编号').fill('xiaoming')
  await boss.keyboard.press('Enter')
  await boss.getByRole('status').getByText('这不是成员编号。编号以 mem_ 开头。').waitFor()
  await boss.getByLabel('成员编号').fill(memberId)
  await boss.keyboard.press('Enter')
  await boss.getByText('周明').first().waitFor()
  await boss.getByRole('button', { name: '设置限额' }).click()
  const setting = boss.getByRole('dialog', { name: '设置周明的限额' })
  await setting.getByLabel('每天').fill('五十')
  expect(await setting.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await setting.getByLabel('每天').fill('50')
  await setting.getByRole('button', { name: '保存' }).click()
  await boss.getByRole('row', { name: /每天/ }).getByText('¥50.00').first().waitFor()
  const dayOf = async () => {
    const { limits } = await stage.apiOf('xiaoming').getMyLimits()
    return limits.find(({ kind }) => kind === 'day')
  }
  expect(await dayOf()).toMatchObject({ max: 5_000, layer: 'operator' })
  await boss.getByRole('button', { name: '更改年龄段' }).click()
  const age = boss.getByRole('dialog', { name: '更改周明的年龄段' })
  await age.getByRole('radio', { name: '14 到 17 岁' }).check()
  await age.getByRole('button', { name: '保存' }).click()
  await age.waitFor({ state: 'detached' })
  await boss.getByText('每次发钱都要用通行密钥确认').waitFor()
  expect((await stage.apiOf('xiaoming').getMyLimits()).band).toBe('teen')

  const auditor = await atDesk('kefushenji', `/desk/${house}/limits?member=${memberId}`)
  await auditor.getByText('14 到 17 岁').waitFor()
  await auditor.getByRole('heading', { name: '谁守护他' }).waitFor()
  expect(await auditor.getByRole('button', { name: /^(设置限额|更改年龄段)$/ }).count()).toBe(0)
  await boss.context().close()
  await auditor.context().close()
})

flow(
  'an administrator takes over what a leaver left behind, agrees to it and lets go of the rest',
  async () => {
    const { items } = await stage.apiOf('laoban').listSendsOnBehalf({
      path: { id: organisationId },
      query: { text: '差旅报销' },
    })
    const page = await atDesk('laoban', officeAt(`sends?id=${items[0]!.id}`))
    const plans = page.getByRole('region', { name: '分期退还' })
    await plans.getByText('等待同意 · 黄勇已离开，没有人答复').waitFor()
    await plans.getByText(/接手后由你答复对方/).waitFor()
    await plans.getByRole('button', { name: '接手张玮的分期' }).click()
    await plans.getByText('已接手，以后由你答复。').waitFor()
    const [open] = (await stage.apiOf('laoban').listInstalments({ query: { side: 'creditor' } })).items
    const onPhone = await stage.phone('laoban', { reducedMotion: true })
    await onPhone.page.goto(`/instalments/${open!.id}`)
    await onPhone.page.getByRole('link', { name: '改一改' }).click()
    await onPhone.page.getByText('最多 ¥1,600.00').waitFor()
    await onPhone.close()
    await plans.getByRole('button', { name: '处理张玮的分期' }).click()
    const terms = page.getByRole('dialog', { name: '张玮分期退还' })
    await terms.getByText('张玮提议的（第 1 版），等你同意').waitFor()
    await terms.getByText('已经交了房租，分两个月退').waitFor()
    await terms.getByRole('button', { name: '同意这一版' }).click()
    await terms.waitFor({ state: 'hidden' })
    await plans.getByText('进行中 · 还要退 ¥1,600.00 · 由你答复').waitFor()
    const [plan] = (await stage.apiOf('zhangwei2').listInstalments({ query: { side: 'debtor' } })).items
    const paid = await stage.apiOf('zhangwei2').payInstalment({ path: { id: plan!.id }, body: {} })
    expect(paid).toMatchObject({ paid: 80_000, left: 80_000, creditor: { id: stage.idOf('laoban') } })
    await page.reload()
    await plans.getByRole('button', { name: '处理张玮的分期' }).click()
    await terms.getByText('已付', { exact: true }).waitFor()
    await terms.getByRole('button', { name: '免去余下的' }).click()
    const letting = page.getByRole('dialog', { name: '免去余下的？' })
    await letting.getByText(/余下的 ¥800\.00 不再要求退还/).waitFor()
    await letting.getByRole('button', { name: '免去余下的' }).click()
    await plans.getByText('已免去余下的', { exact: true }).waitFor()
    await page.context().close()
  },
)
