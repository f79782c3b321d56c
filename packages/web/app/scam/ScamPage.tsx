/** The scam check: a text, a link or a number in; what speaks for a fraud, marked where it stands, and what to do. */

import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScamCheck } from '@laisee/core/scam/check-scam.ts'
import type * as ScamWords from '@laisee/core/words/scam/say-scam.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { say } from '../../ui/Toasts.tsx'
import { Frame } from '../advisor/Frame.tsx'
import { draft, keepDraft } from './draft.ts'
import { Verdict } from './Verdict.tsx'
import './scam.css'

interface Checked {
  text: string
  check: ScamCheck
  words: typeof ScamWords
}

/** The engine brings long tables, and comes with the first check. */
async function checkText(text: string): Promise<Checked> {
  const [{ checkScam }, words] = await Promise.all([
    import('@laisee/core/scam/check-scam.ts'),
    import('@laisee/core/words/scam/say-scam.ts'),
  ])
  return { text, check: checkScam({ text }), words }
}

export function ScamPage(): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState(draft)
  const [checked, setChecked] = useState<Checked>()
  const [isBusy, setBusy] = useState(false)
  const [isEmpty, setEmpty] = useState(false)
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const write = (next: string) => {
    setText(next)
    keepDraft(next)
    setEmpty(false)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') {
      setEmpty(true)
      field.current?.focus()
      return
    }
    setBusy(true)
    try {
      setChecked(await checkText(text))
    } catch {
      say(t('advisorPage.plan.failedTitle'), 'warn')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Frame title={t('advisorMore.check.title')} above="/help" className="scam">
      <p className="help-lead">{t('advisorMore.check.lead')}</p>
      <form className="scam-form" onSubmit={(event) => void submit(event)}>
        <label htmlFor={id}>{t('advisorMore.check.label')}</label>
        <textarea
          ref={field}
          id={id}
          rows={6}
          dir="auto"
          value={text}
          placeholder={t('advisorMore.check.placeholder')}
          aria-invalid={isEmpty}
          aria-describedby={`${id}-wrong`}
          onChange={(event) => write(event.target.value)}
        />
        <p id={`${id}-wrong`} className="help-wrong" role="alert">
          {isEmpty && t('advisorMore.check.empty')}
        </p>
        <div className="buttons beside">
          <PasteOrClear
            isEmpty={text === ''}
            onPaste={write}
            onClear={() => {
              write('')
              setChecked(undefined)
              field.current?.focus()
            }}
          />
          <Button look="act" type="submit" busy={isBusy}>
            {t('advisorMore.check.check')}
          </Button>
        </div>
      </form>
      <Result checked={checked} text={text} />
    </Frame>
  )
}

interface PasteOrClearProps {
  isEmpty: boolean
  onPaste: (text: string) => void
  onClear: () => void
}

function PasteOrClear({ isEmpty, onPaste, onClear }: PasteOrClearProps): ReactElement {
  const { t } = useTranslation()
  const paste = () =>
    void navigator.clipboard.readText().then(onPaste, () => say(t('advisorMore.check.notPasted'), 'warn'))
  return isEmpty ? (
    <Button onClick={paste}>{t('advisorMore.check.paste')}</Button>
  ) : (
    <Button onClick={onClear}>{t('advisorMore.check.clear')}</Button>
  )
}

function Result({ checked, text }: { checked: Checked | undefined; text: string }): ReactElement {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  // On a small screen the verdict would come below the fold, and nothing would seem to have happened.
  useEffect(() => {
    if (checked) place.current?.scrollIntoView({ block: 'start' })
  }, [checked])
  return (
    <div role="status" className="scam-result" ref={place}>
      {checked && checked.text !== text && (
        <p className="notice" data-tone="hold">
          <Icon name="info" size={18} />
          {t('advisorMore.check.stale')}
        </p>
      )}
      {checked && <Verdict {...checked} />}
    </div>
  )
}
