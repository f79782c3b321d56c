/** What the desk of the service's own staff shows: disputes at every stage, freezes with objections, reports. */

import sharp from 'sharp'
import type { Laisee } from '@laisee/client/client.ts'
import type { Stage } from '../stage.ts'
import type { Scene } from './scene.ts'

const minuteMs = 60_000

/** Money that has arrived by mistake. Gives the transfer's id. */
async function payWrongly(stage: Stage, from: string, to: string, amount: number): Promise<string> {
  const body = { payeeId: stage.idOf(to), amount, delayS: 0, note: '房租' }
  const { id } = await stage.apiOf(from).sendTransfer({ body })
  await stage.forward(minuteMs)
  return id
}

/** A picture of what two people wrote, as somebody hands it in. */
async function handInPicture(api: Laisee): Promise<string> {
  const line = (y: number, x: number) =>
    `<rect x="${x}" y="${y}" width="300" height="56" rx="12" fill="${x > 40 ? '#95ec69' : '#fff'}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="360"><rect width="420" height="360" fill="#ededed"/>${line(20, 100)}${line(100, 20)}${line(180, 100)}${line(260, 20)}</svg>`
  const picture = await sharp(Buffer.from(svg)).jpeg().toBuffer()
  const body = new Blob([new Uint8Array(picture)], { type: 'image/jpeg' })
  return (await api.handInDocument({ query: { kind: 'chat_record' }, body })).id
}

export interface Cases {
  /** The transfer that is disputed. */
  wrong: string
  heard: string
  fraud: string
  appealed: string
  freeze: string
}

/** Open three disputes, and bring each to where it is shown. */
export async function prepareCases(stage: Stage): Promise<Cases> {
  const [kefu, mama, shop] = ['kefu', 'mama', 'caihong2'].map((key) => stage.apiOf(key)) as [
    Laisee,
    Laisee,
    Laisee,
  ]
  const wrong = await payWrongly(stage, 'mama', 'caihong2', 50_000)
  const answers = [
    { question: 'whom_meant' as const, answer: '大学同学彩虹，头像是向日葵的那位' },
    { question: 'asked_back' as const, answer: '问过两次，对方没有回' },
  ]
  const text = '想把房租转给同学彩虹，点到了同名的花店。发现时已经到账了，我们之前没有来往过。'
  const { id: heard } = await mama.openDispute({
    body: { sourceId: wrong, cause: 'mistake', answers, text },
  })
  await mama.addDisputeDocument({
    path: { id: heard },
    body: { documentId: await handInPicture(mama) },
  })
  await kefu.assignDispute({ path: { id: heard }, body: {} })
  await shop.stateInDispute({
    path: { id: heard },
    body: { text: '收到了 500 元，以为是客人订花的定金，问了几位客人还没对上。' },
  })
  await kefu.noteOnDispute({
    path: { id: heard },
    body: { text: '两人没有往来，备注写的是房租，像是点错人。' },
  })
  await kefu.askInDispute({
    path: { id: heard },
    body: { toId: stage.idOf('caihong2'), text: '请补充：这几天有没有金额相同的订单？' },
  })
  const { id: freeze } = await freezeAndObject(stage)
  return { wrong, heard, freeze, ...(await openOthers(stage)) }
}

/** An amount frozen by one agent, with the objection that another answers. */
async function freezeAndObject(stage: Stage): Promise<{ id: string }> {
  const { id } = await stage.apiOf('kefu').freezeMoney({
    body: {
      kind: 'amount',
      subjectId: stage.idOf('caihong2'),
      amount: 50_000,
      reason: 'mistaken_payment',
      note: '付款方说 11 月 22 日的一笔转账付错了，先核实',
      basis: 'policy',
    },
  })
  const text = '这是店里的钱，要进货，请尽快解除。'
  await stage.apiOf('caihong2').appealFreeze({ path: { id }, body: { text } })
  await stage.apiOf('kefu2').freezeMoney({
    body: {
      kind: 'wallet',
      subjectId: stage.idOf('huangyong'),
      reason: 'account_theft',
      note: '本人来电说手机丢了，先停住往外付',
      basis: 'policy',
    },
  })
  return { id }
}

/** One that nobody has in hand, and one that is appealed. */
async function openOthers(stage: Stage): Promise<{ fraud: string; appealed: string }> {
  const [kefu, lina] = [stage.apiOf('kefu'), stage.apiOf('lina')]
  const tricked = await payWrongly(stage, 'lina', 'huangyong', 88_800)
  const { id: fraud } = await lina.openDispute({
    body: { sourceId: tricked, cause: 'fraud', text: '说能低价买到演唱会的票，付了钱就不回了。' },
  })
  const twice = await payWrongly(stage, 'wangfang', 'zhaolei', 12_000)
  const { id: appealed } = await stage.apiOf('wangfang').openDispute({
    body: { sourceId: twice, cause: 'mistake', text: '午饭的钱付了两遍。' },
  })
  await kefu.assignDispute({ path: { id: appealed }, body: {} })
  await stage
    .apiOf('zhaolei')
    .stateInDispute({ path: { id: appealed }, body: { text: '第二笔是还我垫的车费。' } })
  await kefu.decideDispute({
    path: { id: appealed },
    body: { outcome: 'refuse', reasons: '两笔金额不同，备注也不同，看不出是同一顿饭。' },
  })
  await stage.apiOf('wangfang').appealDispute({
    path: { id: appealed },
    body: { text: '第二笔的备注是系统带出来的，我有小票。' },
  })
  const body = { reason: 'scam' as const, about: tricked, note: '收了票钱就不回消息' }
  await lina.reportMember({ path: { id: stage.idOf('huangyong') }, body })
  return { fraud, appealed }
}

/** The same among the gallery's scenes. */
export async function addCases(scene: Scene): Promise<Scene> {
  const { items } = await scene.stage.apiOf('kefu').listMyOrganisations()
  const cases = await prepareCases(scene.stage)
  return { ...scene, ids: { ...scene.ids, ...cases, house: items[0]!.organisationId } }
}
