/** What a check found: the verdict, the text with its signals marked, why each speaks, and what to do. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Advice } from '@laisee/core/scam/advice.ts'
import type { ScamCheck } from '@laisee/core/scam/check-scam.ts'
import { hotlineOf } from '@laisee/core/scam/hotlines.ts'
import type * as ScamWords from '@laisee/core/words/scam/say-scam.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { marked } from '../advisor/marked.ts'
import { languageNow } from '../words/i18n.ts'
import { excerptOf } from './excerpt.ts'

interface VerdictProps {
  text: string
  check: ScamCheck
  words: typeof ScamWords
}

const icons = {
  danger: 'warn',
  suspicious: 'info',
  no_sign_found: 'search',
} as const satisfies Record<ScamCheck['verdict'], IconName>

function strengthOf(weight: number): 'strong' | 'middling' | 'weak' | 'note' {
  if (weight >= 30) return 'strong'
  if (weight >= 15) return 'middling'
  return weight > 0 ? 'weak' : 'note'
}

export function Verdict({ text, check, words }: VerdictProps): ReactElement {
  const { t } = useTranslation()
  const language = languageNow()
  return (
    <>
      <section className="scam-verdict" data-verdict={check.verdict}>
        <Icon name={icons[check.verdict]} size={32} />
        <div>
          <h2>{words.sayScamVerdict(language, check.verdict)}</h2>
          <p>{words.sayScamVerdictDetail(language, check.verdict)}</p>
        </div>
      </section>
      {check.truncated && <p className="help-note">{t('advisorMore.check.truncated')}</p>}
      <Whereabouts text={text} check={check} />
      {check.signals.length > 0 && (
        <section>
          <h2 className="cells-title">{t('advisorMore.check.signals')}</h2>
          <ul className="cells scam-signals">
            {check.signals.map((signal) => {
              const strength = t(`advisorMore.check.${strengthOf(signal.weight)}`)
              return (
                <li key={`${signal.code} ${signal.where?.start ?? ''}`}>
                  <span>{words.sayScamSignal(language, signal)}</span>
                  <span className="plan-tag" data-strength={strengthOf(signal.weight)}>
                    {t('advisorMore.check.strength', { strength })}
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {check.patterns.length > 0 && (
        <section>
          <h2 className="cells-title">{t('advisorMore.check.patterns')}</h2>
          <ul className="cells scam-signals">
            {check.patterns.map((id) => (
              <li key={id}>{words.sayScamPattern(language, id)}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className="cells-title">{t('advisorMore.check.advice')}</h2>
        <ol className="cells scam-signals">
          {check.advice.map((advice) => (
            <li key={advice.code}>
              <span>{words.sayScamAdvice(language, advice)}</span>
              <Call advice={advice} />
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

/** A number as a link only where the list of numbers to call has it. */
function Call({ advice }: { advice: Advice }): ReactElement | null {
  const { t } = useTranslation()
  const number = String(advice.data.number ?? '')
  if (number === '' || hotlineOf(number)?.toCall !== true) return null
  return (
    <a className="button warn small" href={`tel:${number}`}>
      {t('advisorMore.check.call', { number })}
    </a>
  )
}

function Whereabouts({ text, check }: { text: string; check: ScamCheck }): ReactElement | null {
  const { t } = useTranslation()
  const marks = check.signals.flatMap(({ where, weight }) =>
    where === null ? [] : [{ ...where, kind: strengthOf(weight) }],
  )
  if (marks.length === 0) return null
  const excerpt = excerptOf(text, marks)
  return (
    <section>
      <h2 className="cells-title">{t('advisorMore.check.where')}</h2>
      <blockquote className="cells scam-text" dir="auto">
        {marked(excerpt.text, excerpt.marks).map((part) =>
          part.kind === null ? (
            <span key={part.start}>{part.text}</span>
          ) : (
            <mark key={part.start} data-strength={part.kind}>
              {part.text}
            </mark>
          ),
        )}
      </blockquote>
    </section>
  )
}
