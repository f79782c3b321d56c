/** Money that is asked back, in each state: made through the API by the demo's people. */

import type { Stage } from '../stage.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

/** The ids of sends, and of requests about them, by what they show. */
export async function prepareReturns(stage: Stage): Promise<Record<string, string>> {
  const ids = await sendAll(stage)
  await stage.forward(minuteMs)
  for (const key of ['gugu', 'baba', 'xiaoming'])
    await stage.apiOf(key).claimPacket({ path: { id: ids.toEveryone! }, body: {} })
  return { ...ids, ...(await askAll(stage, ids)), ...(await partAll(stage, ids)) }
}

async function sendAll(stage: Stage): Promise<Record<string, string>> {
  const mama = stage.apiOf('mama')
  const transfer = async (to: string, amount: number, note: string) =>
    (await mama.sendTransfer({ body: { payeeId: stage.idOf(to), amount, delayS: 0, note } })).id
  return {
    toAsk: await transfer('gugu', 110_000, '房租'),
    inParts: await transfer('gugu', 300_000, '学费'),
    agreedOf: await transfer('gugu', 120_000, '手机'),
    toGive: await transfer('gugu', 66_600, '替我买的票'),
    askedOf: await transfer('baba', 88_000, '车险'),
    partOf: await transfer('caihong', 50_000, '聚餐'),
    declinedOf: await transfer('nainai', 20_000, '买菜'),
    toEveryone: (
      await mama.sendPacket({
        body: {
          kind: 'equal',
          groupId: stage.idOf('family'),
          count: 3,
          total: 26_400,
          greeting: '本来要发到工作群',
        },
      })
    ).id,
  }
}

async function askAll(stage: Stage, ids: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const mama = stage.apiOf('mama')
  const body = { cause: 'AC03' } as const
  const ask = async (id: string) => (await mama.askTransferReturn({ path: { id }, body })).requests[0]!.id
  const [asked, part, declined] = [
    await ask(ids.askedOf!),
    await ask(ids.partOf!),
    await ask(ids.declinedOf!),
  ]
  const caihong = stage.apiOf('caihong')
  await caihong.markReturnRequestRead({ path: { id: part } })
  await caihong.returnAsRequested({ path: { id: part }, body: { amount: 20_000 } })
  await stage.apiOf('nainai').declineReturnRequest({
    path: { id: declined },
    body: { reason: 'ARDT', note: '上次的菜钱，我已经给你现金了' },
  })
  const { requests } = await mama.askPacketReturns({
    path: { id: ids.toEveryone! },
    body: { cause: 'AC03', recipientIds: [stage.idOf('gugu'), stage.idOf('xiaoming')] },
  })
  const ofAunt = requests.find(({ recipient }) => recipient.id === stage.idOf('gugu'))!
  await stage.apiOf('gugu').returnAsRequested({ path: { id: ofAunt.id }, body: {} })
  return { asked, part, declined }
}

/** A proposal that waits for its payer, and instalments under way. */
async function partAll(stage: Stage, ids: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const [mama, gugu] = [stage.apiOf('mama'), stage.apiOf('gugu')]
  const { now } = await mama.readClock()
  const firstOn = new Date(Date.parse(now) + 6 * dayMs).toISOString().slice(0, 10)
  const proposed = await gugu.proposeInstalments({
    body: {
      about: ids.inParts!,
      principal: 300_000,
      plan: { count: 7, firstOn, every: 'month' },
      note: '一次拿不出来，每月还一点可以吗',
    },
  })
  const { id } = await gugu.proposeInstalments({
    body: { about: ids.agreedOf!, principal: 120_000, plan: { count: 3, firstOn, every: 'two_weeks' } },
  })
  await mama.acceptInstalments({ path: { id }, body: { version: 1 } })
  await gugu.payInstalment({ path: { id }, body: {} })
  return { proposed: proposed.id, agreed: id }
}
