/** Packets that the shown commands can claim and recall at once: those the past left open, or new ones. */

import { createClient, type Laisee } from '@laisee/client/client.ts'
import { sleep } from '@laisee/client/patience.ts'
import type { DemoCallers } from './tokens.ts'

export interface ToTry {
  /** One that the teenager can claim; undefined where his family has changed too much for it. */
  claimId: string | undefined
  /** One that the father can recall. */
  recallId: string | undefined
}

const lifeS = 7 * 86_400
const lookEveryMs = 200

/** Find them, or send them and wait until they are delivered. */
export async function packetsToTry(baseUrl: string, { people, operatorToken }: DemoCallers): Promise<ToTry> {
  const operator = createClient({ baseUrl, token: operatorToken })
  const one = (key: string): Actor => {
    const { id, token } = people.find((person) => person.key === key)!
    return { id, laisee: createClient({ baseUrl, token }) }
  }
  const [mama, xiaoming, baba] = [one('mama'), one('xiaoming'), one('baba')]
  const dinner = { groupName: '一家人', total: 8_800, count: 5, greeting: '晚饭前抢一个' }
  const coffee = { groupName: '赤兔科技', total: 66_600, count: 12, greeting: '请大家喝咖啡' }
  const [claimId, recallId] = await Promise.all([
    findOrSend(operator, mama, xiaoming, 'claim', dinner),
    findOrSend(operator, baba, baba, 'recall', coffee),
  ])
  return { claimId, recallId }
}

interface Actor {
  id: string
  laisee: Laisee
}

interface NewPacket {
  groupName: string
  total: number
  count: number
  greeting: string
}

/** A packet of this sender's with which that one may do this now. A sender who has spent it all is given some more. */
async function findOrSend(
  operator: Laisee,
  sender: Actor,
  actor: Actor,
  verb: 'claim' | 'recall',
  { groupName, total, count, greeting }: NewPacket,
): Promise<string | undefined> {
  const { items: sent } = await sender.laisee.listSentPackets()
  for (const { id } of sent.filter(({ state }) => state === 'open')) {
    if (await may(actor, verb, id)) return id
  }
  const { items: groups } = await sender.laisee.listGroups()
  const groupId = groups.find(({ name }) => name === groupName)?.id
  if (groupId === undefined) return undefined
  const { balance } = await sender.laisee.getWallet()
  if (balance < total) await operator.topUp({ body: { memberId: sender.id, amount: total - balance } })
  const body = { kind: 'lucky' as const, total, count, greeting, groupId, expireAfterS: lifeS }
  const packet = await sender.laisee.settle('sendPacket', { body })
  return packet.ok ? whenDelivered(packet.data, actor, verb) : undefined
}

/** The packet's id as soon as this can be done with it. */
async function whenDelivered(
  { id, sentAt, deliverAt }: { id: string; sentAt: string; deliverAt: string },
  actor: Actor,
  verb: 'claim' | 'recall',
): Promise<string | undefined> {
  await sleep(Date.parse(deliverAt) - Date.parse(sentAt))
  for (let tries = 0; tries < 10; tries++) {
    if (await may(actor, verb, id)) return id
    await sleep(lookEveryMs)
  }
  return undefined
}

async function may({ laisee }: Actor, verb: 'claim' | 'recall', id: string): Promise<boolean> {
  const seen = await laisee.settle('readPacket', { path: { id } })
  return seen.ok && seen.data.may.includes(verb)
}
