import { expect, test } from 'vitest'
import { refusalCodes, type RefusalCode } from './refusals.ts'
import { decideEndReport, decideReport, reportsPerDayMax, type ReportFacts } from './report.ts'

const facts: ReportFacts = {
  reporterId: 'mem_ann',
  about: { id: 'mem_bob', known: true },
  isOpen: false,
  lately: 0,
}

const wrongs: { code: RefusalCode; facts: Partial<ReportFacts> }[] = [
  { code: 'member_unknown', facts: { about: { id: 'mem_bob', known: false } } },
  { code: 'self_not_allowed', facts: { reporterId: 'mem_bob' } },
  { code: 'already_reported', facts: { isOpen: true } },
  { code: 'reports_max', facts: { lately: reportsPerDayMax } },
]

test.each(wrongs)('a report is refused as $code, before everything below it', ({ code }) => {
  const from = wrongs.findIndex((wrong) => wrong.code === code)
  const below = wrongs.slice(from).toReversed()
  expect(
    decideReport(Object.assign({}, facts, ...below.map((wrong) => wrong.facts)) as ReportFacts),
  ).toMatchObject({ code })
})

test('these are refused in the order of the registry', () => {
  const places = wrongs.map(({ code }) => refusalCodes.indexOf(code))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('the tenth report of a day is made, and a report ends once', () => {
  expect(decideReport({ ...facts, lately: reportsPerDayMax - 1 })).toBe('report')
  expect(decideEndReport({ outcome: null })).toBe('end')
  expect(decideEndReport({ outcome: 'withdrawn' })).toMatchObject({ code: 'report_closed' })
})
