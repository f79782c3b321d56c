/** The part of the guard's page on crowds by other hands, each measured once: what came out, and what was learned. */

import { readFileSync } from 'node:fs'

interface Measured {
  title: string
  file: string
  told: readonly string[]
}

const crowds: readonly Measured[] = [
  {
    title: 'An eleventh crowd, measured once',
    file: 'eleventh-measured.txt',
    told: [
      'Rules of `95be891`; crowd of `ad2d3a6`, whose author had read no rule: a port town with its clans, a plant, weddings and the autumn’s',
      'feasts. **Every mis-send that two clerks see is asked about (29 of 29), and far too many ordinary sends are stopped: 5.39 % of 4,525.**',
      'The seventh’s clerk would have stopped 1.48 %, the eighth’s 2.34 %. Clans in which names are shared, and gifts of thousands to people',
      'never paid before, are what the rules did not know.',
    ],
  },
  {
    title: 'A ninth and a twelfth, measured once',
    file: 'ninth-measured.txt',
    told: [
      'Rules of `95be891`; the ninth is of `fd294b7`, begun by one hand and finished by another; a forest town in the north-east.',
      '**3.25 % of 4,706 stopped, 40 of 43 that two clerks see asked about.** The hand that finished it read two things it should not have:',
      'the test of the fifth crowd, and that like sounds are among its slips.',
    ],
  },
  {
    title: 'And the twelfth',
    file: 'twelfth-measured.txt',
    told: [
      'Rules of `95be891`; crowd of `ef7661b`: a summer of bus drivers, a choir, those at home, those who sell. **2.79 % of 4,703 stopped, 23 of',
      '24 that two clerks see asked about** (17 of 18 that three see). Its author saw the clerks’ words while writing.',
    ],
  },
]

/** Each measurement as it came out, and in between what was learned from those before it. */
export function crowdsMeasuredOnce(): string[] {
  return [...crowds.flatMap(printed), ...learned, ...later.flatMap(printed)]
}

function printed({ title, file, told }: Measured): string[] {
  const recorded = readFileSync(new URL(`../test/guard/${file}`, import.meta.url), 'utf8').trimEnd()
  return [`## ${title}`, '', ...told, '', '```text', recorded, '```', '']
}

/** Measured with the rules that came of it. */
const later: readonly Measured[] = [
  {
    title: 'A tenth, measured with the rules that came of it',
    file: 'tenth-measured.txt',
    told: [
      'Rules of `4bdbda2`; crowd of `375ebd1`, whose author had read no rule, and which nobody had measured or read while the rules were made:',
      'fifty people of Chengdu and Yilong, a tech park, a badminton club, a building crew, a kindergarten class. **2.42 % of 3,058 stopped; all 29',
      'that two clerks see asked about**, 20 of 20 that three see. It was written before those rules were.',
    ],
  },
  {
    title: 'A fifteenth, begun after the rules were frozen',
    file: 'fifteenth-measured.txt',
    told: [
      'Rules of `4bdbda2`, in place before its author began; crowd of `43d2447`, by a hand that read no rule and looked at no clerk’s word: an',
      'inland city’s nurses, taxi drivers, freshmen and their parents, a hotpot street, from December over the Spring Festival to March. **1.14 %',
      'of 3,519 ordinary sends stopped; all 34 mis-sends that two clerks see asked about**, and 22 of 22 that three see. The seventh’s clerk',
      'alone marks 39, of which 35 are asked about. Nothing has been changed for it.',
    ],
  },
  {
    title: 'And a fourteenth',
    file: 'fourteenth-measured.txt',
    told: [
      'Rules of `4bdbda2`, in place before its author began; crowd of `66d17ec`, by a hand that read no rule: a southern city from August to',
      'November. **1.48 % of 4,943 ordinary sends stopped; all 24 mis-sends that two clerks see asked about**, 18 of 18 that three see; 25 of 28',
      'that the seventh’s clerk alone marks. Nothing has been changed for it.',
    ],
  },
  {
    title: 'The ninth to the twelfth with other seeds',
    file: 'later-seeds.txt',
    told: [
      'The generators of the ninth to the twelfth with seeds that nobody had looked at (`nu`, `xi`, `omicron`), measured at `4bdbda2`: each',
      'stops less than 3 %. Held to these lines by `LAISEE_LONG=1 vitest run test/guard/other-seeds.test.ts`.',
    ],
  },
]

const learned: readonly string[] = [
  '## What these three changed',
  '',
  'Each rule was judged by what it alone stops in eight crowds and other seeds of them (148,000 ordinary sends), and by what it alone finds of',
  'the mis-sends that two clerks see. Rules that found nothing but stops were narrowed; what both clerks see and no rule did was added:',
  '',
  '- A name one character from another’s is asked about where the other gets this very sum or these words. Of several who are alike in one way',
  '  whoever fits best is compared. A namesake who was paid twice is asked about whatever the sum.',
  '- Large sums to somebody new are asked about from ¥10,000 on and ten times the most ever paid; from the last chats from ¥5,000 on and',
  '  twice, or ¥2,000 and five times. Who has hardly paid anybody is asked as before.',
  '- Words that say why a sum is large are heard up to eight times what a payee ever got, five for a stranger, thirty for kin and friends: they',
  '  may have been meant for somebody else.',
  '- The same again counts for a quarter of an hour, and in other words only while a finger may have stayed on the button.',
  '- Ten times the only sum that was ever paid here is asked about though the words are new. One packet to a group is no habit.',
  '',
]
