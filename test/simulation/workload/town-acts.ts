/** What happens around the money: the operator fills, empties and freezes wallets; people change whom they know. */

import type { Ask, Fields } from '../asks.ts'
import type { Town } from './sends.ts'

const weights = {
  topUp: 4,
  withdraw: 5,
  freezeWallet: 10,
  unfreezeWallet: 5,
  changeMe: 3,
  putContact: 3,
  deleteContact: 1,
  putBlock: 3,
  deleteBlock: 3,
  joinGroup: 5,
  leaveGroup: 3,
  createGroup: 1,
  putMyLimits: 4,
  setMemberLimits: 2,
  setAgeBand: 1,
  getMyLimits: 3,
  setMyCare: 3,
  getMyCare: 1,
  inviteToFamily: 2,
  acceptFamily: 2,
  endFamily: 1,
  changeFamily: 2,
  askGuardian: 3,
  acceptGuardian: 4,
  endGuardian: 1,
  listGuardians: 1,
}

/** One of those, mostly one that can succeed. */
export function townAct(town: Town): Ask {
  const { world, dice } = town
  const route = dice.weighted(weights)
  const ids = [...world.members.keys()]
  const as = dice.pick(ids)
  const other = dice.percent(92) ? dice.pick(ids) : dice.strangeId('member')
  switch (route) {
    case 'topUp':
    case 'withdraw':
      return { route, as: 'operator', body: { memberId: other, amount: amountOf(town, route) } }
    case 'freezeWallet':
      return { route, as: 'operator', params: { id: other }, body: { reason: '核实来电' } }
    case 'unfreezeWallet':
      return { route, as: 'operator', params: { id: frozenOr(town, other) } }
    case 'changeMe':
      return {
        route,
        as,
        body: dice.percent(50)
          ? { undoS: dice.pick([5, 10, 20, 30]) }
          : { transferDelayS: dice.pick([0, 60, 7_200]) },
      }
    case 'putContact':
      return {
        route,
        as,
        params: { memberId: other },
        body: dice.pick([{}, { alias: '老王' }, { relation: 'family' }]),
      }
    case 'deleteContact':
    case 'putBlock':
      return { route, as, params: { memberId: other } }
    case 'deleteBlock':
      return blockToLift(town, as, other)
    case 'createGroup':
      return { route, as, body: { name: '新群', memberIds: dice.shuffled(ids).slice(0, 3) } }
    case 'putMyLimits':
      return { route, as, body: someLimit(town) }
    case 'setMemberLimits':
      return { route, as: 'operator', params: { id: other }, body: someLimit(town) }
    case 'setAgeBand':
      return { route, as: 'operator', params: { id: other }, body: { band: dice.pick(['adult', 'teen']) } }
    case 'getMyLimits':
    case 'getMyCare':
    case 'listGuardians':
      return { route, as }
    case 'setMyCare':
      return { route, as, body: someCare(town) }
    case 'inviteToFamily':
    case 'acceptFamily':
    case 'endFamily':
    case 'changeFamily':
      return familyAct(town, route, as, other)
    case 'askGuardian':
    case 'acceptGuardian':
    case 'endGuardian':
      return guardianAct(town, route, as, other)
    case 'joinGroup':
    case 'leaveGroup':
      return groupAct(town, route, as, other)
  }
}

function amountOf({ dice }: Town, route: 'topUp' | 'withdraw'): number {
  if (dice.percent(4)) return Number.MAX_SAFE_INTEGER
  return route === 'topUp' ? dice.between(1, 300_000) : dice.between(1, 60_000)
}

/** A wallet that is frozen, so that it does not stay so for long. */
function frozenOr({ world, dice }: Town, other: string): string {
  const frozen = [...world.members.values()].filter((member) => member.frozen)
  return frozen.length > 0 && dice.percent(85) ? dice.pick(frozen).id : other
}

function blockToLift({ world, dice }: Town, as: string, other: string): Ask {
  const blocks = [...world.blocks]
  const [owner, member] = blocks.length > 0 && dice.percent(85) ? dice.pick(blocks).split(' ') : [as, other]
  return { route: 'deleteBlock', as: owner!, params: { memberId: member! } }
}

function groupAct({ world, dice }: Town, route: 'joinGroup' | 'leaveGroup', as: string, other: string): Ask {
  const group = dice.pick([...world.groups.values()])
  const inside = world.insideAt(group, world.clock + 1)
  const by = dice.percent(40) ? 'operator' : dice.percent(85) && inside.length > 0 ? dice.pick(inside) : as
  if (route === 'joinGroup') return { route, as: by, params: { id: group.id }, body: { memberIds: [other] } }
  const leaver =
    by === 'operator' ? (inside.length > 0 ? dice.pick(inside) : other) : dice.percent(85) ? by : other
  return { route, as: by, params: { id: group.id, memberId: leaver } }
}

/** What somebody lets wait: much, little, or nothing. */
function someCare({ dice }: Town): Fields {
  return {
    holdFrom: dice.percent(40) ? null : dice.between(1, 30_000),
    holdRelations: dice.percent(50) ? [] : ['family'],
    holdS: dice.pick([60, 61, 300, 3_600]),
  }
}

/** A limit of one kind: small enough to be met some time, or lifted. */
function someLimit({ dice }: Town): Fields {
  const kind = dice.pick(['share', 'send', 'day', 'month'])
  const most = { share: 20_000, send: 50_000, day: 100_000, month: 300_000 }[kind]!
  return { [kind]: dice.percent(40) ? null : dice.between(0, most) }
}

/** Mostly among the young and those around them, by whoever may. */
function guardianAct(
  { world, dice }: Town,
  route: 'askGuardian' | 'acceptGuardian' | 'endGuardian',
  as: string,
  other: string,
): Ask {
  const young = [...world.members.keys()].filter((id) => (world.limited.get(id)?.band ?? 'adult') !== 'adult')
  const about = young.length > 0 && dice.percent(50) ? dice.pick(young) : other
  if (route === 'askGuardian')
    return { route, as, body: { memberId: about, as: dice.percent(75) ? 'guardian' : 'protected' } }
  const links = [...world.guardians.values()]
  const waiting = links.filter(({ state }) => state === 'invited')
  const some = route === 'acceptGuardian' && waiting.length > 0 ? waiting : links
  if (some.length === 0) return { route, as, params: { id: dice.strangeId('guardian') } }
  const link = dice.pick(some)
  const two = [link.guardian, link.protected]
  const answers = two.find((id) => id !== link.askedBy)!
  const who = dice.weighted({ answers: 8, either: 3, anyone: 1 })
  return { route, as: { answers, either: dice.pick(two), anyone: as }[who], params: { id: link.id } }
}

function familyAct(
  { world, dice }: Town,
  route: 'inviteToFamily' | 'acceptFamily' | 'endFamily' | 'changeFamily',
  as: string,
  other: string,
): Ask {
  if (route === 'inviteToFamily') {
    const some = dice.pick<Fields>([{}, { monthMax: dice.between(1, 40_000) }, { approveAbove: 300 }])
    return { route, as, body: { memberId: other, ...some } }
  }
  const families = [...world.families.values()]
  if (families.length === 0) return { route, as, params: { id: dice.strangeId('family') } }
  const { id, giver, holder } = dice.pick(families)
  if (route === 'changeFamily') {
    const body = dice.pick<Fields>([
      { monthMax: dice.between(1, 40_000) },
      { approveAbove: 300 },
      { approveAbove: null },
    ])
    return { route, as: dice.percent(85) ? giver : holder, params: { id }, body }
  }
  return { route, as: dice.pick([giver, holder, holder, as]), params: { id } }
}
