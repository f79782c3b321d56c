/** The lines of small claims by province, in fen, as court notices printed them. Every other province: not found. */

import type { Amount } from '../money.ts'
import type { ChinaDate } from './china-date.ts'
import type { Province } from './provinces.ts'
import type { Grade } from './sourced.ts'

export interface SmallClaimsLine {
  province: Province
  mandatoryMax: Amount
  byAgreementMax: Amount
  /** Where the notice gives the upper line only roughly. */
  approximate: boolean
  validFrom: ChinaDate
  source: string
  grade: Grade
  recordedOn: ChinaDate
}

const noted = {
  approximate: false,
  source: 'court notices (wzyake.com; zfwx.com 28892; zhweixiu.com 97200; xingkong.net 2026-01-05)',
  grade: 'S',
  recordedOn: '2026-11-22',
} as const

export const smallClaimsLines: readonly SmallClaimsLine[] = [
  {
    ...noted,
    province: 'ZJ',
    mandatoryMax: 5_432_300n,
    byAgreementMax: 21_729_000n,
    validFrom: '2022-01-11',
  },
  {
    ...noted,
    province: 'SH',
    mandatoryMax: 6_837_850n,
    byAgreementMax: 27_351_400n,
    validFrom: '2022-08-23',
  },
  {
    ...noted,
    province: 'JS',
    mandatoryMax: 5_181_100n,
    byAgreementMax: 20_724_200n,
    approximate: true,
    validFrom: '2022-01-01',
  },
  {
    ...noted,
    province: 'JS',
    mandatoryMax: 6_086_200n,
    byAgreementMax: 24_344_800n,
    validFrom: '2024-01-06',
  },
  {
    ...noted,
    province: 'JS',
    mandatoryMax: 6_461_000n,
    byAgreementMax: 25_844_000n,
    validFrom: '2026-01-04',
  },
]
