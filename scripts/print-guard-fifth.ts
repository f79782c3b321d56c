/** The part of the guard's page on the fifth crowd: measured once, and kept as it came out. */

import { readFileSync } from 'node:fs'

const recorded = new URL('../test/guard/fifth-measured.txt', import.meta.url)
const again = new URL('../test/guard/fifth-again.txt', import.meta.url)

/** The one measurement, with its method and every mis-send that was not asked about. */
export function fifthCrowd(): string[] {
  return [
    '## A fifth crowd, measured once',
    '',
    '| | ordinary sends | of them asked | asked or made to wait |',
    '| --- | --- | --- | --- |',
    '| fourteen weeks | 5607 | 109 (1.94 %) | 163 (2.91 %) |',
    '',
    '| mis-sends | marked | asked about | not asked about |',
    '| --- | --- | --- | --- |',
    '| said to be visible | 92 | 62 (67.39 %) | **30** |',
    '| said not to be | 72 | 5 | 67 |',
    '| all | 164 | 67 (40.85 %) | 97 |',
    '',
    '**One bar is met and the other missed.** Fewer than three in a hundred ordinary sends were asked about or made to wait; of the 92',
    'mis-sends that were marked visible beforehand 62 were asked about. Best seen were zeros and lost points (19 of 20), worst were',
    'names (17 of 28) and groups (2 of 7).',
    '',
    '- Rules: commit `ce18ae3`, made with the third and the fourth crowd. Crowd, marks and measurement: commit `6326aab`, before the',
    '  one run. Nothing was changed between.',
    '- Crowd: 54 people of a village working away, a clinic, a football side, a carpool, a salon, a yard with nights, a choir and a',
    '  family in two cities, from March to June, nobody with a past at first (`test/guard/fifth-*.ts`, one seed). One in thirteen has a',
    '  namesake or a like name in a sender’s own circle. Mis-sends begin on day 21.',
    '- Whether the service could see one was decided for each, before any judging, by a clerk of the author’s (`fifth-clerk.ts`) who is',
    '  told what the guard is told, and who would himself have stopped 2.59 % of the ordinary sends.',
    '- Its author had read no rule, no signal and no measurement. They knew what the guard is meant to look for and what it is told.',
    '- Sends go on as they would had nothing been asked. In the list `allow` means that nothing was done and `hold` that the send only',
    '  waited; a send may be stopped by several rules.',
    '',
    '```text',
    readFileSync(recorded, 'utf8').trimEnd(),
    '```',
    '',
    '**Since then this crowd, too, is one the rules were made with.** Read line by line, it changed these:',
    '',
    '- An account called 张伟新号 looks like 张伟, and 周婷 is near 周婷婷. A like name is asked about where it gets this very sum, and for a',
    '  payee who is no contact from the first payment to the other on.',
    '- A refund to somebody who paid nothing lately is asked about of a contact as well; a loan paid back is not. Words that say why a sum',
    '  is large are heard for the last chat, too, and know a few more kinds (周转, 充卡, 退).',
    '- The words and the very sum of somebody else are theirs wherever the payee was picked. Whoever is greeted by name may be somebody',
    '  else’s payee, however often this one was paid.',
    '- A sum that nobody hits on by chance repeats for ten minutes; two small ones are meant once that was sent twice before. A group',
    '  is asked about like a person. A hand that hesitates makes small sums wait less.',
    '',
    'With the rules as they are now:',
    '',
    '```text',
    readFileSync(again, 'utf8').trimEnd(),
    '```',
    '',
    '`LAISEE_LONG=1 vitest run test/guard/fifth-crowd.test.ts` measures it again and holds it to these last lines.',
    '',
  ]
}
