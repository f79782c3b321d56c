/**
 * Reads a text that is about to be sent and underlines what would hurt its writer or its reader: threats, inventions,
 * waivers, somebody's data, pressure. It forbids nothing and proves nothing; it says why, and the writer decides.
 */

import { doctrineOf, findingKinds, type Finding, type FindingKind } from './finding.ts'
import { flatten, originalRange, type FlatText } from './flatten.ts'
import { phrasesOf } from './phrases.ts'
import { privateStretches, type Stretch } from './private-data.ts'

/** More than this in one text is not shown: nobody reads a text that is underlined from end to end. */
export const findingsMax = 200

function stretchesOf(kind: FindingKind, flat: string): Stretch[] {
  if (kind === 'private_data') return privateStretches(flat)
  const pattern = phrasesOf[kind]
  if (pattern === undefined) return []
  return [...flat.matchAll(pattern)]
    .filter((match) => match[0] !== '')
    .map((match): Stretch => [match.index, match.index + match[0].length])
}

function findingsOf(kind: FindingKind, flat: FlatText, text: string): Finding[] {
  return stretchesOf(kind, flat.flat).map(([from, to]) => {
    const [start, end] = originalRange(flat, from, to, text)
    return { start, end, kind, doctrine: kind, articles: doctrineOf[kind] }
  })
}

/**
 * What to think over in a text, in the order of its places. Time in proportion to the text's length. Only whoever wrote it
 * knows whether an emergency is true; a finding says what a lie would cost.
 */
export function checkText(text: string): Finding[] {
  const flat = flatten(text)
  return findingKinds
    .flatMap((kind) => findingsOf(kind, flat, text))
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .slice(0, findingsMax)
}
