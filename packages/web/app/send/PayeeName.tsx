/** The name its sender knows the payee by, checked against the payee's own before anything is sent. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { PayeeCheck } from '../guard/PayeeCheck.tsx'
import { Row } from './Row.tsx'
import type { Ahead } from './use-ahead.ts'

interface PayeeNameProps {
  value: string
  onChange: (value: string) => void
  ahead: Ahead
  problem: string | undefined
}

export function PayeeName({ value, onChange, ahead, problem }: PayeeNameProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="cells">
      <Row label={t('guard.payeeName')} problem={problem}>
        {(says) => (
          <input
            {...says}
            dir="auto"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="next"
            value={value}
            placeholder={t('guard.payeeNameEmpty')}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Row>
      <div className="payee-says" role="status">
        {value.trim() !== '' && problem === undefined && <Answer ahead={ahead} />}
      </div>
    </div>
  )
}

function Answer({ ahead: { preview, isLooking, refusal } }: { ahead: Ahead }): ReactElement {
  const { t } = useTranslation()
  if (preview) return <PayeeCheck check={preview.payeeCheck} />
  if (isLooking) return <p>{t('guard.payeeLooking')}</p>
  return <p>{t(refusal ? 'guard.payeeRefused' : 'guard.payeeLater')}</p>
}
