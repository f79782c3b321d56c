/** docs/reference/events.md from core's list of event kinds, in its order. */

import { eventKinds, type EventKind } from '@laisee/core/events.ts'
import { eventSentences } from './event-sentences.ts'

const opening = `# Events

Every kind of event, written by \`npm run gen\` from \`packages/core/events.ts\`. An event is a row written in the same
transaction as the money it tells of: if the money moved, the event is there, and never the other way round. How to read
them without losing one is in [concepts/events.md](../concepts/events.md).
`

/** The whole page. */
export function printEvents(): Promise<string> {
  const nouns = Map.groupBy(eventKinds, (kind) => kind.split('.')[0]!)
  return Promise.resolve([opening, ...[...nouns].map(([noun, kinds]) => printNoun(noun, kinds))].join('\n'))
}

function printNoun(noun: string, kinds: readonly EventKind[]): string {
  const rows = kinds.map((kind) => `| \`${kind}\` | ${eventSentences[kind]} |`)
  return [`## ${noun}\n`, '| kind | what happened |', '| --- | --- |', ...rows, ''].join('\n')
}
