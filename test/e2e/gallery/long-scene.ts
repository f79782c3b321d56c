/** A world of names as long as people give them, in every script, and of lists of five hundred: what every page has to bear. */

import type { Ask } from '@laisee/client/client.ts'
import { newKey } from '@laisee/client/new-key.ts'
import { minuteMs } from '@laisee/core/instant.ts'
import type { Stage } from '../stage.ts'
import { sendKnowingly } from '../send-knowingly.ts'
import type { Scene } from './scene.ts'

/** Forty characters each: without a space, of wide signs, from right to left. */
export const longNames: Readonly<Record<string, string>> = {
  gugu: '欧阳上官司马诸葛慕容东方皇甫尉迟公孙令狐宇文长孙夏侯轩辕端木南宫西门百里呼延',
  caihong: 'Wolfeschlegelsteinhausenbergerdorffkaiser',
  zhangwei: '🧧'.repeat(40),
  zhangwei2: 'عبدالرحمنبنعبداللهبنمحمدبنعبدالعزيزالقرش',
  xiaoming: '阿卜杜勒热合曼伊敏江买买提阿不都热依木吾守尔努尔麦麦提艾合买提江图尔荪尼亚孜',
  caiwu: '陈静（财务部应付账款与供应商往来结算一组副组长兼内部审计联络人上海浦东分公司）',
}

const rows = 500
/** As many as are sent at once: the service is asked like by many people, not by one in a hurry. */
const atOnce = 10

async function inTurns(count: number, act: (at: number) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < count; from += atOnce)
    await Promise.all(Array.from({ length: Math.min(atOnce, count - from) }, (_, i) => act(from + i)))
}

/** Make everything, and let it come to where it is shown. */
export async function prepareLongScene(stage: Stage, { count = rows } = {}): Promise<Scene> {
  const { operator } = stage
  for (const [key, name] of Object.entries(longNames))
    await operator.changeMember({ path: { id: stage.idOf(key) }, body: { name } })
  const organisation = (await stage.apiOf('caiwu').listMyOrganisations()).items[0]!.organisationId
  const house = (await stage.apiOf('kefuzhuguan').listMyOrganisations()).items[0]!.organisationId
  await operator.renameOrganisation({ path: { id: organisation }, body: { name: longNames['gugu']! } })
  await operator.renameGroup({ path: { id: stage.idOf('family') }, body: { name: longNames['xiaoming']! } })
  await operator.topUpOrganisation({ path: { id: organisation }, body: { amount: 400_000_000 } })
  const ids = { organisation, house, ...(await sendForCompany(stage, organisation, count)) }
  await shareInFamily(stage)
  await joinCompany(stage, organisation, count)
  await stage.forward(minuteMs)
  return { ids, family: stage.idOf('family'), stage, link: '', toOpen: [] }
}

const payees = ['zhangwei', 'zhangwei2', 'caihong', 'gugu'] as const

/** What waits for approval and what was sent, with words as long as they may be. */
async function sendForCompany(
  stage: Stage,
  onBehalfOf: string,
  count: number,
): Promise<Record<string, string>> {
  const sender = stage.apiOf('caiwu')
  const words = '设备尾款请按合同第三条支付发票随后补上'.repeat(5)
  const body = (at: number, amount: number): Ask<'sendTransfer'>['body'] => ({
    payeeId: stage.idOf(payees[at % payees.length]!),
    amount,
    note: at % 3 === 0 ? words : `第 ${at} 笔`,
    onBehalfOf,
  })
  await inTurns(count, (at) => sendKnowingly(sender, body(at, 500 + at)))
  await stage.forward(minuteMs)
  await inTurns(count / 2, (at) => sendKnowingly(sender, body(at, 500_000 + at * 100)))
  const long = await sendKnowingly(sender, body(0, 4_888_888))
  await stage.apiOf('laoban').askSenderOfApproval({ path: { sendId: long }, body: { note: words } })
  const until = new Date(Date.parse((await sender.readClock()).now) + 600 * minuteMs).toISOString()
  const stand = { toId: stage.idOf('lina'), until }
  await stage.apiOf('laoban').delegateApprovals({ path: { id: onBehalfOf }, body: stand })
  return { long }
}

/** A family of long names: allowances, guardians, and a minor. */
async function shareInFamily(stage: Stage): Promise<void> {
  const [mama, son] = [stage.apiOf('mama'), stage.apiOf('xiaoming')]
  for (const key of ['xiaoming', 'gugu']) {
    const memberId = stage.idOf(key)
    const { id } = await mama.inviteToFamily({ body: { memberId, monthMax: 50_000, approveAbove: 10_000 } })
    if (key === 'xiaoming') await son.acceptFamily({ path: { id } })
  }
  const asked = await mama.askGuardian({ body: { memberId: stage.idOf('xiaoming'), as: 'guardian' } })
  await son.acceptGuardian({ path: { id: asked.id } })
  await stage.apiOf('gugu').askGuardian({ body: { memberId: stage.idOf('mama'), as: 'protected' } })
  const id = stage.idOf('xiaoming')
  await stage.operator.setAgeBand({ path: { id }, body: { band: 'teen' } })
  await stage.operator.setMemberLimits({ path: { id }, body: { send: 15_000, day: 30_000 } })
}

/** New people in the company, every third only invited. */
async function joinCompany(stage: Stage, id: string, count: number): Promise<void> {
  const names = Object.values(longNames)
  await inTurns(count, async (at) => {
    const name = at % 25 === 0 ? names[(at / 25) % names.length]! : `同事 ${at}`
    const member = await stage.operator.createMember({ body: { name }, idempotencyKey: newKey() })
    const body = {
      memberId: member.id,
      roles: at % 2 === 0 ? (['sender'] as const) : (['approver'] as const),
    }
    const ask = { path: { id }, body: { ...body, roles: [...body.roles] } }
    if (at % 3 === 0) await stage.apiOf('laoban').inviteOrganisationMember(ask)
    else await stage.operator.inviteOrganisationMember(ask)
  })
}
