/** A transfer by its id, to copy, and the way to its receipts. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Cell } from '../../ui/Cells.tsx'
import { say } from '../../ui/Toasts.tsx'
import { ReceiptsLink } from '../receipts/ReceiptsLink.tsx'

export function Ids({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(id)
      say(t('common.copied'))
    } catch {
      say(id)
    }
  }
  return (
    <>
      <Cell
        label={t('transfer.id')}
        note={<span className="transfer-id">{id}</span>}
        end={
          <Button small look="link" aria-label={t('transfer.copyId')} onClick={() => void copy()}>
            {t('common.copy')}
          </Button>
        }
      />
      <ReceiptsLink sourceId={id} />
    </>
  )
}
