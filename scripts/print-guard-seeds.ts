/** The part of the guard's page on worlds that nobody had looked at: the crowds' generators with other seeds. */

import { readFileSync } from 'node:fs'

const seeds = new URL('../test/guard/other-seeds.txt', import.meta.url)
const more = new URL('../test/guard/more-seeds.txt', import.meta.url)
const streets = new URL('../test/guard/other-places.txt', import.meta.url)

/** What was measured of them, when, and how it stands. */
export function otherSeeds(): string[] {
  return [
    '## Worlds of other seeds',
    '',
    'The generators of the fourth to the eighth crowd with seeds that nobody had looked at: other people, sums and mistakes of habits that the',
    'rules know. Seeds `alpha`, `beta` and `gamma` were measured at `fdfdfe4` and then learned from: 1,563 of 75,667 ordinary sends stopped',
    '(2.07 %), 749 of 778 asked about that both clerks see (96.27 %). Seeds `delta`, `epsilon` and `zeta` were measured while that was done:',
    '1,404 of 76,581 (1.83 %), 752 of 764 (98.43 %). Seeds `eta`, `theta` and `iota` were measured after it, at `ebdadfe`: 1,493 of 76,576',
    '(**1.95 %**), 767 of 781 (**98.21 %**). The generator of the sixth is above 3 % there (3.21 %). With the rules as they are now:',
    '',
    '```text',
    readFileSync(seeds, 'utf8').trimEnd(),
    '```',
    '',
    'Then the sixth crowd got a clerk of its own, by a hand that knew no rule and no other clerk, after the rules were made. With seeds',
    '`kappa`, `lambda` and `mu`, measured once with the rules of `95be891`:',
    '',
    '```text',
    readFileSync(more, 'utf8').trimEnd(),
    '```',
    '',
    'The neighbourhood, whose author marked every mistake as one that a guard could see, with ten seeds (`six` to `fifteen`) at `c2e82cb`: 132',
    'of 12,049 ordinary sends stopped (1.1 %), 310 of 312 mis-sends asked about. The two were mended, and ten more seeds (`street 1` to',
    '`street 10`) measured once, at `95be891`, and kept:',
    '',
    '```text',
    readFileSync(streets, 'utf8').trimEnd(),
    '```',
    '',
    '**Nearly every one is not every one.** In worlds that nobody has looked at, 98 to 99 of a hundred mis-sends are asked about that others',
    'say a guard could see, at 1 to 2 questions in a hundred ordinary sends. What is left over is a mistake after the same mistake that nobody',
    'took back, and names and words that tell two people apart for whoever knows them.',
    '',
    '`LAISEE_LONG=1 vitest run test/guard/other-seeds.test.ts` measures them again and holds them to these lines.',
    '',
  ]
}
