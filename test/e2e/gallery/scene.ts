/** What the gallery shows, made through the API by the demo's people: a packet in each state, transfers, a link. */

import type { Laisee } from '@laisee/client/client.ts'
import type { Stage } from '../stage.ts'
import { prepareCollections } from './collection-shots.ts'
import { prepareReturns } from './return-scene.ts'

export interface Scene {
  /** Ids of packets and transfers by what they show. */
  ids: Readonly<Record<string, string>>
  family: string
  stage: Stage
  /** A sealed link to a packet for whoever holds it. */
  link: string
  /** Packets for one person, each to be opened once, for one picture. */
  toOpen: string[]
}

const minuteMs = 60_000

/** Make everything, and let it come to where it is shown. */
export async function prepareScene(stage: Stage): Promise<Scene> {
  const [mama, baba, xiaoming] = ['mama', 'baba', 'xiaoming'].map((key) => stage.apiOf(key)) as [
    Laisee,
    Laisee,
    Laisee,
  ]
  const family = stage.idOf('family')
  const ids: Record<string, string> = {}
  const send = async (name: string, from: Laisee, body: Parameters<Laisee['sendPacket']>[0]['body']) => {
    ids[name] = (await from.sendPacket({ body })).id
  }
  const lucky = { kind: 'lucky', groupId: family, count: 4, total: 8_800 } as const
  await send('expired', baba, { ...lucky, total: 4_000, greeting: '早起的有', expireAfterS: 60 })
  await stage.forward(2 * minuteMs)
  await send('soldOut', baba, { ...lucky, count: 1, total: 500, greeting: '手快有手慢无' })
  await send('open', baba, { ...lucky, total: 10_000, greeting: '周末愉快' })
  await send('paused', baba, { ...lucky, greeting: '等人齐了再领' })
  await send('recalled', baba, { ...lucky, greeting: '发错群了' })
  await send('notYet', baba, {
    ...lucky,
    greeting: '八点准时开抢',
    notBefore: await later(mama, 3 * 60 * minuteMs),
  })
  await send('test', baba, { ...lucky, greeting: '先试试', test: true })
  await send('phrase', baba, { ...lucky, greeting: '对暗号', passphrase: '新年快乐' })
  await send('unwished', baba, {
    kind: 'direct',
    recipientIds: [stage.idOf('mama')],
    count: 1,
    total: 5_200,
    greeting: '给你的',
  })
  await send('direct', xiaoming, {
    kind: 'direct',
    recipientIds: [stage.idOf('mama')],
    count: 1,
    total: 880,
    greeting: '妈妈辛苦啦',
  })
  await send('mine', mama, {
    ...lucky,
    total: 10_000,
    count: 5,
    splitMethod: 'provable',
    greeting: '恭喜发财，大吉大利',
  })
  await send('proved', mama, {
    ...lucky,
    total: 3_000,
    count: 2,
    splitMethod: 'provable',
    greeting: '可验证的拼手气',
  })
  await send('byLink', mama, {
    kind: 'lucky',
    link: true,
    count: 8,
    total: 6_600,
    greeting: '谁有链接谁先领',
  })
  const toOpen = await sendToOpen(stage)
  Object.assign(ids, await sendTransfers(stage))
  await stage.forward(minuteMs)
  await actOn(stage, ids)
  Object.assign(ids, await prepareReturns(stage), await prepareCollections(stage))
  const { token } = await mama.makePacketLink({ path: { id: ids.byLink! }, body: {} })
  return { ids, family, stage, link: `/claim#${token}`, toOpen }
}

async function later(api: Laisee, ms: number): Promise<string> {
  const { now } = await api.readClock()
  return new Date(Date.parse(now) + ms).toISOString()
}

const openings = 8

/** A packet for each picture of one being opened. */
async function sendToOpen(stage: Stage): Promise<string[]> {
  const gugu = stage.apiOf('gugu')
  const body = {
    kind: 'direct' as const,
    recipientIds: [stage.idOf('nainai')],
    count: 1,
    total: 6_600,
    greeting: '妈，买点好吃的',
  }
  const toOpen: string[] = []
  for (let i = 0; i < openings; i++) toOpen.push((await gugu.sendPacket({ body })).id)
  return toOpen
}

/** What the others do with it: claims, a pause, a recall, a question. */
async function actOn(stage: Stage, ids: Readonly<Record<string, string>>): Promise<void> {
  const [baba, gugu, xiaoming] = ['baba', 'gugu', 'xiaoming'].map((key) => stage.apiOf(key)) as [
    Laisee,
    Laisee,
    Laisee,
  ]
  const claim = (by: Laisee, name: string) => by.claimPacket({ path: { id: ids[name]! }, body: {} })
  await claim(gugu, 'soldOut')
  for (const by of [gugu, xiaoming]) await claim(by, 'mine')
  await claim(gugu, 'open')
  for (const by of [gugu, baba]) await claim(by, 'proved')
  await baba.pausePacket({ path: { id: ids.paused! } })
  await baba.recallPacket({ path: { id: ids.recalled! }, body: {} })
  await baba.askNotToOpenPacket({ path: { id: ids.unwished! } })
}

/** One transfer under way, and one that arrives. */
async function sendTransfers(stage: Stage): Promise<Record<string, string>> {
  const [mama, baba] = [stage.apiOf('mama'), stage.apiOf('baba')]
  const transfer = (
    await mama.sendTransfer({
      body: { payeeId: stage.idOf('caihong'), amount: 110_000, delayS: 86_400, note: '房租' },
    })
  ).id
  const arrived = (
    await baba.sendTransfer({
      body: { payeeId: stage.idOf('mama'), amount: 50_000, delayS: 0, note: '买菜' },
    })
  ).id
  return { transfer, arrived }
}
