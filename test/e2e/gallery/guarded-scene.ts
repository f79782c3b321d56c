/** What the gallery shows where the guard is on: habits to differ from, limits, a family, and what waits in a company. */

import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import { sendKnowingly } from '../send-knowingly.ts'
import type { Stage } from '../stage.ts'
import type { Scene } from './scene.ts'

/** Make everything, and let it come to where it is shown. */
export async function prepareGuardedScene(stage: Stage): Promise<Scene> {
  const mama = stage.apiOf('mama')
  for (let day = 0; day < 4; day++) {
    await sendKnowingly(mama, { payeeId: stage.idOf('gugu'), amount: 11_000, note: '菜钱' })
    await sendKnowingly(mama, { payeeId: stage.idOf('caihong'), amount: 6_600, note: '花' })
    await stage.forward(dayMs)
  }
  await mama.putMyLimits({ body: { send: 200_000, day: 500_000 } })
  await shareInFamily(stage)
  const ids = await sendForCompany(stage)
  // What was just sent says so for a while, over every page.
  await stage.forward(minuteMs)
  return { ids, family: stage.idOf('family'), stage, link: '', toOpen: [] }
}

/** An allowance and two guardian links: one in force, one that waits for an answer. */
async function shareInFamily(stage: Stage): Promise<void> {
  const [mama, xiaoming] = [stage.apiOf('mama'), stage.apiOf('xiaoming')]
  const memberId = stage.idOf('xiaoming')
  const allowance = await mama.inviteToFamily({ body: { memberId, monthMax: 50_000, approveAbove: 10_000 } })
  await xiaoming.acceptFamily({ path: { id: allowance.id } })
  const asked = await mama.askGuardian({ body: { memberId, as: 'guardian' } })
  await xiaoming.acceptGuardian({ path: { id: asked.id } })
  await stage.apiOf('nainai').askGuardian({ body: { memberId: stage.idOf('mama'), as: 'protected' } })
}

/** One transfer that cools off, and three sends of the company that wait for a word. */
async function sendForCompany(stage: Stage): Promise<Record<string, string>> {
  const [boss, sender] = [stage.apiOf('laoban'), stage.apiOf('caiwu')]
  const held = await sendKnowingly(boss, { payeeId: stage.idOf('zhangwei2'), amount: 660_000, note: '尾款' })
  const onBehalfOf = (await sender.listMyOrganisations()).items[0]!.organisationId
  const send = (key: string, amount: number, note: string, payeeName: string) =>
    sendKnowingly(sender, { payeeId: stage.idOf(key), amount, note, payeeName, onBehalfOf })
  const close = await send('zhangwei', 600_000, '差旅', '张玮')
  const large = await send('zhangwei2', 4_800_000, '设备尾款，请按合同第三条支付，发票随后补上', '张玮')
  const plain = await send('sunli', 520_000, '团建', '孙丽')
  await boss.askSenderOfApproval({ path: { sendId: large }, body: { note: '合同编号是多少？' } })
  return { held, close, large, plain, organisation: onBehalfOf }
}
