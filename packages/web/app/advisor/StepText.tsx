/** The words to send: copied in one tap, or changed first; what would hurt is underlined, with the reason. */

import { Suspense, useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanSteps } from '@laisee/core/advisor/plan.ts'
import { checkText } from '@laisee/core/advisor/texts/check-text.ts'
import { claimGroundOf } from '@laisee/core/advisor/texts/claim-draft.ts'
import { composeText } from '@laisee/core/advisor/texts/compose.ts'
import type { Finding } from '@laisee/core/advisor/texts/finding.ts'
import { blanksOf, textFactsOf } from '@laisee/core/advisor/texts/text-facts.ts'
import type { TextId } from '@laisee/core/advisor/texts/text-ids.ts'
import { isPaperId } from '@laisee/core/documents/paper.ts'
import { citeArticle } from '@laisee/core/law/articles.ts'
import { chinaDateOf } from '@laisee/core/law/china-date.ts'
import { findingWords } from '@laisee/core/words/advisor/finding-words.ts'
import { Button } from '../../ui/Button.tsx'
import { say } from '../../ui/Toasts.tsx'
import { lazyPart } from '../../ui/lazy-part.ts'
import { useNow } from '../data/service-time.ts'
import { languageNow, withHelpWords } from '../words/i18n.ts'
import { marked } from './marked.ts'
import { keepText, statedIn, textKept, type Told } from './told.ts'

/** Few plans come to a paper: its buttons and their words come with the step that has one. */
const loadPaperButtons = withHelpWords(() => import('./PaperButtons.tsx'), ['advisorPaper'])
const PaperButtons = lazyPart(async () => ({ default: (await loadPaperButtons()).PaperButtons }))

interface StepTextProps {
  id: TextId
  plan: PlanSteps
  told: Told
}

export function StepText({ id, plan, told }: StepTextProps): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const [isEditing, setEditing] = useState(false)
  const fieldId = useId()
  const mine = textKept(told, id)
  const facts = textFactsOf(statedIn(told), now)
  const text = mine ?? composeText(id, facts, languageNow(), claimGroundOf(plan)).text
  const blanks = blanksOf(text)
  const findings = mine === undefined ? [] : checkText(text)
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => say(t('advisorBelow.copied')),
      () => say(t('advisorBelow.notCopied'), 'warn'),
    )
  return (
    <div className="plan-text" role="group" aria-label={t('advisorPage.plan.texts')}>
      {isEditing ? (
        <>
          <label htmlFor={fieldId}>{t('advisorBelow.editLabel')}</label>
          <textarea
            id={fieldId}
            rows={Math.min(16, Math.max(6, Math.ceil(text.length / 18)))}
            value={text}
            maxLength={20_000}
            onChange={(event) => keepText(id, event.target.value)}
          />
        </>
      ) : null}
      {(!isEditing || findings.length > 0) && <Shown text={text} findings={findings} blanks={blanks} />}
      <Reasons findings={findings} text={text} isChecked={mine !== undefined} />
      {blanks.length > 0 && (
        <p className="help-note">{t('advisorPage.plan.blanks', { blanks: blanks.join(' ') })}</p>
      )}
      <div className="buttons beside">
        <Button onClick={() => setEditing(!isEditing)}>
          {t(isEditing ? 'advisorBelow.doneEditing' : 'advisorBelow.edit')}
        </Button>
        <Button look="act" onClick={copy}>
          {t('advisorBelow.copyText')}
        </Button>
      </div>
      {mine !== undefined && (
        <Button small look="link" onClick={() => keepText(id, undefined)}>
          {t('advisorBelow.rewrite')}
        </Button>
      )}
      {isPaperId(id) && (
        <Suspense fallback={<div className="plan-paper-waits" />}>
          <PaperButtons id={id} text={text} />
        </Suspense>
      )}
    </div>
  )
}

interface ShownProps {
  text: string
  findings: readonly Finding[]
  blanks: readonly string[]
}

/** The text with what to think over underlined, and what is to be filled in marked. */
function Shown({ text, findings, blanks }: ShownProps): ReactElement {
  const places = blanks.flatMap((blank) => {
    const start = text.indexOf(blank)
    return start < 0 ? [] : [{ start, end: start + blank.length, kind: 'blank' }]
  })
  return (
    <blockquote className="plan-words">
      {marked(text, [...findings, ...places]).map((part) =>
        part.kind === null ? (
          <span key={part.start}>{part.text}</span>
        ) : (
          <mark key={part.start} data-kind={part.kind === 'blank' ? 'blank' : 'finding'}>
            {part.text}
          </mark>
        ),
      )}
    </blockquote>
  )
}

interface ReasonsProps {
  findings: readonly Finding[]
  text: string
  isChecked: boolean
}

function Reasons({ findings, text, isChecked }: ReasonsProps): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const language = languageNow()
  return (
    <div role="status">
      {findings.length > 0 && (
        <div className="notice plan-reasons" data-tone="warn">
          <div>
            <strong>{t('advisorBelow.findings')}</strong>
            <ul>
              {findings.map(({ start, end, kind, articles }) => (
                <li key={`${start} ${kind}`}>
                  <q>{text.slice(start, end)}</q> {findingWords[language][kind]}
                  <span className="plan-cites">
                    {articles.map((id) => citeArticle(id, chinaDateOf(now), language)).join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {isChecked && findings.length === 0 && <p className="help-note">{t('advisorBelow.noFindings')}</p>}
    </div>
  )
}
