/** The rows of hundred.test.ts about returns and instalments: each with people of its own. */

import type { Ground } from './limit-rows.ts'

type Rows<Request> = Record<string, [make: () => Promise<Request>, events: number]>

/** What these rows need besides: time that passes, with whatever is due done, and a look at what is there. */
export interface Passing {
  pass(ms: number): Promise<void>
  seen(token: string, url: string): Promise<Record<string, unknown>>
}

const undoMs = 10_001
const dayMs = 86_400_000

/** By the route's name: the request, and how many events its one effect tells. */
export function returnRows<Request>(ground: Ground<Request>, passing: Passing): Rows<Request> {
  const { stranger, tokenOf, made, by } = ground
  const { pass, seen } = passing

  /** A hundred fen that somebody new has from another. */
  async function arrived(): Promise<{ id: string; payer: string; payee: string }> {
    const [payer, payeeId] = [await tokenOf(await stranger()), await stranger()]
    const id = await made(payer, '/v1/transfers', { payeeId, amount: 100, delayS: 0 })
    await pass(undoMs)
    return { id, payer, payee: await tokenOf(payeeId) }
  }
  async function claimed(): Promise<{ id: string; payer: string; payee: string }> {
    const [payer, memberId] = [await tokenOf(await stranger()), await stranger()]
    const body = { kind: 'direct', recipientIds: [memberId], total: 100, count: 1 }
    const id = await made(payer, '/v1/packets', body)
    await pass(undoMs)
    const payee = await tokenOf(memberId)
    await made(payee, `/v1/packets/${id}/claims`, {})
    return { id, payer, payee }
  }
  const ask = { cause: 'DUPL' }
  /** The same, asked back. */
  async function asked(): Promise<{ id: string; payer: string; payee: string }> {
    const { id: about, payer, payee } = await arrived()
    await made(payer, `/v1/transfers/${about}/return-requests`, ask)
    const { requests } = await seen(payer, `/v1/transfers/${about}/return-requests`)
    return { id: (requests as { id: string }[])[0]!.id, payer, payee }
  }
  const on = (verb: string, side: 'payer' | 'payee', body?: object) => async () => {
    const request = await asked()
    if (verb === 'remind') await pass(dayMs)
    return by(request[side], 'POST', `/v1/return-requests/${request.id}/${verb}`, body)
  }
  return {
    askPacketReturns: [
      async () => {
        const { id, payer } = await claimed()
        return by(payer, 'POST', `/v1/packets/${id}/return-requests`, ask)
      },
      1,
    ],
    askTransferReturn: [
      async () => {
        const { id, payer } = await arrived()
        return by(payer, 'POST', `/v1/transfers/${id}/return-requests`, ask)
      },
      1,
    ],
    returnPacketShare: [
      async () => {
        const { id, payee } = await claimed()
        return by(payee, 'POST', `/v1/packets/${id}/return`, { amount: 60 })
      },
      1,
    ],
    returnTransferMoney: [
      async () => {
        const { id, payee } = await arrived()
        return by(payee, 'POST', `/v1/transfers/${id}/return`, {})
      },
      1,
    ],
    markReturnRequestRead: [on('read', 'payee'), 2],
    returnAsRequested: [on('return', 'payee', { amount: 60 }), 1],
    declineReturnRequest: [on('decline', 'payee', { reason: 'LEGL' }), 1],
    remindReturnRequest: [on('remind', 'payer'), 1],
    withdrawReturnRequest: [on('withdraw', 'payer'), 1],
    ...instalmentRows(ground, passing, arrived),
  }
}

function instalmentRows<Request>(
  { made, by }: Ground<Request>,
  { seen }: Passing,
  arrived: () => Promise<{ id: string; payer: string; payee: string }>,
): Rows<Request> {
  const plan = { principal: 100, plan: { count: 3, firstOn: '', every: 'week' } }
  const soon = async (token: string) => {
    const { now } = await seen(token, '/v1/clock')
    return new Date(Date.parse(String(now)) + 5 * dayMs).toISOString().slice(0, 10)
  }
  async function proposed(): Promise<{ id: string; payer: string; payee: string }> {
    const { id: about, payer, payee } = await arrived()
    const body = { about, ...plan, plan: { ...plan.plan, firstOn: await soon(payer) } }
    return { id: await made(payer, '/v1/instalments', body), payer, payee }
  }
  async function agreed(): Promise<{ id: string; payer: string; payee: string }> {
    const all = await proposed()
    await made(all.payee, `/v1/instalments/${all.id}/accept`, { version: 1 })
    return all
  }
  return {
    proposeInstalments: [
      async () => {
        const { id: about, payer } = await arrived()
        const body = { about, ...plan, plan: { ...plan.plan, firstOn: await soon(payer) } }
        return by(payer, 'POST', '/v1/instalments', body)
      },
      1,
    ],
    acceptInstalments: [
      async () => {
        const { id, payee } = await proposed()
        return by(payee, 'POST', `/v1/instalments/${id}/accept`, { version: 1 })
      },
      1,
    ],
    dropInstalmentsProposal: [
      async () => {
        const { id, payee } = await proposed()
        return by(payee, 'POST', `/v1/instalments/${id}/drop`)
      },
      1,
    ],
    payInstalment: [
      async () => {
        const { id, payee } = await agreed()
        return by(payee, 'POST', `/v1/instalments/${id}/pay`, {})
      },
      1,
    ],
    setInstalmentsConsent: [
      async () => {
        const { id, payee } = await agreed()
        return by(payee, 'PUT', `/v1/instalments/${id}/consent`, { consent: true })
      },
      1,
    ],
    releaseInstalments: [
      async () => {
        const { id, payer } = await agreed()
        return by(payer, 'POST', `/v1/instalments/${id}/release`)
      },
      1,
    ],
  }
}
