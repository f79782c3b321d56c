/** What the one who asked may do: remind, withdraw, and what comes next where it was declined or nobody answered. */

import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { beginWithRecord } from '../advisor/kept.ts'
import { service } from '../data/service.ts'
import { serviceNow, useNow } from '../data/service-time.ts'
import { DisputeLink } from '../disputes/DisputeLink.tsx'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import type { ReturnRequest } from './returns-data.ts'
import { usePress } from './use-press.ts'
import { useSource } from './use-source.ts'

export function AskedByMe({ request }: { request: ReturnRequest }): ReactElement | null {
  if (request.kind === 'offered') return null
  if (request.open) return <Waiting request={request} />
  return request.state === 'returned' ? null : <Next request={request} />
}

function Waiting({ request }: { request: ReturnRequest }): ReactElement {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  const { id, may, reminders } = request
  const now = useNow(10_000)
  const remind = usePress(`return.${id}.remind`, (_: void, idempotencyKey) =>
    service().remindReturnRequest({ path: { id }, idempotencyKey }),
  )
  const left = reminders.max - reminders.count
  const isTooSoon = reminders.nextAt !== null && Date.parse(reminders.nextAt) > now
  const why =
    left === 0 || reminders.nextAt === null
      ? t('returnRequest.remind.used', { count: reminders.max })
      : isTooSoon
        ? t('returnRequest.remind.later', { at: momentText(t, reminders.nextAt, languageNow(), now) })
        : undefined
  const onRemind = () => remind.mutate(undefined, { onSuccess: () => say(t('returnRequest.remind.done')) })
  return (
    <section className="cells return-act">
      {remind.error && (
        <p className="notice" data-tone="hold" role="alert">
          {failureText(remind.error)}
        </p>
      )}
      <Button wide busy={remind.isPending} whyNot={why} onClick={onRemind}>
        <Icon name="bell" size={20} />
        {t('returnRequest.remind.do')}
      </Button>
      {why === undefined && <p className="why-not">{t('returnRequest.remind.left', { count: left })}</p>}
      {may.includes('withdraw') && (
        <Button look="link" onClick={() => setAsked(true)}>
          {t('returnRequest.withdraw.do')}
        </Button>
      )}
      <WithdrawSheet id={id} isOpen={isAsked} onClose={() => setAsked(false)} />
    </section>
  )
}

function WithdrawSheet({
  id,
  isOpen,
  onClose,
}: {
  id: string
  isOpen: boolean
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const withdraw = usePress(`return.${id}.withdraw`, (_: void, idempotencyKey) =>
    service().withdrawReturnRequest({ path: { id }, idempotencyKey }),
  )
  const act = () =>
    withdraw.mutate(undefined, {
      onSuccess: () => {
        say(t('returnRequest.withdraw.done'))
        onClose()
      },
    })
  return (
    <Sheet
      open={isOpen}
      onClose={onClose}
      title={t('returnRequest.withdraw.title')}
      says={t('returnRequest.withdraw.text')}
    >
      {withdraw.error && (
        <p className="notice" data-tone="warn" role="alert">
          {failureText(withdraw.error)}
        </p>
      )}
      <div className="buttons beside">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="warn" busy={withdraw.isPending} onClick={act}>
          {t('returnRequest.withdraw.do')}
        </Button>
      </div>
    </Sheet>
  )
}

/** Declined, not answered, or withdrawn: the ways on, none of them a threat. */
function Next({ request }: { request: ReturnRequest }): ReactElement {
  const { t } = useTranslation()
  const { about, aboutKind, state, recipient, held } = request
  const { record } = useSource(about)
  return (
    <Cells title={t('returnRequest.next.title')}>
      {record && (
        <Link
          to="/help/ask"
          search={{ q: 1 }}
          className="cell"
          onClick={() => beginWithRecord(aboutKind, record, serviceNow())}
        >
          <CellInside
            start={<Icon name="info" />}
            label={t('returnRequest.next.help')}
            note={t('returnRequest.next.helpNote')}
            leads
          />
        </Link>
      )}
      {held > 0 && <DisputeLink sourceId={about} againstId={recipient.id} />}
      {state !== 'declined' && held > 0 && (
        <Link
          to="/returns/ask/$sourceId"
          params={{ sourceId: about }}
          search={aboutKind === 'packet' ? { to: recipient.id } : {}}
          className="cell"
        >
          <CellInside
            start={<Icon name="recall" />}
            label={t('returnRequest.next.again')}
            note={t('returnRequest.next.againNote')}
            leads
          />
        </Link>
      )}
    </Cells>
  )
}
