/** Blocking somebody, after saying what it means; and lifting it. */

import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { CellButton, Cells } from '../../ui/Cells.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { service } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import type { Recipient } from './people-data.ts'
import { useRefresh } from './refresh.ts'

interface BlockCellsProps {
  person: Recipient
  isBlocked: boolean
}

export function BlockCells({ person, isBlocked }: BlockCellsProps): ReactElement {
  const { t } = useTranslation()
  const refresh = useRefresh()
  const [isAsking, setAsking] = useState(false)
  const path = { memberId: person.memberId }
  const block = useMutation({
    mutationFn: () => service().putBlock({ path }),
    onSuccess: async () => {
      await refresh()
      setAsking(false)
      say(t('people.blocked'))
    },
  })
  const unblock = useMutation({
    mutationFn: () => service().deleteBlock({ path }),
    onSuccess: async () => {
      await refresh()
      say(t('people.unblocked'))
    },
    onError: (error) => say(t('people.failedKept', { why: failureText(error) }), 'warn'),
  })
  const name = person.alias ?? person.name
  return (
    <>
      <Cells>
        {isBlocked ? (
          <CellButton
            label={t('people.unblock')}
            disabled={unblock.isPending}
            onClick={() => unblock.mutate()}
          />
        ) : (
          <CellButton
            label={<span className="people-warn">{t('people.block')}</span>}
            onClick={() => setAsking(true)}
          />
        )}
      </Cells>
      <Sheet
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('people.blockTitle', { name })}
        says={t('people.blockSays')}
      >
        <p className="people-error" role="alert">
          {block.error && failureText(block.error)}
        </p>
        <div className="buttons beside">
          <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
          <Button look="warn" busy={block.isPending} onClick={() => block.mutate()}>
            {t('people.block')}
          </Button>
        </div>
      </Sheet>
    </>
  )
}
