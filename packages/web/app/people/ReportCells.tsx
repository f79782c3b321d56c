/** Reporting somebody: what for, what happens then; and what one has reported, with the way back. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { reportNoteLengthMax, reportReasons, type ReportReason } from '@laisee/core/report.ts'
import { Button } from '../../ui/Button.tsx'
import { Cell, CellButton, CellInside, Cells } from '../../ui/Cells.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { service } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import type { Recipient } from './people-data.ts'
import { ownReportQuery, type OwnReport } from './reports-data.ts'
import { useDay } from './use-day.ts'
import '../../ui/words-field.css'

export function ReportCells({ person }: { person: Recipient }): ReactElement | null {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const { data: report } = useQuery(ownReportQuery(person.memberId))
  if (report === undefined) return null
  return (
    <Cells>
      {report ? (
        <Reported report={report} />
      ) : (
        <CellButton
          label={<span className="people-warn">{t('reports.report')}</span>}
          aria-haspopup="dialog"
          onClick={() => setAsking(true)}
        />
      )}
      {isAsking && <ReportSheet person={person} onClose={() => setAsking(false)} />}
    </Cells>
  )
}

function Reported({ report: { aboutId, reason, reportedAt } }: { report: OwnReport }): ReactElement {
  const { t } = useTranslation()
  const day = useDay()
  const queries = useQueryClient()
  const withdraw = useMutation({
    mutationFn: () => service().withdrawReport({ path: { id: aboutId } }),
    onSuccess: () => say(t('reports.withdrawn')),
    onError: (error) => say(failureText(error), 'warn'),
    onSettled: () => queries.invalidateQueries(ownReportQuery(aboutId)),
  })
  return (
    <>
      <Cell
        label={t('reports.done')}
        note={t('reports.doneNote', { day: day(reportedAt), reason: t(`reports.reasons.${reason}`) })}
      />
      <CellButton
        label={<span className="people-warn">{t('reports.withdraw')}</span>}
        disabled={withdraw.isPending}
        onClick={() => withdraw.mutate()}
      />
      <Link to="/help" className="cell">
        <CellInside label={t('reports.help')} leads />
      </Link>
    </>
  )
}

function ReportSheet({ person, onClose }: { person: Recipient; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const queries = useQueryClient()
  const [reason, setReason] = useState<ReportReason | null>(null)
  const [isMissing, setMissing] = useState(false)
  const [note, setNote] = useState('')
  const path = { id: person.memberId }
  const report = useMutation({
    mutationFn: (chosen: ReportReason) => {
      const said = note.trim() === '' ? {} : { note: note.trim() }
      return service().reportMember({ path, body: { reason: chosen, ...said } })
    },
    onSuccess: () => {
      say(t('reports.sent'))
      onClose()
    },
    onSettled: () => queries.invalidateQueries(ownReportQuery(person.memberId)),
  })
  const name = person.alias ?? person.name
  return (
    <Sheet open onClose={onClose} title={t('reports.title', { name })} says={t('reports.says')}>
      <p className="report-note">{t('reports.notBack')}</p>
      <div className="report-reasons">
        <Choices
          label={t('reports.reason')}
          value={reason}
          onChange={(chosen) => {
            setReason(chosen)
            setMissing(false)
          }}
          options={reportReasons.map((value) => ({ value, label: t(`reports.reasons.${value}`) }))}
        />
      </div>
      <div className="words-field">
        <label htmlFor={id}>{t('reports.note')}</label>
        <textarea
          id={id}
          rows={3}
          dir="auto"
          maxLength={reportNoteLengthMax}
          placeholder={t('reports.notePlaceholder')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <p className="people-error" role="alert">
        {isMissing ? t('reports.choose') : report.error && failureText(report.error)}
      </p>
      <div className="buttons beside">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          look="warn"
          busy={report.isPending}
          onClick={() => (reason ? report.mutate(reason) : setMissing(true))}
        >
          {t('reports.send')}
        </Button>
      </div>
    </Sheet>
  )
}
