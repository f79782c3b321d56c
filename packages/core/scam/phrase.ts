/**
 * Phrases and how they are found. A phrase is written as it is said: `验证码|校验码…发我|告诉我`. `|` parts what may
 * stand in one place, `…` is a gap of at most ten characters and `……` one of at most twenty-four, within one breath.
 *
 * All phrases are found in one pass over the text (Aho and Corasick), and gaps are joined by walking two sorted lists:
 * the steps grow with the text and with what is found in it, never faster. There is no pattern to backtrack.
 */

import { stops } from './fold-text.ts'

const gapMax = 10
const wideGapMax = 24

/** A stretch of folded characters: from `from` up to, and without, `to`. */
export interface Stretch {
  from: number
  to: number
}

/** One place of a phrase: any of these literals, at most `gap` characters after the place before. */
interface Part {
  literals: readonly string[]
  gap: number
}

interface State {
  next: Map<number, State>
  fail: State | null
  /** Literals that end here, this state's and those of its failures. */
  found: string[]
}

/** What has been counted while looking: the test of bounded time reads it. */
export interface Steps {
  count: number
}

export interface PhraseBook {
  /** Where each literal stands. */
  read(text: string, steps: Steps): PhraseReading
}

export interface PhraseReading {
  /** Where a phrase stands, in order; overlapping finds are all there. */
  find(phrase: string): readonly Stretch[]
}

/** The parts of a phrase as written. */
export function partsOf(phrase: string): Part[] {
  const parts: Part[] = []
  let gap = 0
  for (const piece of phrase.split(/(……|…)/)) {
    if (piece === '…' || piece === '……') gap = piece === '…' ? gapMax : wideGapMax
    else if (piece !== '') parts.push({ literals: piece.split('|'), gap })
  }
  return parts
}

/** A book that finds these phrases. It is built once. */
export function phraseBook(phrases: readonly string[]): PhraseBook {
  const parts = new Map(phrases.map((phrase) => [phrase, partsOf(phrase)]))
  const literals = new Set([...parts.values()].flat().flatMap((part) => part.literals))
  const root = automatonOf(literals)
  return {
    read(text, steps) {
      const places = scan(root, text, steps)
      const barriers = stopsBefore(text)
      return {
        find: (phrase) => join(parts.get(phrase) ?? partsOf(phrase), places, barriers, steps),
      }
    },
  }
}

function automatonOf(literals: Iterable<string>): State {
  const root: State = { next: new Map(), fail: null, found: [] }
  for (const literal of literals) {
    let state = root
    for (let i = 0; i < literal.length; i++) {
      const code = literal.charCodeAt(i)
      let next = state.next.get(code)
      if (!next) state.next.set(code, (next = { next: new Map(), fail: root, found: [] }))
      state = next
    }
    state.found.push(literal)
  }
  const queue = [...root.next.values()]
  for (const state of queue) {
    for (const [code, child] of state.next) {
      let fail = state.fail
      while (fail && !fail.next.has(code)) fail = fail.fail
      child.fail = fail?.next.get(code) ?? root
      child.found.push(...child.fail.found)
      queue.push(child)
    }
  }
  return root
}

function scan(root: State, text: string, steps: Steps): Map<string, number[]> {
  const ends = new Map<string, number[]>()
  let state = root
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    steps.count += 1
    while (state.fail && !state.next.has(code)) {
      state = state.fail
      steps.count += 1
    }
    state = state.next.get(code) ?? root
    for (const literal of state.found) {
      const places = ends.get(literal)
      if (places) places.push(i + 1)
      else ends.set(literal, [i + 1])
      steps.count += 1
    }
  }
  return ends
}

/** For each character, how many ends of a breath stand before it: two places in one breath have the same number. */
function stopsBefore(text: string): Uint32Array {
  const before = new Uint32Array(text.length + 1)
  for (let i = 0; i < text.length; i++) before[i + 1] = before[i]! + (stops.includes(text[i]!) ? 1 : 0)
  return before
}

function join(
  parts: readonly Part[],
  ends: ReadonlyMap<string, number[]>,
  barriers: Uint32Array,
  steps: Steps,
): Stretch[] {
  let found: Stretch[] = []
  for (const [no, part] of parts.entries()) {
    const here = placesOf(part, ends, steps)
    if (here.length === 0) return []
    found = no === 0 ? here : follow(found, here, part.gap, barriers, steps)
    if (found.length === 0) return []
  }
  return found
}

function placesOf(part: Part, ends: ReadonlyMap<string, number[]>, steps: Steps): Stretch[] {
  const places: Stretch[] = []
  for (const literal of part.literals) {
    for (const to of ends.get(literal) ?? []) places.push({ from: to - literal.length, to })
  }
  steps.count += places.length
  return part.literals.length === 1 ? places : places.sort((a, b) => a.from - b.from || a.to - b.to)
}

/**
 * Each stretch lengthened by the places that follow it within the gap and the breath. Of those that end at one place the
 * shortest is kept, so that there are never more stretches than characters.
 */
function follow(
  found: readonly Stretch[],
  here: readonly Stretch[],
  gap: number,
  barriers: Uint32Array,
  steps: Steps,
): Stretch[] {
  const longer = new Map<number, Stretch>()
  const byEnd = [...found].sort((a, b) => a.to - b.to)
  let i = 0
  for (const stretch of byEnd) {
    while (i < here.length && here[i]!.from < stretch.to) i += 1
    for (let j = i; j < here.length && here[j]!.from - stretch.to <= gap; j++) {
      steps.count += 1
      const next = here[j]!
      if (barriers[next.from] !== barriers[stretch.to]) break
      const known = longer.get(next.to)
      if (!known || known.from < stretch.from) longer.set(next.to, { from: stretch.from, to: next.to })
    }
  }
  steps.count += i + byEnd.length
  return [...longer.values()]
}
