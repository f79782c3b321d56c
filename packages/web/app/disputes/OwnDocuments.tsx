/** The documents of both sides: one's own to look at and add to, how many the other has handed in. */

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { CellButton } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { DocumentList } from '../documents/DocumentList.tsx'
import { DocumentSheet } from '../documents/DocumentSheet.tsx'
import type { HandedIn } from '../documents/use-uploads.ts'
import { service, UnansweredError } from '../data/service.ts'
import { useNow } from '../data/service-time.ts'
import { usePress } from '../returns/use-press.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { keepPending, pendingOf } from './case-draft.ts'
import type { SideProps } from './DisputePage.tsx'
import { keepDispute, type Fact } from './disputes-data.ts'
import { mayAdd } from './story.ts'

export function OwnDocuments({ dispute, memberId, other }: SideProps): ReactElement | null {
  const { t } = useTranslation()
  const handedIn = dispute.facts.filter(({ kind }) => kind === 'document')
  const own = handedIn.filter(({ by }) => by === memberId)
  const others = handedIn.length - own.length
  const isOpen = mayAdd(dispute)
  if (!isOpen && handedIn.length === 0) return null
  return (
    <section aria-labelledby="documents-title">
      <h2 className="cells-title" id="documents-title">
        {t('disputeActs.documents.title')}
      </h2>
      {own.length > 0 && (
        <ul className="cells" aria-label={t('disputeActs.documents.mine')}>
          {own.map((fact, index) => (
            <OwnRow key={fact.no} fact={fact} no={index + 1} />
          ))}
        </ul>
      )}
      {others > 0 && (
        <p className="cells-foot">{t('disputeActs.documents.others', { name: other, count: others })}</p>
      )}
      {isOpen && <Adding {...{ dispute, memberId, other }} />}
    </section>
  )
}

function OwnRow({ fact: { documentId, at }, no }: { fact: Fact; no: number }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const [isOpen, setOpen] = useState(false)
  return (
    <li>
      <CellButton
        start={<Icon name="log" size={20} />}
        label={t('disputeActs.documents.one', { no })}
        note={momentText(t, at, languageNow(), now)}
        end={t('documents.look')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      {documentId !== null && <DocumentSheet id={documentId} open={isOpen} onClose={() => setOpen(false)} />}
    </li>
  )
}

/** Whatever was handed in becomes part of the dispute by itself; where that fails, it waits here. */
function Adding({ dispute }: SideProps): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { id, documentsThatHelp } = dispute
  const [pending, setPending] = useState(() => pendingOf(id))
  const keepAll = (next: HandedIn[]) => {
    keepPending(id, next)
    setPending(next)
  }
  const press = usePress(`dispute-document.${id}`, (documentId: string, idempotencyKey) =>
    service().addDisputeDocument({ path: { id }, body: { documentId }, idempotencyKey }),
  )
  const [next] = pending
  const attach = () => {
    if (!next || press.isPending) return
    press.mutate(next.id, {
      onSuccess: (after) => {
        keepDispute(queries, after)
        keepAll(pendingOf(id).filter((one) => one.id !== next.id))
      },
    })
  }
  useEffect(() => {
    if (!press.isError) attach()
    // Once for each document that waits; one that failed waits for a press.
  }, [next?.id])
  return (
    <div className="case-more">
      {press.error && next && (
        <div className="notice" data-tone="warn" role="alert">
          <span className="case-notice">
            <strong>{t('disputeActs.documents.pending', { count: pending.length })}</strong>
            <span>
              {press.error instanceof UnansweredError ? t('disputes.unanswered') : failureText(press.error)}
            </span>
          </span>
          <Button small busy={press.isPending} onClick={attach}>
            {t('disputeActs.documents.attach')}
          </Button>
        </div>
      )}
      <p className="notice" data-tone="ice">
        <Icon name="lock" size={18} />
        <span>{t('documents.promise')}</span>
      </p>
      <DocumentList
        kinds={documentsThatHelp}
        documents={pending}
        onAdded={(made) => keepAll([...pendingOf(id).filter((one) => one.id !== made.id), made])}
        onRemove={(gone) => keepAll(pendingOf(id).filter((one) => one.id !== gone))}
      />
    </div>
  )
}
