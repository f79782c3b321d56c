/** The log’s key: pasted, or fetched from this service where there is a network. Nothing else here asks anybody. */

import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { service } from '../data/service.ts'

export function KeyField({ onKeys }: { onKeys: (keys: string) => Promise<boolean> }): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<'keyWrong' | 'keyFetchFailed'>()
  const [isBusy, setBusy] = useState(false)
  const use = async (keys: string) => setWrong((await onKeys(keys)) ? undefined : 'keyWrong')
  const fetchKeys = async () => {
    setBusy(true)
    try {
      const { keys } = await service().readLogCheckpoint()
      setText(keys.join('\n'))
      await use(keys.join('\n'))
    } catch {
      setWrong('keyFetchFailed')
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="cells verify-key">
      <label htmlFor={id}>{t('verify.key')}</label>
      <textarea
        id={id}
        rows={2}
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        value={text}
        aria-invalid={wrong === 'keyWrong'}
        aria-describedby={`${id}-note`}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-note`} className={wrong ? 'help-wrong' : 'help-note'} role={wrong ? 'alert' : undefined}>
        {t(wrong ? `verify.${wrong}` : 'verify.keyNote')}
      </p>
      <div className="buttons beside">
        <Button busy={isBusy} onClick={() => void fetchKeys()}>
          {t('verify.keyFetch')}
        </Button>
        <Button disabled={text.trim() === ''} onClick={() => void use(text)}>
          {t('verify.keyUse')}
        </Button>
      </div>
    </section>
  )
}
