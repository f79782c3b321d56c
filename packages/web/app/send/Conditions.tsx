/** What few packets need, folded away: passphrase, times, paused, provable, test. */

import { useId, useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CellButton } from '../../ui/Cells.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SwitchRow } from '../../ui/Switch.tsx'
import { languageNow } from '../words/i18n.ts'
import type { PacketDraft } from './packet-form.ts'
import type { Field } from './reading.ts'

interface ConditionsProps {
  draft: PacketDraft
  change: (change: Partial<PacketDraft>) => void
  isLucky: boolean
  /** What is the matter with a field, in words. */
  problemAt: (field: Field) => string | undefined
}

const folded: readonly Field[] = ['passphrase', 'notBefore', 'expiry']

export function Conditions(props: ConditionsProps): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const hasProblem = folded.some((field) => props.problemAt(field) !== undefined)
  const shown = isOpen || hasProblem
  const set = useSet(props)
  return (
    <div className="cells">
      <CellButton
        label={t('send.more.title')}
        note={set === '' ? t('send.more.note') : t('send.more.set', { what: set })}
        end={
          <span className="fold" data-open={shown}>
            <Icon name="next" size={18} />
          </span>
        }
        aria-expanded={shown}
        onClick={() => setOpen(!shown)}
      />
      {shown && <Fields {...props} />}
    </div>
  )
}

/** Which conditions are set, so that nothing folded away is forgotten. */
function useSet({ draft, isLucky }: ConditionsProps): string {
  const { t } = useTranslation()
  const parts = [
    draft.passphrase.trim() !== '' && t('send.more.passphrase'),
    draft.notBefore !== '' && t('send.more.notBefore'),
    draft.expiry !== '' && t('send.more.expiry'),
    draft.paused && t('send.more.paused'),
    isLucky && draft.provable && t('send.more.provable'),
    draft.test && t('send.more.test'),
  ]
  return parts.filter((part) => part !== false).join(languageNow() === 'zh' ? '、' : ', ')
}

function Fields({ draft, change, isLucky, problemAt }: ConditionsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <Row
        label={t('send.more.passphrase')}
        note={t('send.more.passphraseNote')}
        problem={problemAt('passphrase')}
      >
        {(says) => (
          <input
            {...says}
            dir="auto"
            autoComplete="off"
            value={draft.passphrase}
            placeholder={t('send.more.passphraseEmpty')}
            onChange={(event) => change({ passphrase: event.target.value })}
          />
        )}
      </Row>
      <Row
        label={t('send.more.notBefore')}
        note={t('send.more.notBeforeNote')}
        problem={problemAt('notBefore')}
      >
        {(says) => (
          <input
            {...says}
            type="datetime-local"
            value={draft.notBefore}
            onChange={(event) => change({ notBefore: event.target.value })}
          />
        )}
      </Row>
      <Expiry draft={draft} change={change} problem={problemAt('expiry')} />
      <SwitchRow
        label={t('send.more.paused')}
        note={t('send.more.pausedNote')}
        checked={draft.paused}
        onChange={(paused) => change({ paused })}
      />
      {isLucky && (
        <SwitchRow
          label={t('send.more.provable')}
          note={t('send.more.provableNote')}
          checked={draft.provable}
          onChange={(provable) => change({ provable })}
        />
      )}
      <SwitchRow
        label={t('send.more.test')}
        note={t('send.more.testNote')}
        checked={draft.test}
        onChange={(test) => change({ test })}
      />
    </>
  )
}

interface Says {
  'aria-describedby': string
  'aria-label': string
  'aria-invalid': boolean
}

interface RowProps {
  label: string
  note?: string | undefined
  problem: string | undefined
  children: (says: Says) => ReactNode
}

/** A row with a field, a note, and what is the matter with it. */
export function Row({ label, note, problem, children }: RowProps): ReactElement {
  const id = useId()
  return (
    <div className="field row-field">
      <div className="field-row">
        <span className="label" aria-hidden="true">
          {label}
        </span>
        {children({ 'aria-label': label, 'aria-describedby': id, 'aria-invalid': problem !== undefined })}
      </div>
      <div id={id}>
        {problem !== undefined ? (
          <p className="field-error" role="alert">
            {problem}
          </p>
        ) : (
          note !== undefined && <p className="field-note">{note}</p>
        )}
      </div>
    </div>
  )
}

const lengths = ['3600', '', '259200', '604800', 'own'] as const

function Expiry(
  props: Pick<ConditionsProps, 'draft' | 'change'> & { problem: string | undefined },
): ReactElement {
  const { draft, change, problem } = props
  const { t } = useTranslation()
  const said: Record<(typeof lengths)[number], string> = {
    '3600': t('send.more.hours', { count: 1 }),
    '': t('send.more.hours', { count: 24 }),
    '259200': t('send.more.days', { count: 3 }),
    '604800': t('send.more.days', { count: 7 }),
    own: t('send.more.own'),
  }
  return (
    <div className="field row-field">
      <p className="choices-title">{t('send.more.expiry')}</p>
      <Choices
        label={t('send.more.expiry')}
        value={draft.expiry}
        onChange={(expiry) => change({ expiry })}
        options={lengths.map((value) => ({ value, label: said[value] }))}
      />
      {draft.expiry === 'own' && (
        <OwnLength
          label={t('send.more.ownLabel')}
          count={draft.expiryOwn}
          unit={draft.expiryUnit}
          onChange={(count, unit) => change({ expiryOwn: count, expiryUnit: unit })}
        />
      )}
      {problem !== undefined ? (
        <p className="field-error" role="alert">
          {problem}
        </p>
      ) : (
        <p className="field-note">{t('send.more.expiryNote')}</p>
      )}
    </div>
  )
}

interface OwnLengthProps {
  label: string
  count: string
  unit: string
  onChange: (count: string, unit: string) => void
}

/** A length of time of one's own: a number and its unit. */
export function OwnLength({ label, count, unit, onChange }: OwnLengthProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="own-length">
      <input
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        value={count}
        onChange={(event) => onChange(event.target.value, unit)}
      />
      <select
        aria-label={t('send.more.unit')}
        value={unit}
        onChange={(event) => onChange(count, event.target.value)}
      >
        {(['minutes', 'hours', 'days'] as const).map((one) => (
          <option key={one} value={one}>
            {t(`send.more.units.${one}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
