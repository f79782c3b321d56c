/** The rows of hundred.test.ts about ladders and split plans: each with people of its own. */

import type { Ground } from './limit-rows.ts'

/** By the route's name: the request, and how many events its one effect tells. */
export function ladderRows<Request>({
  stranger,
  tokenOf,
  made,
  by,
}: Ground<Request>): Record<string, [make: () => Promise<Request>, events: number]> {
  /** Somebody new with a plan of three parts for another. */
  async function planned(): Promise<{ id: string; token: string }> {
    const token = await tokenOf(await stranger())
    const body = { payeeId: await stranger(), total: 300, count: 3 }
    return { id: await made(token, '/v1/split-plans', body), token }
  }
  return {
    sendLadder: [
      async () => {
        const body = { payeeId: await stranger(), amount: 500, first: 1 }
        return by(await tokenOf(await stranger()), 'POST', '/v1/ladders', body)
      },
      2,
    ],
    makeSplitPlan: [
      async () => {
        const body = { payeeId: await stranger(), total: 300, parts: [100, 200] }
        return by(await tokenOf(await stranger()), 'POST', '/v1/split-plans', body)
      },
      1,
    ],
    sendSplitPart: [
      async () => {
        const { id, token } = await planned()
        return by(token, 'POST', `/v1/split-plans/${id}/parts/2`, {})
      },
      1,
    ],
    endSplitPlan: [
      async () => {
        const { id, token } = await planned()
        return by(token, 'POST', `/v1/split-plans/${id}/end`)
      },
      1,
    ],
  }
}
