/** The part of the guard's page on the sixth crowd: measured once, and kept as it came out. */

import { readFileSync } from 'node:fs'

const recorded = new URL('../test/guard/sixth-measured.txt', import.meta.url)
const again = new URL('../test/guard/sixth-again.txt', import.meta.url)

/** The one measurement, with its method and every mis-send that was not asked about. */
export function sixthCrowd(): string[] {
  return [
    '## A sixth crowd, measured once and last',
    '',
    '| | ordinary sends | of them asked | asked or made to wait |',
    '| --- | --- | --- | --- |',
    '| fifteen weeks | 5176 | 217 (4.19 %) | 255 (**4.93 %**) |',
    '',
    '| mis-sends | marked | asked about | not asked about |',
    '| --- | --- | --- | --- |',
    '| the seventh’s clerk sees them | 47 | 44 (93.62 %) | 3 |',
    '| the seventh’s and the eighth’s see them | 42 | 41 (97.62 %) | **1** |',
    '| all | 156 | 57 (36.54 %) | 99 |',
    '',
    '**One bar is nearly met, and the other is missed by far.** What two clerks see is asked about but for one send of ¥16; five of a hundred',
    'ordinary sends are stopped as well.',
    '',
    '- Rules: commit `bf3bc5a`. Crowd: commit `87faf57`, begun before the seventh by an author who had read no rule, no signal and no',
    '  measurement, and measured after the eighth. It has no clerk of its own: the seventh’s and the eighth’s mark it, who know neither the',
    '  rules nor this crowd. They would have stopped 2.38 % and 2.01 % of the ordinary sends.',
    '- Crowd: 72 people of a market street, a taxi company, a school, old neighbours in one yard and students away, October to January, among',
    '  many namesakes and nicknames that several share; nobody with a past at first (`test/guard/sixth-*.ts`, one seed).',
    '- Sends go on as they would had nothing been asked. In the list `allow` means that nothing was done.',
    '',
    '```text',
    readFileSync(recorded, 'utf8').trimEnd(),
    '```',
    '',
    '**Since then this crowd, too, is one the rules were made with.** It showed which rules ask much and find little, so that each was looked at',
    'by what it alone stops in all five crowds:',
    '',
    '- A hand that is unsure (83 ordinary sends, one mis-send) makes a send wait from ¥200 and three signs on, or ¥500 and two that are unusual;',
    '  a telephone that was put away is no sign.',
    '- A namesake who was paid once, or never, takes more: a sum like theirs, their words, the last chats, or ¥1,000.',
    '- What sounds alike takes a sum like those of the other. A payee’s own code is no matter of names, and a shop’s wares are no name.',
    '- 再来一份 is no slip, nor is a price that is paid there again and again.',
    '- What goes back to whom it came from, to the fen, has its reason there. What is passed on with a word of what it is, too.',
    '- What that left room for: no contact under a contact’s name is asked about from ¥20 on, words that a few others are sent explain nothing',
    '  to somebody known by other sums, and one Chinese character is a word.',
    '',
    'With the rules as they are now:',
    '',
    '```text',
    readFileSync(again, 'utf8').trimEnd(),
    '```',
    '',
    '`LAISEE_LONG=1 vitest run test/guard/sixth-crowd.test.ts` measures it again and holds it to these last lines.',
    '',
  ]
}
