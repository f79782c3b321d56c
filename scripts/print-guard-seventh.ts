/** The part of the guard's page on the seventh crowd: measured once, and kept as it came out. */

import { readFileSync } from 'node:fs'

const recorded = new URL('../test/guard/seventh-measured.txt', import.meta.url)
const again = new URL('../test/guard/seventh-again.txt', import.meta.url)

/** The one measurement, with its method and every mis-send that was not asked about. */
export function seventhCrowd(): string[] {
  return [
    '## A seventh crowd, measured once',
    '',
    '| | ordinary sends | of them asked | asked or made to wait |',
    '| --- | --- | --- | --- |',
    '| fourteen weeks | 5768 | 139 (2.41 %) | 141 (2.44 %) |',
    '',
    '| mis-sends | marked | asked about | not asked about |',
    '| --- | --- | --- | --- |',
    '| its own clerk sees them | 71 | 55 (77.46 %) | 16 |',
    '| its own clerk and the fifth’s see them | 53 | 51 (96.23 %) | **2** |',
    '| all | 153 | 64 (41.83 %) | 89 |',
    '',
    '**One bar is met and the other nearly.** What a guard could see is a matter of opinion, so here it is asked of two clerks, written by',
    'two hands who knew no rule and nothing of each other: what both see from the facts alone, a guard could see.',
    '',
    '- There is no sixth. Rules: commit `90c4378`. Crowd and marks: commit `51d64de`, whose author had read no rule, no signal and no measurement, and saw the',
    '  names of two constants of the guard. It was measured once, right after.',
    '- Crowd: 54 people of an office, a parents’ committee, nurses, a badminton club, a clan and a family with a food stall, from March to',
    '  June, nobody with a past at first (`test/guard/seventh-*.ts`, one seed). Its clerk would have stopped 1.11 % of the ordinary sends,',
    '  the fifth’s 4.79 %; its author changed the clerk once after a look at what it stopped on three seeds.',
    '- Sends go on as they would had nothing been asked. In the list `allow` means that nothing was done.',
    '',
    '```text',
    readFileSync(recorded, 'utf8').trimEnd(),
    '```',
    '',
    '**Since then this crowd, too, is one the rules were made with.** It changed these:',
    '',
    '- 阿芳 and 团长阿芳, 王姐 and 钟点工王姐 are near: what is put before a name is left out by whoever is in a hurry. 阿 and 小 before a name',
    '  make nobody alike.',
    '- 张伟给你的 names who has it brought, not who it is for; and words that a payee had before are theirs (团购 is no 社区团购).',
    '- Words that a look-alike gets again and again, and this one never, are asked about; so is six times the most somebody ever got, or',
    '  three times where eight sends tell it.',
    '',
    'With the rules as they are now:',
    '',
    '```text',
    readFileSync(again, 'utf8').trimEnd(),
    '```',
    '',
    '`LAISEE_LONG=1 vitest run test/guard/seventh-crowd.test.ts` measures it again and holds it to these last lines.',
    '',
  ]
}
