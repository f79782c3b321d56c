import { describe, expect, test } from 'vitest'
import { articles } from '../../law/articles.ts'
import { isChinaDate } from '../../law/china-date.ts'
import { feeSource } from '../../law/fee-bands.ts'
import { holidaySource } from '../../law/holidays.ts'
import { smallClaimsLines } from '../../law/small-claims-lines.ts'
import type { Sourced } from '../../law/sourced.ts'
import { dontIds } from '../donts.ts'
import { nothingKnown } from '../situation.ts'
import { stepIds, stepRuleOf, type StepId } from '../steps/steps.ts'
import { distrustedNumbers, hotlines } from './hotlines.ts'
import { productRules } from './product-rules.ts'
import { published } from './published.ts'
import { refused } from './refused.ts'
import { rows } from './rows.ts'
import { unsourced } from './unsourced.ts'

/** What is wrong with what an entry says of its source. */
function faultOf(entry: Partial<Sourced>): string | undefined {
  if (entry.source === undefined || entry.source.trim() === '') return 'no source'
  if (entry.grade === undefined || !/^[PSCMX]$/.test(entry.grade)) return 'no grade'
  return entry.recordedOn !== undefined && isChinaDate(entry.recordedOn) ? undefined : 'no date'
}

const kinds: Record<string, readonly Sourced[]> = {
  articles: Object.values(articles),
  'product rules': Object.values(productRules),
  hotlines: [...Object.values(hotlines), ...distrustedNumbers],
  'small-claims lines': smallClaimsLines,
  'published figures': Object.values(published),
  'refused things': Object.values(refused),
  'unsourced figures': unsourced,
  fees: [feeSource],
  holidays: [holidaySource],
}

describe('everything the advisor knows', () => {
  test.each(Object.keys(kinds))('has a source, a grade and a date: %s', (kind) => {
    const entries = kinds[kind]!
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.map(faultOf).filter((fault) => fault !== undefined)).toEqual([])
  })

  test('an entry without source, grade or date is found', () => {
    const good = { source: 'x', grade: 'P', recordedOn: '2026-01-01' } as const
    expect(faultOf(good)).toBeUndefined()
    expect(faultOf({ ...good, source: ' ' })).toBe('no source')
    expect(faultOf({ grade: 'P', recordedOn: '2026-01-01' })).toBe('no source')
    expect(faultOf({ source: 'x', recordedOn: '2026-01-01' })).toBe('no grade')
    expect(faultOf({ ...good, recordedOn: '2026-02-30' })).toBe('no date')
    expect(faultOf({ source: 'x', grade: 'P' })).toBe('no date')
  })

  test('an article has its words, its number and since when both stand', () => {
    for (const article of Object.values(articles)) {
      expect(article.text.length).toBeGreaterThan(10)
      expect(article.number).toBeGreaterThan(0)
      expect(isChinaDate(article.validFrom)).toBe(true)
    }
  })

  test('nothing anonymous or contradicted is called confirmed', () => {
    const doubtful = Object.values(productRules).filter((rule) => /[CMX]/.test(rule.grade))
    expect(doubtful.length).toBeGreaterThan(0)
    expect(doubtful.filter((rule) => rule.status === 'confirmed')).toEqual([])
  })

  test('a number to call is on the list, and none of those to distrust is', () => {
    const numbers = Object.values(hotlines).map((line) => line.number as string)
    expect(numbers).toEqual(['110', '96110', '95017'])
    expect(distrustedNumbers.filter((it) => numbers.includes(it.number))).toEqual([])
  })
})

describe('the inventory of the two articles', () => {
  test('has an answer to each of its 99 rows, once', () => {
    expect(rows.map((row) => row.row)).toEqual(Array.from({ length: 99 }, (_, at) => at + 1))
  })

  test('what belongs to the advisor is a step, something not to do, or what it knows', () => {
    const known = new Set<string>([...stepIds, ...dontIds])
    const lost = rows.flatMap((row) => (row.here ?? []).filter((id) => !known.has(id)))
    expect(lost).toEqual([])
    expect(
      rows.filter((row) => row.here === undefined && row.elsewhere === undefined && row.judgement !== 'W'),
    ).toEqual([])
  })

  test('every row that is only refused is on the list of refused things', () => {
    const listed = new Set<number>(Object.values(refused).flatMap((it): readonly number[] => it.rows))
    expect(rows.filter((row) => row.judgement === 'W' && !listed.has(row.row)).map((row) => row.row)).toEqual(
      [],
    )
  })
})

test('no step rests on nothing', () => {
  const basisOf = (id: StepId) => {
    const { basis } = stepRuleOf(id)
    return typeof basis === 'function' ? basis(nothingKnown) : basis
  }
  expect(stepIds.filter((id) => basisOf(id).length === 0)).toEqual([])
})
