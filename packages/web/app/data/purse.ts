/** Whose money a send is, for whoever made it: their own, a family's allowance, or that of an organisation. Pure. */

export type Purse = 'own' | 'family' | 'organisation'

/**
 * The wallet that paid, which is where the money goes back to. Only its payer is told of another than their own: to
 * others every send looks as if it were paid from there, so ask this for the payer alone.
 */
export function purseOf(send: { familyId: string | null; onBehalfOf: string | null }): Purse {
  if (send.familyId) return 'family'
  return send.onBehalfOf ? 'organisation' : 'own'
}

/** The wallet that pays what is asked for and not yet answered. */
export function purseOfAsk(body: object): Purse {
  const { paidFrom, onBehalfOf } = body as { paidFrom?: string; onBehalfOf?: string }
  return purseOf({ familyId: paidFrom ?? null, onBehalfOf: onBehalfOf ?? null })
}
