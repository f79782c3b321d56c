/** What the gallery shows of care before money moves: a passkey that is asked for, a refusal, and a family's word. */

import type { Laisee } from '@laisee/client/client.ts'
import { dayMs, hourMs, minuteMs } from '@laisee/core/instant.ts'
import { createKeyFor, signWith, type SoftKey } from '@laisee/server/passkeys/testing/authenticator.ts'
import type { Stage } from '../stage.ts'
import { sendKnowingly } from '../send-knowingly.ts'
import type { Scene } from './scene.ts'

/** Ten in the morning in Shanghai, in UTC: nothing is asked for the hour, and a minor may send. */
const morning = 2 * hourMs

/** Make everything, and let it come to where it is shown. */
export async function prepareCareScene(stage: Stage): Promise<Scene> {
  const now = Date.parse((await stage.apiOf('mama').readClock()).now)
  await stage.forward((morning - (now % dayMs) + dayMs) % dayMs)
  await stage.apiOf('mama').putMyLimits({ body: { send: 200_000, day: 500_000 } })
  await asksForPasskey(stage)
  await freezeWhole(stage, 'huangyong')
  await reportOften(stage, 'zhaolei')
  await offerInFamily(stage)
  const ids = await askGuardian(stage)
  await stage.forward(minuteMs)
  return { ids, family: stage.idOf('family'), stage, link: '', toOpen: [] }
}

/** A passkey as a phone would make it. */
async function addPasskey(api: Laisee, name: string): Promise<SoftKey> {
  const { options } = await api.startPasskey({ body: {} })
  const { key, made } = createKeyFor(options)
  const { id, clientDataJSON, attestationObject } = made
  const credential = { id, clientDataJSON, attestationObject, transports: ['internal'] }
  await api.addPasskey({ body: { name, credential } })
  return key
}

/** From ¥200 on 李娜 wants to be asked; 陈晨 is a minor, is asked always, and has no passkey yet. */
async function asksForPasskey(stage: Stage): Promise<void> {
  const lina = stage.apiOf('lina')
  await addPasskey(lina, '李娜的手机')
  await lina.setStepUp({ body: { fromAmount: 20_000 } })
  await stage.operator.setAgeBand({ path: { id: stage.idOf('chenchen') }, body: { band: 'teen' } })
}

async function freezeWhole(stage: Stage, key: string): Promise<void> {
  const note = '本人来电说手机丢了，先停住往外付'
  const body = { kind: 'wallet', subjectId: stage.idOf(key), reason: 'account_theft', note } as const
  await stage.apiOf('kefu').freezeMoney({ body: { ...body, basis: 'policy' } })
}

/** Three people whose money somebody has report them: whoever had nothing to do with them does not count. */
async function reportOften(stage: Stage, key: string): Promise<void> {
  const path = { id: stage.idOf(key) }
  const reporters = ['lina', 'wangfang', 'liuyang']
  for (const by of reporters)
    await sendKnowingly(stage.apiOf(by), { payeeId: path.id, amount: 1_500, delayS: 0, note: '票的定金' })
  await stage.forward(minuteMs)
  for (const by of reporters)
    await stage.apiOf(by).reportMember({ path, body: { reason: 'scam', note: '收了票钱就不回消息' } })
}

/** Send to somebody who was reported, as one who has read what is asked; it cools off. Gives the transfer's id. */
export async function sendToReported(stage: Stage): Promise<string> {
  const body = { payeeId: stage.idOf('zhaolei'), amount: 38_000, note: '演唱会的票' }
  return sendKnowingly(stage.apiOf('sunli'), body)
}

/** What a person is offered: an allowance, and to look after somebody. */
async function offerInFamily(stage: Stage): Promise<void> {
  const memberId = stage.idOf('gugu')
  await stage.apiOf('mama').inviteToFamily({ body: { memberId, monthMax: 80_000, approveAbove: 20_000 } })
  await stage.apiOf('nainai').askGuardian({ body: { memberId, as: 'protected' } })
}

/** 小明 is fifteen: what he sends above a sum waits for 妈妈, who also pays some of it. */
async function askGuardian(stage: Stage): Promise<Record<string, string>> {
  const [mama, son] = [stage.apiOf('mama'), stage.apiOf('xiaoming')]
  const memberId = stage.idOf('xiaoming')
  const { id: familyId } = await mama.inviteToFamily({
    body: { memberId, monthMax: 50_000, approveAbove: 10_000 },
  })
  await son.acceptFamily({ path: { id: familyId } })
  const guardian = await mama.askGuardian({ body: { memberId, as: 'guardian' } })
  await son.acceptGuardian({ path: { id: guardian.id } })
  const key = await addPasskey(son, '小明的手机')
  await stage.operator.setAgeBand({ path: { id: memberId }, body: { band: 'teen' } })
  const send = async (transfer: { payeeId: string; amount: number; note: string; paidFrom?: string }) => {
    const { options } = await son.startStepUp({ body: { transfer } })
    return (await son.sendTransfer({ body: { ...transfer, stepUp: { passkey: signWith(key, options) } } })).id
  }
  const payeeId = stage.idOf('gugu')
  return {
    own: await send({ payeeId, amount: 12_000, note: '还姑姑垫的书钱' }),
    paidByMama: await send({ payeeId, amount: 15_000, note: '球鞋', paidFrom: familyId }),
  }
}
