/** Paying one's share: a question with the facts, then a transfer like any other. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { undoDefaultS } from '@laisee/core/member.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { meQuery } from '../data/queries.ts'
import { draftName } from '../send/drafts.ts'
import { problemText, refusedProblem } from '../send/problem-text.ts'
import { SendQuestions } from '../send/SendFoot.tsx'
import { useSend } from '../send/use-send.ts'
import type { Collection, Share } from './collections-data.ts'

interface PayShareProps {
  collection: Collection
  share: Share
  name: string
}

export function PayShare({ collection, share: { amount }, name }: PayShareProps): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data: me } = useQuery(meQuery)
  const [asks, setAsks] = useState(false)
  const onSent = useCallback(() => void queries.invalidateQueries({ queryKey: ['collections'] }), [queries])
  const sending = useSend(draftName('transfer', collection.id), onSent)
  const refused = refusedProblem(sending.refusal)
  const press = () => {
    setAsks(false)
    const { id: collectionId, askerId: payeeId } = collection
    const what = { kind: 'share', collectionId, transfer: { payeeId, amount }, body: {} } as const
    sending.press({ what, toName: name, amount })
  }
  return (
    <>
      {refused && (
        <p className="field-error" role="alert">
          {problemText(t, refused)}
        </p>
      )}
      <Button
        wide
        look="act"
        busy={sending.state === 'asking' || sending.state === 'sent'}
        whyNot={sending.state === 'open' ? t('send.problems.pending') : undefined}
        onClick={() => setAsks(true)}
      >
        {t('collections.pay', { amount })}
      </Button>
      <Sheet
        open={asks}
        onClose={() => setAsks(false)}
        title={t('collections.payTitle', { name })}
        says={t('collections.payText', { name, amount, seconds: me?.undoS ?? undoDefaultS })}
      >
        <div className="buttons beside">
          <Button onClick={() => setAsks(false)}>{t('common.cancel')}</Button>
          <Button look="act" onClick={press}>
            {t('collections.pay', { amount })}
          </Button>
        </div>
      </Sheet>
      <SendQuestions sending={sending} waits={false} />
    </>
  )
}
