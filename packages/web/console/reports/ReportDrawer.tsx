/** One report in full, beside its list: what was written, about whom, and closing it as right or not. */

import { App, Button, Descriptions, Drawer, type DescriptionsProps } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo, setQuery } from '../address.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { ReasonDialog } from '../parts/ReasonDialog.tsx'
import { CopyId, Moment, PersonName } from '../parts/Said.tsx'
import { useClosing, type Report } from './reports-data.ts'

export function ReportDrawer({ report }: { report: Report }): ReactElement {
  const { t } = useTranslation()
  const { about, note } = report
  return (
    <Drawer
      open
      mask={false}
      size={560}
      title={t('deskReports.details', { name: about.name })}
      closable={{ 'aria-label': t('desk.close') }}
      onClose={() => setQuery({ id: undefined })}
    >
      <div className="drawer-body">
        <Descriptions column={1} items={useItems(report)} />
        <section className="drawer-part">
          <h2>{t('deskReports.note')}</h2>
          {note === null ? (
            <p className="second">{t('deskReports.noNote')}</p>
          ) : (
            <blockquote className="said">{note}</blockquote>
          )}
        </section>
        <Acts report={report} />
      </div>
    </Drawer>
  )
}

function useItems(report: Report): NonNullable<DescriptionsProps['items']> {
  const { t } = useTranslation()
  const { id, about, reporter, reason, sendId, hasDealings, reportedAt, closedAt, outcome, closingNote } =
    report
  return [
    { key: 'about', label: t('deskReports.columns.about'), children: <PersonName {...about} /> },
    { key: 'reporter', label: t('deskReports.columns.reporter'), children: <PersonName {...reporter} /> },
    { key: 'reason', label: t('deskReports.columns.reason'), children: t(`deskReports.reasons.${reason}`) },
    {
      key: 'dealings',
      label: t('deskReports.columns.dealings'),
      children: t(`deskReports.dealings.${hasDealings ? 'yes' : 'no'}`),
    },
    ...(sendId === null
      ? []
      : [{ key: 'send', label: t('deskReports.send'), children: <CopyId id={sendId} /> }]),
    { key: 'at', label: t('deskReports.columns.at'), children: <Moment at={reportedAt} /> },
    ...(closedAt === null || outcome === null
      ? []
      : [
          {
            key: 'outcome',
            label: t('deskReports.columns.outcome'),
            children: t(`deskReports.outcomes.${outcome}`),
          },
          { key: 'closedAt', label: t('deskReports.closedAt'), children: <Moment at={closedAt} /> },
        ]),
    ...(closingNote === null
      ? []
      : [{ key: 'closing', label: t('deskReports.closingNote'), children: closingNote }]),
    { key: 'id', label: t('deskReports.id'), children: <CopyId id={id} /> },
  ]
}

const outcomes = ['upheld', 'dismissed'] as const
type Outcome = (typeof outcomes)[number]

/** Closing it, for an agent who is no party to it. */
function Acts({ report }: { report: Report }): ReactElement | null {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { has, memberId, organisation } = useAtDesk()
  const [asked, setAsked] = useState<Outcome>()
  const closing = useClosing(report)
  const { aboutId, about, reporter, closedAt } = report
  if (closedAt !== null || !has('dispute_agent')) return null
  if ([aboutId, reporter.id].includes(memberId)) return <p className="second">{t('deskReports.own')}</p>
  const close = (outcome: Outcome, note: string) =>
    closing.mutate(
      { outcome, note },
      {
        onSuccess: () => {
          void message.success(t('deskReports.done'))
          setQuery({ id: undefined })
        },
      },
    )
  return (
    <section className="drawer-acts">
      {outcomes.map((outcome) => (
        <Button key={outcome} onClick={() => setAsked(outcome)}>
          {t(`deskReports.${outcome}.do`)}
        </Button>
      ))}
      <Button {...linkTo(`/${organisation.id}/freezes`, { new: 'amount', subject: aboutId })}>
        {t('deskReports.freeze')}
      </Button>
      {asked && (
        <ReasonDialog
          title={t(`deskReports.${asked}.title`, { name: about.name })}
          text={t(`deskReports.${asked}.text`)}
          action={t(`deskReports.${asked}.do`)}
          hint={t('deskReports.kept')}
          asksWhy
          busy={closing.isPending}
          error={closing.error}
          onDo={(note) => close(asked, note)}
          onClose={() => {
            closing.reset()
            setAsked(undefined)
          }}
        />
      )}
    </section>
  )
}
