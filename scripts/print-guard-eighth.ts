/** The part of the guard's page on the eighth crowd: measured once, and kept as it came out. */

import { readFileSync } from 'node:fs'

const recorded = new URL('../test/guard/eighth-measured.txt', import.meta.url)
const again = new URL('../test/guard/eighth-again.txt', import.meta.url)

/** The one measurement, with its method and every mis-send that was not asked about. */
export function eighthCrowd(): string[] {
  return [
    '## An eighth crowd, measured once',
    '',
    '| | ordinary sends | of them asked | asked or made to wait |',
    '| --- | --- | --- | --- |',
    '| sixteen weeks | 5809 | 169 (2.91 %) | 173 (2.98 %) |',
    '',
    '| mis-sends | marked | asked about | not asked about |',
    '| --- | --- | --- | --- |',
    '| its own clerk sees them | 48 | 40 (83.33 %) | 8 |',
    '| its own clerk and the seventh’s see them | 43 | 39 (90.7 %) | **4** |',
    '| all | 155 | 59 (38.06 %) | 96 |',
    '',
    '**One bar is met, by a hair, and the other nearly.** As with the seventh, what two clerks see who know no rule, a guard could see.',
    '',
    '- Rules: commit `51cc122`, made with the seventh crowd. Crowd and marks: commit `55d30d8`, whose author had read no rule, no signal and',
    '  no measurement. It was measured once, right after.',
    '- Crowd: 56 people of a county town’s school, hospital kitchen, delivery company, dancers, a housing estate and young couples with their',
    '  parents, September to December, among 200 townspeople of common names; nobody with a past at first (`test/guard/eighth-*.ts`, one',
    '  seed). Its clerk would have stopped 1.62 % of the ordinary sends, the seventh’s 1.57 %.',
    '- Sends go on as they would had nothing been asked. In the list `allow` means that nothing was done.',
    '',
    '```text',
    readFileSync(recorded, 'utf8').trimEnd(),
    '```',
    '',
    '**Since then this crowd, too, is one the rules were made with.** It changed these:',
    '',
    '- Most of the ordinary sends that were stopped were first payments to a namesake. Where the other had been paid once, something quite',
    '  different, that is no reason any more, below ¥200.',
    '- 李浩然 and 赵浩然 are near. A sum that nobody hits on by chance, of ¥100 or more, is asked about again within a day.',
    '- A zero among sums of every size, and several times the most, are asked about from ¥50 on instead of ¥100.',
    '',
    'With the rules as they are now:',
    '',
    '```text',
    readFileSync(again, 'utf8').trimEnd(),
    '```',
    '',
    '`LAISEE_LONG=1 vitest run test/guard/eighth-crowd.test.ts` measures it again and holds it to these last lines.',
    '',
  ]
}
