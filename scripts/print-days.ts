/** The recorded days that are checked in, as their programs write them (examples/days). */

import { familyWeek } from '../examples/days/family-week.ts'
import { newYearsEveCompany } from '../examples/days/new-years-eve-company.ts'
import { dayAsCsv, dayAsJsonLines } from '../packages/cli/replay/write-day.ts'

/** A company's New Year's Eve, as JSON lines. */
export function printNewYearsEve(): Promise<string> {
  return Promise.resolve(dayAsJsonLines(newYearsEveCompany()))
}

/** A family's week, as CSV. */
export function printFamilyWeek(): Promise<string> {
  return Promise.resolve(dayAsCsv(familyWeek()))
}
