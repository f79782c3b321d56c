/** Whom somebody of the tenth crowd may take for another: by the name, by the name they gave, by the sound. */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import type { TenthWorld } from './tenth-world.ts'

const sameSound = [
  '磊蕾雷',
  '静婧敬',
  '洋阳杨',
  '敏闵',
  '婷亭',
  '伟玮炜',
  '斌彬',
  '平萍',
  '国果',
  '浩昊',
  '凯楷',
]

/** Whether a hurried eye may take one name for the other. */
export function isLike(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 2) return false
  if (long.startsWith(short) || long.endsWith(short)) return true
  const different = [...short].filter((letter, i) => letter !== long[i]).length
  if (short.length === long.length && short.length <= 2)
    return [...short].every((letter, i) => letter === long[i] || soundsLike(letter, long[i]!))
  if (short.length === long.length && different === 1) return true
  return short.length >= 3 && long.length <= 6 && short.slice(-2) === long.slice(-2)
}

function soundsLike(one: string, other: string): boolean {
  return sameSound.some((letters) => letters.includes(one) && letters.includes(other))
}

/** Those a sender could have chosen at that moment: whom they keep, have paid, or share a small group with. */
export function aroundOf(world: TenthWorld, { from, at }: Send): string[] {
  const found = new Set(world.contacts.get(from)?.keys())
  for (const send of world.sends) {
    const one = recipientOf(send.to)
    if (send.from === from && send.at < at && one !== undefined) found.add(one)
  }
  for (const { members } of world.groups)
    if (members.length <= 16 && members.includes(from)) for (const one of members) found.add(one)
  found.delete(from)
  return [...found]
}

/** Those around the sender whose name is like the payee's. */
export function likesOf(world: TenthWorld, send: Send): string[] {
  const meant = recipientOf(send.to)
  if (meant === undefined) return []
  const kept = world.contacts.get(send.from)
  const names = new Map(world.people.map(({ id, name }) => [id, name]))
  const called = (id: string) => [names.get(id)!, kept?.get(id)?.alias ?? names.get(id)!]
  const mine = called(meant)
  return aroundOf(world, send).filter(
    (id) => id !== meant && called(id).some((name) => mine.some((other) => isLike(name, other))),
  )
}
