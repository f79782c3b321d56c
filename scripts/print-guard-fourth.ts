/** The part of the guard's page on the fourth crowd: measured once, and kept as it came out. */

import { readFileSync } from 'node:fs'

const recorded = new URL('../test/guard/fourth-measured.txt', import.meta.url)

/** The one measurement, with its method and every slip that was not asked about. */
export function fourthCrowd(): string[] {
  return [
    '## A fourth crowd, measured once',
    '',
    '| | ordinary sends | of them asked | asked or made to wait |',
    '| --- | --- | --- | --- |',
    '| all six weeks | 3666 | 143 (3.9 %) | 155 (4.23 %) |',
    '| the first eight days | 684 | 29 (4.24 %) | 31 (4.53 %) |',
    '| after them | 2982 | 114 (3.82 %) | 124 (4.16 %) |',
    '',
    '| slips | marked | asked about | not asked about |',
    '| --- | --- | --- | --- |',
    '| said to be visible | 108 | 86 (79.63 %) | **22** |',
    '| said not to be | 34 | 8 | 26 |',
    '| all | 142 | 94 (66.2 %) | 48 |',
    '',
    '**Both bars are missed.** More than three in a hundred ordinary sends were asked about or made to wait, and 22 of the 108 slips',
    'that a guard could see were not asked about: seven of names that look alike, five of the last chat, three of a sum (two zeros, a',
    'lost point), three of a wrong and two of an old group, one of a namesake and one of a false friend. All 14 repeats and all nine',
    'visible returns to another account were seen.',
    '',
    '- Rules: commit `405b373`. Crowd, marks and measurement: commit `ac6f480`, before the one run. Nothing was changed after it.',
    '- Crowd: 37 people and those they pay, over six weeks of an autumn with Mid-Autumn, the national holiday and a wedding',
    '  (`test/guard/fourth-*.ts`, one seed), nobody with a past at first. Slips begin after eight days, in the place of sends that',
    '  were meant. Whether the service could see one was decided for each by a criterion of the author’s, and is told beside it.',
    '- Its author had read no rule, no signal and no list of misses. They knew what the guard is meant to look for, the facts it is',
    '  given and how the service reads them, the harness, the names of files, and of the third crowd the figures on this page.',
    '- The guard is given what the service would read: names as they are by then, aliases, relations, what came in. The chat that was',
    '  open and who wrote last stay on the phone, and what a picture looks like is no fact.',
    '- Names are closer to one another than in most lives: of 66 people 34 stand in a pair that is easily mistaken. Rules',
    '  about names stopped 64 of the 155, and nothing else stopped 58 of them.',
    '- Faults of the crowd, found after the run and left as they were: 15 ordinary second tickets “for another friend” went to the same',
    '  friend within minutes, and eight of them were rightly asked about; four of the 22 (`q2434`, `q2508`, `q2664`, `q3555`) were',
    '  marked as a first send, though a slip from earlier days had already gone there. Who takes another name keeps it.',
    '- Sends go on as they would had nothing been asked. In the list `allow` means that nothing was done; a send may be stopped by',
    '  several rules.',
    '',
    '```text',
    readFileSync(recorded, 'utf8').trimEnd(),
    '```',
    '',
    '`LAISEE_LONG=1 vitest run test/guard/fourth-crowd.test.ts` measures it again and holds it to these lines.',
    '',
  ]
}
