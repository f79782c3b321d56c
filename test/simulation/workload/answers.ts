/** What a sender does next about a send: answers what the guard asked, or sends it anew in place of one that waits. */

import type { Ask, Fields } from '../asks.ts'
import type { Town } from './sends.ts'

/** The send again with a yes: to what was shown, to something else, or for another send than was asked about. */
export function answerTo({ world, dice }: Town): Ask | undefined {
  const { question } = world
  if (!question) return undefined
  world.question = null
  const { key: _, ...ask } = question.ask
  const body: Fields = { ...ask.body, confirmation: { shownHash: question.hash } }
  switch (dice.weighted({ yes: 70, other: 8, moved: 10, never: 12 })) {
    case 'yes':
      return { ...ask, body }
    case 'other':
      return { ...ask, body: { ...body, confirmation: { shownHash: 'f'.repeat(64) } } }
    case 'moved':
      return ask.route === 'payCollectionShare' ? undefined : moved({ ...ask, body })
    case 'never':
      return undefined
  }
}

/** Whoever is under age signs with their passkey, and forgets to at times; nobody else is asked for it. */
export function signed({ world, dice }: Town, { signs: _, ...ask }: Ask): Ask {
  const isMinor = (world.limited.get(ask.as)?.band ?? 'adult') !== 'adult'
  if (!isMinor || !world.members.get(ask.as)!.signs || dice.percent(8)) return ask
  const { route, body = {} } = ask
  if (route === 'sendPacket') return { ...ask, signs: { packet: body } }
  if (route === 'sendTransfer') return { ...ask, signs: { transfer: body } }
  if (route === 'sendLadder') return { ...ask, signs: { ladder: body } }
  const plan = world.plans.get(ask.params?.id ?? '')
  const amount = plan?.amounts[Number(ask.params?.no) - 1]
  return amount === undefined ? ask : { ...ask, signs: { transfer: { payeeId: plan!.payee, amount } } }
}

/** The same yes for a little more, or for the next part of a plan: what was confirmed is not what would be sent. */
function moved({ body = {}, ...ask }: Ask): Ask {
  if (ask.route !== 'sendSplitPart') return { ...ask, body: { ...body, ...dearer(body) } }
  const no = String((Number(ask.params!.no) % 20) + 1)
  return { ...ask, params: { ...ask.params, no }, body }
}

/** The same for a little more. */
function dearer({ total, amount, count }: Fields): Fields {
  return amount === undefined ? { total: Number(total) + Number(count) } : { amount: Number(amount) + 1 }
}

/** Sent once more by somebody in doubt; or, on behalf, anew with something changed, in place of the one that waits. */
export function again({ world, dice }: Town, { key: _, ...ask }: Ask): Ask | undefined {
  const { route, as, body } = ask
  if (world.guard && dice.percent(9)) return ask
  if (body?.onBehalfOf === undefined || !dice.percent(14)) return undefined
  const sends = route === 'sendPacket' ? world.packets : world.transfers
  const mine = [...sends.values()].filter(({ payer, org }) => payer === as && org !== null)
  const before = dice.percent(85) ? mine.at(-1) : mine.length > 0 ? dice.pick(mine) : undefined
  if (!before) return undefined
  return inPlaceOf({ route, as, body }, before.id)
}

/** The same for a little more, in place of an earlier one: an edit. */
export function inPlaceOf({ route, as, body }: Ask, replaces: string): Ask {
  const { confirmation: _, ...rest } = body ?? {}
  return { route, as, body: { ...rest, ...dearer(rest), replaces } }
}
