/** What the check found wrong with a draft: each at its exact place, with the stretch of text at fault marked. */

import { Alert, Tag } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNameOf } from '../parts/names.ts'
import type { Problem } from './policy-data.ts'
import { whereText } from './say-difference.ts'

interface ProblemsProps {
  problems: readonly Problem[]
}

/** A function that says what is wrong; a fault that has no words yet is said as it is. */
function useProblemText(): (problem: Problem) => string {
  const { t } = useTranslation()
  const codes = t('deskProblems.codes', { returnObjects: true }) as Readonly<Record<string, string>>
  return ({ code, about }) =>
    Object.hasOwn(codes, code)
      ? // What is said of nothing in particular ends without its colon.
        t(`deskProblems.codes.${code as 'other'}`, { about }).replace(/[：:]\s*$/, '')
      : t('deskProblems.codes.other', { about: `${code} ${about}` })
}

/** Where a problem is: what stands in a list by its place there, anything else as it is called. */
function placeText(at: string, voice: Parameters<typeof whereText>[1]): string {
  const { t } = voice
  const [part = '', number] = at.split('.')
  const listed = { thresholds: 'thresholds', recallRights: 'rights', roleLimits: 'roleLimits' } as const
  if (Object.hasOwn(listed, part)) {
    const called = t(`deskPolicy.${listed[part as keyof typeof listed]}`)
    return number === undefined ? called : `${called} ${Number(number) + 1}`
  }
  const step = /^(chains\..+)\.steps\.(\d+)/.exec(at)
  if (step) return `${whereText(step[1]!, voice)} · ${t('deskPolicy.step', { number: Number(step[2]) + 1 })}`
  return whereText(at.replace(/\.says\.(zh|en)$/, '.says'), voice)
}

/** The problems of one part of a policy. */
export function ProblemsAt({ problems, at }: ProblemsProps & { at: string }): ReactElement | null {
  const own = problems.filter((one) => one.at === at || one.at.startsWith(`${at}.`))
  return own.length === 0 ? null : <ProblemList problems={own} />
}

export function ProblemList({
  problems,
  saysWhere = false,
}: ProblemsProps & { saysWhere?: boolean }): ReactElement {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const textOf = useProblemText()
  return (
    <ul className="problems">
      {problems.map((problem, i) => (
        <li key={i}>
          <Tag color={problem.weight === 'error' ? 'error' : 'warning'}>
            {t(`deskProblems.${problem.weight}`)}
          </Tag>
          {saysWhere && <strong title={problem.at}>{placeText(problem.at, { t, nameOf })}</strong>}
          {problem.place && (
            <span className="second">
              {t('deskProblems.place', { line: problem.place.line, column: problem.place.column })}
            </span>
          )}
          <span>{textOf(problem)}</span>
        </li>
      ))}
    </ul>
  )
}

/** A condition with the first of what is wrong in it marked. */
export function MarkedCondition({ when, problems }: ProblemsProps & { when: string }): ReactElement | null {
  const places = problems.flatMap(({ place }) => (place ? [place] : []))
  const [first] = places.sort((a, b) => a.start - b.start)
  if (!first) return null
  const end = Math.max(first.end, first.start + 1)
  return (
    <pre className="marked">
      {when.slice(0, first.start)}
      <mark>{when.slice(first.start, end) || ' '}</mark>
      {when.slice(end)}
    </pre>
  )
}

/** Whether a draft can be published as far as the check goes, and what keeps it from it. */
export function ProblemSummary({ problems }: ProblemsProps): ReactElement {
  const { t } = useTranslation()
  const errors = problems.filter(({ weight }) => weight === 'error').length
  if (problems.length === 0) return <Alert type="success" showIcon title={t('deskPolicy.noProblems')} />
  return (
    <Alert
      type={errors > 0 ? 'error' : 'warning'}
      showIcon
      title={errors > 0 ? t('deskPolicy.errorsFound', { count: errors }) : t('deskPolicy.problems')}
      description={<ProblemList problems={problems} saysWhere />}
    />
  )
}
