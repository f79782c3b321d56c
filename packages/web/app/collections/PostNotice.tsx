/** Telling the group of one's packet, once, that it was a mistake; and taking that down again. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { groupNoticeLengthMax } from '@laisee/core/group-notice.ts'
import { Button } from '../../ui/Button.tsx'
import { CellButton, Cells } from '../../ui/Cells.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { service } from '../data/service.ts'
import { useKeyedChange } from '../data/use-keyed-change.ts'
import { groupNoticesQuery } from './collections-data.ts'
import '../../ui/words-field.css'
import './group-notice.css'

interface PostNoticeProps {
  packetId: string
  groupId: string
}

/** What was posted or taken down is read again where the group is shown it. */
function useNoticeChange(groupId: string, onDone?: () => void) {
  const queries = useQueryClient()
  return useKeyedChange(() => {
    void queries.invalidateQueries({ queryKey: groupNoticesQuery(groupId).queryKey })
    onDone?.()
  })
}

export function PostNotice({ packetId, groupId }: PostNoticeProps): ReactElement | null {
  const { t } = useTranslation()
  const { data } = useQuery(groupNoticesQuery(groupId))
  const [asks, setAsks] = useState(false)
  const withdraw = useNoticeChange(groupId)
  if (!data) return null
  const isPosted = data.some((notice) => notice.packetId === packetId)
  const takeDown = (idempotencyKey: string) =>
    service().withdrawGroupNotice({ path: { id: packetId }, idempotencyKey })
  return (
    <Cells>
      {isPosted ? (
        <CellButton
          label={t('collections.notice.withdraw')}
          note={withdraw.failure}
          disabled={withdraw.isBusy}
          onClick={() => withdraw.run(takeDown, t('collections.notice.withdrawn'))}
        />
      ) : (
        <CellButton
          label={t('collections.notice.post')}
          note={t('collections.notice.postSays')}
          leads
          aria-haspopup="dialog"
          onClick={() => setAsks(true)}
        />
      )}
      <Write packetId={packetId} groupId={groupId} open={asks} onClose={() => setAsks(false)} />
    </Cells>
  )
}

function Write({
  packetId,
  groupId,
  open,
  onClose,
}: PostNoticeProps & { open: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState<string>(t('collections.notice.default'))
  const post = useNoticeChange(groupId, onClose)
  const said = text.trim()
  const act = (idempotencyKey: string) =>
    service().postGroupNotice({ path: { id: packetId }, body: { text: said }, idempotencyKey })
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('collections.notice.post')}
      says={t('collections.notice.postSays')}
    >
      <div className="words-field">
        <label htmlFor={id}>{t('collections.notice.text')}</label>
        <textarea
          id={id}
          rows={6}
          maxLength={groupNoticeLengthMax}
          value={text}
          aria-describedby={`${id}-says`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-says`} className="group-notice-says">
          {t('collections.notice.reading')}
        </p>
        {post.failure !== undefined && (
          <p className="field-error" role="alert">
            {post.failure}
          </p>
        )}
      </div>
      <div className="buttons beside">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          look="act"
          busy={post.isBusy}
          whyNot={said === '' ? t('collections.notice.text') : undefined}
          onClick={() => post.run(act, t('collections.notice.posted'))}
        >
          {t('collections.notice.post')}
        </Button>
      </div>
    </Sheet>
  )
}
