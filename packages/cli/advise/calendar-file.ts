/** Every deadline of a plan as a calendar file, in the words of the plan that is printed. */

import { planSteps } from '@laisee/core/advisor/plan-steps.ts'
import type { Situation } from '@laisee/core/advisor/situation.ts'
import { calendarText } from '@laisee/core/documents/calendar-file.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { deadlinesOf } from '@laisee/core/words/advisor/deadlines.ts'
import { advisorBelowWords } from '@laisee/core/words/screens/advisor-below.ts'
import type { Language } from '@laisee/core/words/words.ts'
import { writeNewFile } from './new-file.ts'

/** Write it to a file that is not there yet. Throws where the file cannot be written. */
export async function writeCalendar(
  situation: Situation,
  now: Instant,
  language: Language,
  file: string,
): Promise<void> {
  const deadlines = deadlinesOf(planSteps(situation, now), language, { timeZone: 'Asia/Shanghai' })
  await writeNewFile(file, calendarText(deadlines, advisorBelowWords[language].calendarName))
}
