/** Checking a pack or a receipt that somebody was handed: without an account, without a network, and nothing is sent. */

import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Frame } from '../advisor/Frame.tsx'
import { sizeText } from '../evidence/size-text.ts'
import { DropField } from './DropField.tsx'
import { KeyField } from './KeyField.tsx'
import { PackVerdictView } from './PackVerdictView.tsx'
import { ReceiptVerdictView } from './ReceiptVerdictView.tsx'
import { fileBytesMax, useCheck, type CheckState } from './use-check.ts'
import { Verdict } from './Verdict.tsx'
import '../evidence/evidence.css'
import './verify.css'

export function VerifyPage(): ReactElement {
  const { t } = useTranslation()
  const { state, check, again } = useCheck()
  const [keys, setKeys] = useState('')
  const isDone = state.is === 'done'
  return (
    <Frame title={t('verify.title')} above="/" className="verify-page">
      <p className="help-lead verify-lead">{t('verify.lead')}</p>
      <DropField onFile={(file) => void check(file, keys)} />
      <Result state={state} />
      {(state.is === 'empty' || isDone) && (
        <KeyField
          onKeys={async (given) => {
            const isRead = await again(given)
            if (isRead) setKeys(given)
            return isRead
          }}
        />
      )}
    </Frame>
  )
}

function Result({ state }: { state: CheckState }): ReactElement {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.is === 'done') place.current?.scrollIntoView({ block: 'start' })
  }, [state])
  return (
    <div role="status" className="verify-result" ref={place}>
      {state.is === 'busy' && <p>{t('verify.checking')}</p>}
      {state.is === 'unreadable' && <p className="help-wrong">{t('verify.unreadable')}</p>}
      {state.is === 'too_large' && (
        <p className="help-wrong">{t('verify.tooLarge', { size: sizeText(fileBytesMax) })}</p>
      )}
      {state.is === 'done' && <Found {...state} />}
    </div>
  )
}

function Found({ name, found }: Extract<CheckState, { is: 'done' }>): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <p className="verify-name">{name}</p>
      {found.is === 'pack' && <PackVerdictView verdict={found.verdict} />}
      {found.is === 'receipt' && <ReceiptVerdictView checked={found.checked} />}
      {found.is === 'keyless' && (
        <Verdict tone="none" title={t('verify.unknown')}>
          <p>{t('verify.needsKey')}</p>
        </Verdict>
      )}
      {found.is === 'unknown' && (
        <Verdict tone="none" title={t('verify.unknown')}>
          <p>{t('verify.unknownText')}</p>
        </Verdict>
      )}
    </>
  )
}
