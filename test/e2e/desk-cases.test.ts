import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { minuteMs } from '@laisee/core/instant.ts'
import { longTest } from './long-test.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
/** Two desks, and a service that is asked again and again, beside whatever else runs. */
const patience = { timeout: 120_000 }
beforeAll(async () => {
  stage = await openStage()
}, 240_000)
afterAll(() => stage.close())

/** One of the service's staff at the desk, signed in by the page. */
async function atDesk(key: string, name: string): Promise<Page> {
  const { page } = await stage.phone(key, { width: 1440, height: 900, signedOut: true })
  await page.goto('/desk')
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('heading', { name: '争议', exact: true }).waitFor()
  return page
}

/** Money that arrived by mistake, and the dispute about it. */
async function openDispute(amount: number): Promise<{ id: string; sourceId: string }> {
  const body = { payeeId: stage.idOf('caihong2'), amount, delayS: 0, note: '房租' }
  const { id: sourceId } = await stage.apiOf('mama').sendTransfer({ body })
  await stage.forward(minuteMs)
  const text = '想转给同学彩虹，点到了同名的花店'
  const dispute = { sourceId, cause: 'mistake' as const, text }
  return { id: (await stage.apiOf('mama').openDispute({ body: dispute })).id, sourceId }
}

const balanceOf = async (key: string) => (await stage.apiOf(key).getWallet()).balance

longTest(
  'a dispute is taken in hand, heard, and decided without taking anybody’s money',
  patience,
  async () => {
    const { id } = await openDispute(50_000)
    const shop = stage.apiOf('caihong2')
    const page = await atDesk('kefu', '何敏')
    await page.getByText('没人接手', { exact: true }).first().click()
    await page.getByRole('button', { name: '李彩霞 对 彩虹' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '李彩霞 和 彩虹 的争议' }).waitFor()
    await page.getByText('想转给同学彩虹').waitFor()
    await page.getByRole('button', { name: '接手' }).click()
    await page.getByRole('button', { name: '作出决定' }).click()
    const early = page.getByRole('dialog', { name: '作出决定' })
    await early.getByText(/彩虹还没有说。等对方说了，或者过了/).waitFor()
    expect(await early.getByRole('radio', { name: '退还全部' }).isDisabled()).toBe(true)
    expect(await early.getByRole('radio', { name: '先冻结' }).isChecked()).toBe(true)
    await early.getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '请一方补充' }).click()
    const question = page.getByRole('dialog', { name: '请谁补充什么？' })
    await question.getByLabel('要补充什么（对方看得到）').fill('有没有金额相同的订单？')
    await question.getByRole('button', { name: '请一方补充' }).click()
    await page.getByText('有没有金额相同的订单？').waitFor()
    await shop.stateInDispute({ path: { id }, body: { text: '查过了，没有这一单' } })
    await page.getByText('查过了，没有这一单').waitFor({ timeout: 30_000 })

    await page.getByRole('button', { name: '作出决定' }).click()
    const decision = page.getByRole('dialog', { name: '作出决定' })
    await decision.getByRole('radio', { name: '退还一部分' }).press('Space')
    await decision.getByLabel('金额（元）').fill('300')
    await decision.getByRole('button', { name: '下一步：看看会发生什么' }).click()
    await decision.getByText('请写明理由').waitFor()
    await decision.getByLabel('理由').fill('备注和双方的话都说明付错了')
    await decision.getByRole('button', { name: '下一步：看看会发生什么' }).click()
    await decision.getByText('以李彩霞的名义请彩虹退 ¥300.00').waitFor()
    await decision.getByText('不会动彩虹的钱，也不会冻结。').waitFor()
    const before = await balanceOf('caihong2')
    await decision.getByRole('button', { name: '确认决定' }).click()
    await page.getByText('已请对方退').waitFor()
    expect(await balanceOf('caihong2')).toBe(before)
    const decided = await shop.readDispute({ path: { id } })
    expect(decided).toMatchObject({ state: 'decided', outcome: 'part' })
    expect(decided.facts.at(-1)).toMatchObject({ kind: 'decided', amount: 30_000, effect: 'backed' })

    await page.context().close()
  },
)

longTest('whoever decided hands an appeal to a colleague, whose word is the last', patience, async () => {
  const { id, sourceId } = await openDispute(12_000)
  const [shop, agent] = [stage.apiOf('caihong2'), stage.apiOf('kefu')]
  await agent.assignDispute({ path: { id }, body: {} })
  await shop.stateInDispute({ path: { id }, body: { text: '是一笔订单' } })
  await agent.decideDispute({ path: { id }, body: { outcome: 'return', reasons: '付错了' } })
  const page = await atDesk('kefu', '何敏')
  await page.getByText('全部', { exact: true }).first().click()
  await page.getByRole('row', { name: /¥120\.00/ }).click()
  await page.getByText('已有决定').waitFor()
  await shop.appealDispute({ path: { id }, body: { text: '钱已经拿去进货了' } })
  await stage.apiOf('mama').stateInDispute({ path: { id }, body: { text: '我没有下过单' } })
  await page.getByText('原决定是你作的').waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: '交给同事' }).click()
  const hand = page.getByRole('dialog', { name: '交给哪位同事？' })
  await hand.getByText('郑凯').waitFor()
  await hand.getByRole('button', { name: '交给同事' }).click()
  await page.getByText('何敏（争议处理员）把争议交给郑凯').waitFor()

  const second = await atDesk('kefu2', '郑凯')
  await second.getByRole('row', { name: /¥120\.00/ }).click()
  await second.getByRole('button', { name: '对申诉作决定' }).click()
  const final = second.getByRole('dialog', { name: '对申诉作决定' })
  await final.getByRole('radio', { name: '不支持退还' }).press('Space')
  await final.getByLabel('理由').fill('对方已经说明用途')
  await final.getByRole('button', { name: '下一步：看看会发生什么' }).click()
  await final.getByText('¥120.00 还是彩虹的。').waitFor()
  await final.getByText('这是最终决定').waitFor()
  await final.getByRole('button', { name: '确认决定' }).click()
  await second.getByText('这个争议已经结束').waitFor()
  const closed = await stage.apiOf('mama').readDispute({ path: { id } })
  expect(closed).toMatchObject({ state: 'closed', outcome: 'refuse', sourceId })
  await page.context().close()
  await second.context().close()
})

const order = Buffer.from('%PDF-1.4\n% an order of a court\n%%EOF\n')

longTest(
  'an order freezes an amount with its document; a colleague answers the objection',
  patience,
  async () => {
    const page = await atDesk('kefu', '何敏')
    await page.getByRole('link', { name: '冻结' }).click()
    await page.getByRole('button', { name: '新建冻结' }).click()
    const form = page.getByRole('dialog', { name: '新建冻结' })
    await form.getByLabel('会员或组织编号').fill(stage.idOf('huangyong'))
    await form.getByText('黄勇').waitFor()
    await form.getByLabel('冻结多少（元）').fill('100')
    await form.getByText('法院冻结').click()
    await form.getByRole('button', { name: '下一步：看看会发生什么' }).click()
    await form.getByText('依文书冻结，要写文书编号').waitFor()
    await form.getByLabel('文书编号').fill('(2026)京01执88号')
    await form
      .getByLabel('文书', { exact: true })
      .setInputFiles({ name: 'order.pdf', mimeType: 'application/pdf', buffer: order })
    await form.getByText(/已上传/).waitFor()
    await form.getByLabel('写给当事人的说明').fill('法院的冻结通知')
    const before = await balanceOf('huangyong')
    await form.getByRole('button', { name: '下一步：看看会发生什么' }).click()
    const question = page.getByRole('dialog', { name: '确认冻结？' })
    await question.getByText('从黄勇的零钱里单独放开 ¥100.00').waitFor()
    await question.getByRole('button', { name: '冻结', exact: true }).click()
    const drawer = page.getByRole('dialog', { name: '黄勇的冻结' })
    await drawer.getByText('民诉法解释').first().waitFor()
    expect(await balanceOf('huangyong')).toBe(before - 10_000)
    const holder = stage.apiOf('huangyong')
    const { items } = await holder.listMyFreezes()
    const id = items[0]!.id
    await holder.appealFreeze({ path: { id }, body: { text: '名字相同，不是我' } })
    await drawer.getByText('这笔是你冻结的').waitFor({ timeout: 30_000 })
    expect(await drawer.getByRole('button', { name: '答复申诉' }).isDisabled()).toBe(true)

    const second = await atDesk('kefu2', '郑凯')
    await second.goto(page.url())
    const seen = second.getByRole('dialog', { name: '黄勇的冻结' })
    await seen.getByRole('button', { name: '答复申诉' }).click()
    const answer = second.getByRole('dialog', { name: '答复黄勇的申诉' })
    await answer.getByText('名字相同，不是我').waitFor()
    await answer.getByText('成立，马上解除冻结', { exact: true }).click()
    await answer.getByLabel('答复（对方看得到）').fill('核对过证件，确实不是同一人')
    await answer.getByRole('button', { name: '答复申诉' }).click()
    await seen.getByText('已解除').first().waitFor()
    expect(await balanceOf('huangyong')).toBe(before)
    await page.context().close()
    await second.context().close()
  },
)

longTest(
  'an auditor reads every page of the service’s own staff, changes nothing, and everybody can use them',
  patience,
  async () => {
    const { id } = await openDispute(8_800)
    const page = await atDesk('kefushenji', '吴桐')
    const { items } = await stage.apiOf('kefushenji').listMyOrganisations()
    const house = items[0]!.organisationId
    const reason = 'scam' as const
    await stage.apiOf('mama').reportMember({ path: { id: stage.idOf('huangyong') }, body: { reason } })
    for (const place of ['disputes', `disputes?id=${id}`, 'freezes', 'freezes?state=ended', 'reports']) {
      await page.goto(`/desk/${house}/${place}`)
      await page.locator('h1').first().waitFor()
      await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' })
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      expect(
        violations.map(({ id: rule, nodes }) => `${rule} ${nodes[0]!.html}`),
        place,
      ).toEqual([])
      for (const name of ['接手', '新建冻结', '解除冻结'])
        expect(await page.getByRole('button', { name }).count(), name).toBe(0)
    }
    await page.context().close()
  },
)
