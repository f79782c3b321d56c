/** The part of the guard's page on the eleventh crowd: measured once, and kept as it came out. */

import { readFileSync } from 'node:fs'

const recorded = new URL('../test/guard/eleventh-measured.txt', import.meta.url)

/** The one measurement, with its method; nothing has been learned from it yet. */
export function eleventhCrowd(): string[] {
  return [
    '## An eleventh crowd, measured once',
    '',
    'Rules of `95be891`; crowd of `ad2d3a6`, whose author had read no rule: a port town with its clans, a plant, weddings and the autumn’s',
    'feasts. **Every mis-send that two clerks see is asked about (29 of 29), and far too many ordinary sends are stopped: 5.39 % of 4,525.**',
    'The seventh’s clerk would have stopped 1.48 %, the eighth’s 2.34 %. Clans in which names are shared, and gifts of thousands to people',
    'never paid before, are what the rules do not know yet. Nothing has been changed for it.',
    '',
    '```text',
    readFileSync(recorded, 'utf8').trimEnd(),
    '```',
    '',
  ]
}
