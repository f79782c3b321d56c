/**
 * The cast of a demo world: whom a visitor may choose to be, and who each is in one word. Whoever makes the world
 * introduces them; the service knows nothing of its own about them.
 */

export interface CastMember {
  memberId: string
  /** Who they are, as screens say it: 奶奶, 老板. */
  role: string
}

export interface Cast {
  /** In the order they were introduced. */
  members(): readonly CastMember[]
  /** Say who is in the world, in place of what was said before. */
  introduce(members: readonly CastMember[]): void
}

/** A cast of nobody. */
export function createCast(): Cast {
  let introduced: readonly CastMember[] = []
  return {
    members: () => introduced,
    introduce(members) {
      introduced = [...members]
    },
  }
}
