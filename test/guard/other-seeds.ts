/**
 * The default rules on the crowds' generators with seeds that nobody has looked at: other people, sums and mistakes of
 * the same habits. What the seventh's and the eighth's clerks both see, a guard could see; what the sixth's sees as well,
 * whose author came after them all, any careful person could.
 */

import { autumnOf } from './fourth-crowd.ts'
import { factsInTurn } from './fourth-facts.ts'
import { fifthOf } from './fifth-crowd.ts'
import { sixthOf } from './sixth-crowd.ts'
import { seventhOf } from './seventh-crowd.ts'
import { eighthOf } from './eighth-crowd.ts'
import { eleventhOf } from './eleventh-crowd.ts'
import { ninthOf } from './ninth-crowd.ts'
import { tenthOf } from './tenth-crowd.ts'
import { twelfthOf } from './twelfth-crowd.ts'
import type { Crowd, Told } from './crowd-facts.ts'
import { inALine, isAsked, isStopped, judgeTold, type Judged, type Marked } from './crowd-measured.ts'
import { lookAt as lookAtForEighth } from './eighth-clerk.ts'
import { lookAt as lookAtForSixth } from './sixth-clerk.ts'
import { judgePlaces, measure } from './measure.ts'
import { lookAt as lookAtForSeventh } from './seventh-clerk.ts'

interface World extends Crowd {
  told: readonly Told[]
  slips: ReadonlyMap<string, Marked>
}

type Generators = readonly (readonly [string, (seed: string) => World])[]

const withOwnClerks: Generators = [
  ['fourth', fourthOf],
  ['fifth', fifthOf],
  ['sixth', sixthOf],
  ['seventh', seventhOf],
  ['eighth', eighthOf],
]

/** Of authors who wrote no clerk. */
export const withoutClerks: Generators = [
  ['ninth', ninthOf],
  ['tenth', tenthOf],
  ['eleventh', eleventhOf],
  ['twelfth', twelfthOf],
]

function fourthOf(seed: string): World {
  const world = autumnOf(seed)
  return { ...world, told: factsInTurn(world) }
}

interface Counted {
  name: string
  ordinary: number
  stopped: number
  seen: number
  asked: number
  /** Of those that a third clerk sees as well. */
  seenByThree: number
  askedOfThree: number
}

/** Each generator's figures over all seeds, in a line, and every mis-send that both clerks see and nobody is asked about. */
export function measureSeeds(seeds: readonly string[], generators: Generators = withOwnClerks): string {
  const missed: string[] = []
  const counted = generators.map(([name, worldOf]) => {
    const all = seeds.map((seed) => {
      const world = worldOf(seed)
      const judged = judgeTold(world.told, world.slips)
      const seen = judged.filter(isSeenByBoth)
      const lines = seen.filter((one) => !isAsked(one)).map((one) => inALine(world, one).trim())
      missed.push(...lines.map((line) => `  ${name} ${seed}, ${line}`))
      return { judged, seen }
    })
    const ordinary = all.flatMap(({ judged }) => judged.filter(({ slip }) => slip === null))
    const seen = all.flatMap((one) => one.seen)
    const byThree = seen.filter(({ facts }) => lookAtForSixth(facts).visible)
    return {
      name,
      ordinary: ordinary.length,
      stopped: ordinary.filter(isStopped).length,
      seen: seen.length,
      asked: seen.filter(isAsked).length,
      seenByThree: byThree.length,
      askedOfThree: byThree.filter(isAsked).length,
    }
  })
  const sum = (key: Exclude<keyof Counted, 'name'>) => counted.reduce((all, one) => all + one[key], 0)
  const total = {
    name: 'all',
    ordinary: sum('ordinary'),
    stopped: sum('stopped'),
    seen: sum('seen'),
    asked: sum('asked'),
    seenByThree: sum('seenByThree'),
    askedOfThree: sum('askedOfThree'),
  }
  return [...[...counted, total].map(line), 'seen by both clerks and not asked about', ...missed, ''].join(
    '\n',
  )
}

function isSeenByBoth({ slip, facts }: Judged): boolean {
  return slip !== null && lookAtForSeventh(facts).visible && lookAtForEighth(facts).visible
}

function line({ name, ordinary, stopped, seen, asked, seenByThree, askedOfThree }: Counted): string {
  const rate = Math.round((stopped * 10_000) / ordinary) / 100
  const sends = `${stopped} of ${ordinary} ordinary sends stopped (${rate} in 100)`
  return `${name}: ${sends}, asked ${asked} of ${seen} mis-sends that two clerks see, ${askedOfThree} of ${seenByThree} that three see`
}

/** The neighbourhood with these seeds: its author has marked every mistake as one that a guard could see. */
export function measurePlaces(seeds: readonly string[]): string {
  const { early, later } = judgePlaces(seeds)
  const parts = [
    ['the first four weeks', measure(early)],
    ['after them', measure(later)],
  ] as const
  const lines = parts.map(([name, { ordinary, stopped, visible, missed }]) => {
    const rate = Math.round((stopped.length * 10_000) / ordinary) / 100
    return `${name}: ${stopped.length} of ${ordinary} ordinary sends stopped (${rate} in 100), ${visible - missed.length} of ${visible} mis-sends asked about`
  })
  const missed = parts.flatMap(([, one]) =>
    one.missed.map(({ seed, send, mistake }) => `  ${seed} ${send}, ${mistake}`),
  )
  return [...lines, 'not asked about', ...missed, ''].join('\n')
}
