/** Limits on the phone: lowered at once, raised after a day, said where an amount is typed; a family's allowance and alerts. */

import { afterAll, beforeAll, expect } from 'vitest'
import { balanceOf, says, yuan } from './acts.ts'
import { longTest } from './long-test.ts'
import { sendKnowingly } from './send-knowingly.ts'
import { openStage, type Phone, type Stage } from './stage.ts'

let stage: Stage
let mama: Phone
let son: Phone

beforeAll(async () => {
  stage = await openStage()
  mama = await stage.phone('mama', { reducedMotion: true })
  son = await stage.phone('xiaoming', { reducedMotion: true })
}, 180_000)
afterAll(() => stage.close())

const sum = (fen: number) => `¥${yuan(fen)}`
const plain = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** What mama calls her son. */
async function sonsName(): Promise<string> {
  const { items } = await mama.api.listContacts({ query: { limit: 200 } })
  const found = items.find(({ member }) => member.id === son.memberId)
  return found?.alias ?? (await son.api.getMe()).name
}

async function setDay(phone: Phone, amount: string, button: string): Promise<void> {
  const { page } = phone
  await phone.go('/limits')
  await page.getByRole('button', { name: /^每天/ }).click()
  await page.getByLabel('你自己的限额').fill(amount)
  await page.getByRole('button', { name: button, exact: true }).click()
}

longTest('a limit is lowered at once, is met by a transfer, and is raised a day later', async () => {
  const { page, api } = mama
  const sent = (await api.getMyLimits()).limits.find(({ kind }) => kind === 'day')!.counted!
  const limit = sent + 300_000
  await setDay(mama, plain(limit), `马上改为 ${sum(limit)}`)
  await says(page, '已改好')
  await page.getByText(`最多 ${sum(limit)}`).waitFor()
  await page.getByText(`今天还能发 ${sum(300_000)}`).waitFor()

  await page.goto(`/transfer?to=${son.memberId}`)
  const field = page.getByLabel('金额', { exact: true })
  await field.fill('2999.99')
  await page.getByText('今天还能发 ¥3,000.00', { exact: true }).waitFor()
  await field.fill('3000.01')
  const send = page.getByRole('button', { name: '转账 ¥3,000.01' })
  await expect.poll(() => send.isDisabled()).toBe(true)
  const why = page.locator(`[id="${await send.getAttribute('aria-describedby')}"]`)
  expect(await why.textContent()).toBe('超过今天还能发的 ¥3,000.00')

  await setDay(mama, plain(limit + 100), `24 小时后改为 ${sum(limit + 100)}`)
  await page
    .getByText(`起改为 ${sum(limit + 100)}`)
    .first()
    .waitFor()
  await stage.forward(86_400_000)
  await mama.go('/limits')
  await page.getByText(`最多 ${sum(limit + 100)}`).waitFor()
})

longTest('an allowance is given, accepted, paid from and ended, on two phones', async () => {
  const [hers, his] = [await balanceOf(mama), await balanceOf(son)]
  await mama.go('/family')
  await mama.page.getByRole('button', { name: '给家人一份额度' }).click()
  await mama.page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(await sonsName()) })
    .click()
  await mama.page.getByLabel('每月最多').fill('500')
  await mama.page.getByRole('button', { name: /每月 ¥500\.00$/ }).click()
  await mama.page.getByText(/^等对方答应/).waitFor()

  await son.go('/family')
  await son.page.getByRole('button', { name: '答应' }).click()
  await son.page.getByText('本月还能用 ¥500.00，每月 ¥500.00').waitFor()

  await son.page.goto(`/transfer?to=${stage.idOf('gugu')}`)
  await son.page.getByRole('button', { name: /^用谁的钱/ }).click()
  const purses = son.page.getByRole('dialog', { name: '用谁的钱发？' })
  await purses.getByRole('button', { name: /给的额度.*本月还能用 ¥500\.00/ }).click()
  await son.page.getByLabel('金额', { exact: true }).fill('400')
  await son.page.getByRole('button', { name: '转账 ¥400.00' }).waitFor()
  await son.go('/family')

  const [family] = (await son.api.listFamilies()).held
  const payee = stage.idOf('gugu')
  await sendKnowingly(son.api, { payeeId: payee, amount: 20_000, paidFrom: family!.id })
  expect([await balanceOf(mama), await balanceOf(son)]).toEqual([hers - 20_000, his])
  await mama.page.getByText('本月已用 ¥200.00，每月 ¥500.00').waitFor()

  await son.page.getByText('本月还能用 ¥300.00，每月 ¥500.00').click()
  await son.page.getByRole('button', { name: '结束这份额度' }).click()
  await son.page.getByText('没有人给你家庭额度。').waitFor()
  await mama.page.getByText(/^还没有给过/).waitFor()
})

longTest(
  'guardian alerts begin when both agree, are seen by both, and are ended by the one they are about',
  async () => {
    await mama.go('/family')
    await mama.page.getByRole('button', { name: '请人守护我' }).click()
    await mama.page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(await sonsName()) })
      .click()
    await mama.page.getByText(/^等.*答应$/).waitFor()
    await son.go('/family')
    await son.page.getByRole('button', { name: '答应' }).click()
    await son.page.getByText(/的提醒会发给你$/).waitFor()
    await mama.page.getByText(/会收到你的提醒$/).waitFor()

    await mama.api.putMyLimits({ body: { send: 100 } })
    await expect(
      mama.api.sendTransfer({ body: { payeeId: son.memberId, amount: 101 } }),
    ).rejects.toMatchObject({ code: 'limit_send' })
    await son.go('/inbox')
    await son.page.getByText(/有一笔付款被拦下或需要确认，请打电话问一问/).waitFor()
    await mama.page.getByText(/^上次提醒/).waitFor()

    await mama.page.getByRole('button', { name: /^结束和.*的守护提醒$/ }).click()
    await mama.page.getByText('还没有守护关系。').waitFor()
  },
)
