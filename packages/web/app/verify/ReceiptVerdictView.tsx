/** A receipt's verdict, and what it shows. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Checked } from '@laisee/core/log/receipt.ts'
import { Verdict } from './Verdict.tsx'

export function ReceiptVerdictView({ checked }: { checked: Checked }): ReactElement {
  const { t } = useTranslation()
  if ('fault' in checked)
    return (
      <Verdict tone="bad" title={t('verify.bad')}>
        <p>{t(`verify.receiptFaults.${checked.fault}`)}</p>
      </Verdict>
    )
  const { leaf, shown, checkpoint } = checked
  const { kind, at } = JSON.parse(leaf) as { kind: string; at: string }
  return (
    <>
      <Verdict tone="good" title={t('verify.receiptOk')}>
        <p>{t('verify.receiptOkText', { kind, at, origin: checkpoint.origin, size: checkpoint.size })}</p>
        <p>{t('verify.keyGiven')}</p>
      </Verdict>
      <section>
        <h2 className="cells-title">{t('verify.shown')}</h2>
        <pre className="verify-shown" tabIndex={0}>
          {shown.map(({ what }) => JSON.stringify(what, null, 2)).join('\n')}
        </pre>
      </section>
    </>
  )
}
