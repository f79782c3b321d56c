/** The mistakes of the neighbourhood's weeks: an extra zero, the same again, somebody else of the same name. */

import type { Mistake, Send } from '../../packages/cli/replay/day.ts'
import { hourMs, type Instant } from '../../packages/core/instant.ts'
import type { Place } from './neighbourhood.ts'

/** Mistakes are made on top of what is ordinary, from the fifth week on, when everyone has a habit to differ from. */
export function withMistakes(place: Place, from: Instant): Send[] {
  const { chance, sends } = place
  const late = sends.filter(({ at: when }) => when >= from)
  const out = [...sends]
  const add = (model: Send, change: Partial<Send>, mistake: { kind: Mistake; meant: string }) =>
    out.push({
      ...model,
      ...change,
      id: `m${String(out.length - sends.length + 1).padStart(3, '0')}`,
      mistake,
    })
  for (const model of chance.some(habits(late, sends), 12))
    add(
      model,
      { total: model.total * 10n, at: model.at + chance.whole(20, 90) * hourMs },
      { kind: 'extra_zero', meant: '少一个零' },
    )
  for (const model of chance.some(habits(late, sends), 12))
    add(model, { at: model.at + chance.whole(20, 170) * 1_000 }, { kind: 'duplicate', meant: '已经转过了' })
  for (const [model, to] of namesakes(place, late).slice(0, 8))
    add(
      model,
      { to: { way: 'members', ids: [to] }, at: model.at + 30 * hourMs },
      { kind: 'wrong_person', meant: '想转给同名的那位' },
    )
  return out
}

/** Sends to one person whom the sender has paid such a sum at least three times before. */
function habits(late: readonly Send[], sends: readonly Send[]): Send[] {
  const toOne = (one: Send) => (one.to.way === 'members' ? one.to.ids[0] : undefined)
  return late.filter((one) => {
    const to = toOne(one)
    const before = sends.filter(
      (other) => other.from === one.from && toOne(other) === to && other.at < one.at,
    )
    return (
      to !== undefined &&
      before.length >= 3 &&
      before.every(({ total }) => total * 4n > one.total && one.total * 4n > total)
    )
  })
}

/** A send and somebody else of the payee's very name. */
function namesakes(place: Place, late: readonly Send[]): [Send, string][] {
  const nameOf = new Map(place.people.map(({ id, name }) => [id, name]))
  const found: [Send, string][] = []
  const seen = new Set<string>()
  for (const one of late) {
    if (one.to.way !== 'members') continue
    const payee = one.to.ids[0]!
    const twin = place.people.find(
      ({ id, name }) => id !== payee && id !== one.from && name === nameOf.get(payee),
    )
    if (!twin || seen.has(one.from)) continue
    seen.add(one.from)
    found.push([one, twin.id])
  }
  return found
}
