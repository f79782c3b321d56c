/** What looks odd and was meant: new accounts, tables paid for all, great sums, money given back, a namesake. */

import { anyName, type Shop } from './twelfth-cast.ts'
import { bill, later, pay } from './twelfth-pay.ts'
import { addPerson, days, keep, moment, senderIds, type TwelfthWorld } from './twelfth-world.ts'

/** All of it, after the rest of the summer is laid out. */
export function withOdd(world: TwelfthWorld): void {
  for (const id of senderIds) {
    withGreatSum(world, id)
    withOther(world, id)
  }
  withTables(world)
  withNewAccounts(world)
}

const greats: readonly (readonly [Shop | 'new', number, string])[] = [
  ['new', 3_800, '驾校报名'],
  ['new', 12_000, '装修首付'],
  ['new', 6_500, '二手电动车'],
  ['new', 2_400, '押金一个月'],
  ['garage', 3_150, '大修'],
  ['aircon', 2_899, '空调'],
  ['nursery', 7_800, '一学期'],
  ['swim', 2_400, '暑期班20节'],
  ['dance', 1_980, '暑期班'],
  ['piano', 3_600, '一期课'],
]

/** Once in a summer half of them pay much more than ever, to somebody new or to one they know. */
function withGreatSum(world: TwelfthWorld, id: string): void {
  const { chance } = world
  if (!chance.percent(45)) return
  const [to, yuan, words] = chance.pick(greats)
  const payee = to === 'new' ? addPerson(world, anyName(chance)) : to
  const at = moment(chance.whole(5, days - 3), chance.whole(540, 1_260))
  pay(world, id, payee, yuan * 100, at, chance.pick([words, words, '']), { packet: false })
}

/** A hospital bill, a phone for the mother, a debt for a brother, late at night; and small things twice. */
function withOther(world: TwelfthWorld, id: string): void {
  const { chance } = world
  const { siblings, friends, parents } = world.own.get(id)!
  const any = () => moment(chance.whole(3, days - 2), chance.whole(400, 1_430))
  if (chance.percent(20))
    pay(
      world,
      id,
      chance.pick(siblings),
      chance.pick([2_000, 3_000, 5_000, 10_000]) * 100,
      any(),
      chance.pick(['住院押金', '手术费先用', '给爸看病']),
    )
  if (chance.percent(12))
    pay(
      world,
      id,
      chance.pick([...parents, ...siblings]),
      bill(world, 900, 3_600),
      moment(chance.whole(5, 80), chance.whole(1, 100)),
      '',
    )
  if (chance.percent(35)) {
    const at = any()
    const to = chance.pick(friends)
    const fen = chance.pick([1_000, 2_000, 5_000, 10_000, 20_000])
    // More than one packet can hold, so it is two; or for two children.
    pay(world, id, to, fen, at, chance.pick(['', '给老大', '拿着']), { packet: true })
    pay(world, id, to, fen, at + chance.whole(15, 240) * 1_000, chance.pick(['', '给老二', '拿着']), {
      packet: true,
    })
  }
  if (chance.percent(25)) {
    const one = chance.pick(friends)
    const at = any()
    pay(world, id, one, 1, at, chance.pick(['试试', '']), { packet: false })
    pay(world, id, one, bill(world, 100, 2_000), at + chance.whole(1, 12) * 60_000, '', { packet: false })
  }
}

/** One pays for the table and the others give their part; the one who ordered passes on what was given. */
function withTables(world: TwelfthWorld): void {
  const { chance, groups } = world
  const tables = groups.filter(({ id }) =>
    ['g-early', 'g-late', 'g-walk', 'g-mums', 'g-sellers', 'g-flat', 'g-cards'].includes(id),
  )
  const names = ['老灶火锅', '湖边小院', '阿强烧烤', '江南小馆', '大排档老板']
  const places = ['noodles', 'noodles', ...names.map((name) => addPerson(world, name))]
  for (let n = 0; n < 60; n += 1) {
    const sitting = chance.pick(tables).members.filter((id) => senderIds.includes(id))
    const [payer, ...others] = chance.some(sitting, chance.whole(3, Math.min(6, sitting.length)))
    const at = moment(chance.whole(0, days - 1), chance.whole(1_110, 1_300))
    const part = bill(world, 22, 160)
    const place = chance.pick(places)
    pay(world, payer!, place, part * (others.length + 1), at, '', { packet: false })
    const word = chance.pick(['', 'AA', '饭钱', '聚餐'])
    for (const [seat, id] of others.entries())
      if (chance.percent(88))
        pay(
          world,
          id,
          payer!,
          part * (seat === 0 && chance.percent(15) ? 2 : 1),
          later(at, chance.whole(3, 900)),
          word,
          { packet: false },
        )
  }
}

/** A few have a new account from some day on; who knows it pays there, first with a word, then as ever. */
function withNewAccounts(world: TwelfthWorld): void {
  const { chance, people, sends, contacts, oldAccounts } = world
  const owners = people.filter(
    ({ id }) => /^p\d/.test(id) && sends.filter((one) => paid(one) === id).length >= 5,
  )
  for (const { id: old, name } of chance.some(owners, Math.min(owners.length, 14))) {
    const day = chance.whole(16, 50)
    const fresh = addPerson(world, chance.pick([name, name, `${name}新号`, anyName(chance)]))
    oldAccounts.set(fresh, old)
    for (const [n, send] of sends.entries()) {
      if (paid(send) !== old || send.at < moment(day, 0)) continue
      const claims = send.claims.map((claim) => ({ ...claim, by: fresh }))
      sends[n] = { ...send, to: { way: 'members', ids: [fresh] }, claims }
      const kept = contacts.get(send.from)?.get(old)
      if (kept) contacts.get(send.from)!.set(fresh, kept)
      else keep(world, send.from, fresh, null, null)
    }
  }
}

function paid({ to }: TwelfthWorld['sends'][number]): string | null {
  return to.way === 'members' ? to.ids[0]! : null
}
