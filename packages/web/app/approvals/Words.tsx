/** One's own word on a send that waits: yes with the sum on the button, no with a reason, a question; then the next. */

import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { buzz } from '../../ui/haptics.ts'
import { say } from '../../ui/Toasts.tsx'
import { useSession } from '../session/session.ts'
import { failureText } from '../words/failure.ts'
import { waitingQuery, type Approval } from './approvals-data.ts'
import { nextAfter, purseOfApproval } from './queue.ts'
import { ReasonSheet } from './ReasonSheet.tsx'
import { useSays } from './use-says.ts'
import { useWord, type WordHere } from './use-word.ts'

const withNote = ['reject', 'ask', 'answer'] as const
type WithNote = (typeof withNote)[number]

export function Words({ approval }: { approval: Approval }): ReactElement | null {
  const { t } = useTranslation()
  const says = useSays(approval)
  const goOn = useGoOn(approval.sendId)
  const word = useWord(approval.sendId)
  const [asked, setAsked] = useState<WithNote>()
  const { may, send, sender } = approval
  const paidFrom = purseOfApproval(approval, useSession()?.memberId)
  const speak = (verb: WordHere['verb'], note = '') =>
    word.mutate(
      { verb, note },
      {
        onSuccess: () => {
          buzz()
          setAsked(undefined)
          say(t(`approvals.said.${verb}`, { amount: send.amount, paidFrom }))
          if (verb === 'approve' || verb === 'reject') goOn()
        },
      },
    )
  const canNote = withNote.filter((verb) => may.includes(verb))
  if (canNote.length === 0 && !may.includes('approve') && !may.includes('remind')) return null
  return (
    <div className="send-foot approval-words">
      {word.error && asked === undefined && (
        <p className="notice" data-tone="warn" role="alert">
          {failureText(word.error)}
        </p>
      )}
      <div className="buttons beside">
        {canNote.map((verb) => (
          <Button key={verb} look={verb === 'reject' ? 'warn' : 'plain'} onClick={() => setAsked(verb)}>
            {t(`approvals.do.${verb}`)}
          </Button>
        ))}
        {may.includes('remind') && (
          <Button busy={word.isPending} onClick={() => speak('remind')}>
            {t('approvals.do.remind')}
          </Button>
        )}
      </div>
      {may.includes('approve') && (
        <Button look="act" wide busy={word.isPending && asked === undefined} onClick={() => speak('approve')}>
          {t('approvals.do.approve', { amount: send.amount })}
        </Button>
      )}
      {asked && (
        <ReasonSheet
          title={t(`approvals.ask.${asked}.title`, { name: says.nameOf(sender.id), amount: send.amount })}
          text={t(`approvals.ask.${asked}.text`, { paidFrom })}
          label={t(`approvals.ask.${asked}.label`)}
          action={t(`approvals.ask.${asked}.action`)}
          isWarning={asked === 'reject'}
          busy={word.isPending}
          error={word.error}
          onSay={(note) => speak(asked, note)}
          onClose={() => {
            word.reset()
            setAsked(undefined)
          }}
        />
      )}
    </div>
  )
}

/** After a decision: the next that waits, or the list where nothing does. */
function useGoOn(sendId: string): () => void {
  const queries = useQueryClient()
  const go = useNavigate()
  return () => {
    const next = nextAfter(queries.getQueryData(waitingQuery.queryKey) ?? [], sendId)
    if (next === undefined) void go({ to: '/approvals', replace: true })
    else void go({ to: '/approvals/$sendId', params: { sendId: next }, replace: true })
  }
}
