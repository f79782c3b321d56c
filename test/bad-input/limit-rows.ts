/** The rows of hundred.test.ts about limits, allowances, guardians and reports: each with people of its own. */

/** What the rows need of the test: new members, their tokens, and things made beforehand. */
export interface Ground<Request> {
  operator(): string
  stranger(): Promise<string>
  tokenOf(memberId: string): Promise<string>
  made(token: string, url: string, body: object): Promise<string>
  by(token: string, method: string, url: string, body?: object): Request
}

type Rows<Request> = Record<string, [make: () => Promise<Request>, events: number]>

/** By the route's name: the request, and how many events its one effect tells. */
export function limitRows<Request>(ground: Ground<Request>): Rows<Request> {
  const { operator, stranger, tokenOf, by } = ground
  return {
    putMyLimits: [async () => by(await tokenOf(await stranger()), 'PUT', '/v1/me/limits', { day: 500 }), 1],
    setMemberLimits: [
      async () => by(operator(), 'PUT', `/v1/members/${await stranger()}/limits`, { day: 500 }),
      1,
    ],
    setAgeBand: [
      async () => by(operator(), 'PUT', `/v1/members/${await stranger()}/age-band`, { band: 'teen' }),
      1,
    ],
    ...familyRows(ground),
    ...guardianRows(ground),
    ...reportRows(ground),
  }
}

function familyRows<Request>({ stranger, tokenOf, made, by }: Ground<Request>): Rows<Request> {
  /** An allowance that somebody new offers another, and the token of whom they offer it to. */
  async function offered(): Promise<{ id: string; token: string }> {
    const memberId = await stranger()
    const giver = await tokenOf(await stranger())
    const id = await made(giver, '/v1/families', { memberId })
    return { id, token: await tokenOf(memberId) }
  }
  return {
    inviteToFamily: [
      async () => by(await tokenOf(await stranger()), 'POST', '/v1/families', { memberId: await stranger() }),
      1,
    ],
    acceptFamily: [
      async () => {
        const { id, token } = await offered()
        return by(token, 'POST', `/v1/families/${id}/accept`)
      },
      1,
    ],
    changeFamily: [
      async () => {
        const giver = await tokenOf(await stranger())
        const id = await made(giver, '/v1/families', { memberId: await stranger() })
        return by(giver, 'PATCH', `/v1/families/${id}`, { monthMax: 500 })
      },
      1,
    ],
    endFamily: [
      async () => {
        const { id, token } = await offered()
        return by(token, 'DELETE', `/v1/families/${id}`)
      },
      1,
    ],
  }
}

function guardianRows<Request>({ stranger, tokenOf, made, by }: Ground<Request>): Rows<Request> {
  /** A guardian link that somebody new asks for, and the token of whom they ask. */
  async function guarded(): Promise<{ id: string; token: string }> {
    const memberId = await stranger()
    const asker = await tokenOf(await stranger())
    const id = await made(asker, '/v1/guardians', { memberId, as: 'guardian' })
    return { id, token: await tokenOf(memberId) }
  }
  return {
    askGuardian: [
      async () => {
        const body = { memberId: await stranger(), as: 'protected' }
        return by(await tokenOf(await stranger()), 'POST', '/v1/guardians', body)
      },
      1,
    ],
    acceptGuardian: [
      async () => {
        const { id, token } = await guarded()
        return by(token, 'POST', `/v1/guardians/${id}/accept`)
      },
      1,
    ],
    endGuardian: [
      async () => {
        const { id, token } = await guarded()
        return by(token, 'DELETE', `/v1/guardians/${id}`)
      },
      1,
    ],
  }
}

function reportRows<Request>({ operator, stranger, tokenOf, made, by }: Ground<Request>): Rows<Request> {
  /** A report somebody new has made, with its address. */
  async function reported(): Promise<{ token: string; at: string; id: string }> {
    const at = `/v1/members/${await stranger()}/reports`
    const token = await tokenOf(await stranger())
    return { token, at, id: await made(token, at, { reason: 'scam' }) }
  }
  return {
    reportMember: [
      async () => {
        const at = `/v1/members/${await stranger()}/reports`
        return by(await tokenOf(await stranger()), 'POST', at, { reason: 'other', note: '不对劲' })
      },
      1,
    ],
    withdrawReport: [
      async () => {
        const { token, at } = await reported()
        return by(token, 'DELETE', at)
      },
      1,
    ],
    closeReport: [
      async () => {
        const { at, id } = await reported()
        return by(operator(), 'POST', `${at}/${id}/close`, { outcome: 'upheld', note: '核实了' })
      },
      1,
    ],
  }
}
