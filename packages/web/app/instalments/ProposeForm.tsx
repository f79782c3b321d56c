/** The form of a proposal: the sum, the parts and their days, interest only where it is written in. */

import { useNavigate } from '@tanstack/react-router'
import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { instalmentNoteLengthMax } from '@laisee/core/instalments.ts'
import { Button } from '../../ui/Button.tsx'
import { buzz } from '../../ui/haptics.ts'
import { SwitchRow } from '../../ui/Switch.tsx'
import { say } from '../../ui/Toasts.tsx'
import { usePersonName } from '../data/people-names.ts'
import { service, UnansweredError } from '../data/service.ts'
import { useNow } from '../data/service-time.ts'
import { CheckedText } from '../returns/CheckedText.tsx'
import { usePress } from '../returns/use-press.ts'
import { draftName, forgetDraft, useDraft } from '../send/drafts.ts'
import { failureText } from '../words/failure.ts'
import { refusalText } from '../words/i18n.ts'
import type { Instalments } from './instalments-data.ts'
import { Parts } from './Parts.tsx'
import { Rhythm } from './Rhythm.tsx'
import { freshTerms, readTerms, type TermsBody, type TermsDraft, type TermsReading } from './terms-form.ts'

interface ProposeFormProps {
  sourceId: string
  otherId: string
  /** Whether the reader is paid back. */
  isCreditor: boolean
  left: number
  /** What the two are at already. */
  open: Instalments | null
}

export function ProposeForm(props: ProposeFormProps): ReactElement {
  const { sourceId, otherId, left, open } = props
  const { t } = useTranslation()
  const now = useNow(60_000)
  const other = open ? [open.creditor, open.debtor].find(({ id }) => id === otherId) : undefined
  const name = usePersonName(otherId, other?.name)
  const draftKey = draftName('instalments', `${sourceId}.${otherId}`)
  const [draft, change] = useDraft<TermsDraft>(draftKey, freshTerms)
  const reading = readTerms(draft, { left: BigInt(left), now })
  return (
    <form className="send-form" onSubmit={(event) => event.preventDefault()}>
      <p className="facts" dir="auto">
        {t('instalments.form.says', { name })}
      </p>
      <Total {...{ draft, change, reading, left }} />
      {!draft.isOwn && <Rhythm {...{ draft, change }} />}
      <Parts {...{ draft, change, reading }} />
      <Interest {...{ draft, change, reading }} />
      <div className="cells">
        <CheckedText
          label={t('instalments.form.note')}
          value={draft.note}
          lengthMax={instalmentNoteLengthMax}
          onChange={(note) => change({ note })}
        />
      </div>
      <Foot {...props} name={name} reading={reading} draftKey={draftKey} />
    </form>
  )
}

interface FieldsProps {
  draft: TermsDraft
  change: (next: Partial<TermsDraft>) => void
  reading: TermsReading
}

function Total({ draft, change, reading, left }: FieldsProps & { left: number }): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const { principalProblem } = reading
  return (
    <div className="cells">
      <div className="row-field">
        <div className="field-row">
          <label htmlFor={id}>{t('instalments.form.total')}</label>
          <input
            id={id}
            dir="ltr"
            inputMode="decimal"
            autoComplete="off"
            maxLength={40}
            value={draft.total}
            placeholder={t('common.yuan', { amount: left })}
            aria-invalid={principalProblem !== undefined}
            aria-describedby={`${id}-says`}
            onChange={(event) => change({ total: event.target.value })}
          />
        </div>
        <p id={`${id}-says`} className={principalProblem ? 'field-error' : 'field-note'} role="status">
          {principalProblem === 'wrong'
            ? t('instalments.form.wrongAmount')
            : t('instalments.form.atMost', { left })}
        </p>
      </div>
    </div>
  )
}

function Interest({ draft, change, reading }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="cells">
      <SwitchRow
        label={t('instalments.form.interest')}
        note={t('instalments.form.interestNote', { max: reading.interestMax })}
        checked={draft.withInterest}
        onChange={(withInterest) => change({ withInterest })}
      />
      {draft.withInterest && (
        <div className="row-field">
          <div className="field-row">
            <label htmlFor={id}>{t('instalments.form.interestLabel')}</label>
            <input
              id={id}
              dir="ltr"
              inputMode="decimal"
              autoComplete="off"
              maxLength={40}
              value={draft.interest}
              placeholder="¥0.00"
              onChange={(event) => change({ interest: event.target.value })}
            />
          </div>
        </div>
      )}
    </div>
  )
}

interface FootProps extends ProposeFormProps {
  name: string
  reading: TermsReading
  draftKey: string
}

function Foot({ sourceId, otherId, isCreditor, name, reading, draftKey }: FootProps): ReactElement {
  const { t } = useTranslation()
  const go = useNavigate()
  const press = usePress(`instalments.${sourceId}.${otherId}`, (terms: TermsBody, idempotencyKey) =>
    service().proposeInstalments({
      body: { about: sourceId, ...(isCreditor ? { debtorId: otherId } : {}), ...terms },
      idempotencyKey,
    }),
  )
  const { body, total, parts, refusal } = reading
  const act = () => {
    if (!body) return
    press.mutate(body, {
      onSuccess: ({ id }) => {
        forgetDraft(draftKey)
        buzz()
        say(t('instalments.form.sent', { name }))
        void go({ to: '/instalments/$instalmentsId', params: { instalmentsId: id }, replace: true })
      },
    })
  }
  // A sum that is not met yet stands beside the parts.
  const says = refusal && refusal.code !== 'parts_not_the_total' ? refusal : undefined
  return (
    <div className="send-foot">
      {says && (
        <p className="notice" data-tone="hold" role="status">
          {refusalText({ code: says.code, problem: says.data })}
        </p>
      )}
      {press.error && (
        <p className="notice" data-tone="warn" role="alert">
          {press.error instanceof UnansweredError
            ? t('instalments.form.unanswered')
            : failureText(press.error)}
        </p>
      )}
      <Button look="act" wide disabled={!body} busy={press.isPending} onClick={act}>
        {body && total !== undefined
          ? t('instalments.form.send', { count: parts.length, amount: total })
          : t('instalments.form.sendNothing')}
      </Button>
    </div>
  )
}
