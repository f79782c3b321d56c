/** Approvals in a table: readable in three seconds each. Those that may be approved together are chosen here. */

import { App, Button, Table, Tag, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { service } from '../../app/data/service.ts'
import { setQuery } from '../address.ts'
import { useWrite } from '../data/organisation-data.ts'
import { Moment, Money, PersonName, TimeLeft } from '../parts/Said.tsx'
import { Failure, Nothing } from '../parts/States.tsx'
import { languageNow } from '../words.ts'
import { nameIn, type Approval, type Box } from './approval-data.ts'
import { useSays } from './say-approval.ts'

interface ApprovalTableProps {
  items: readonly Approval[]
  box: Box
  openId: string | undefined
}

const emptyWords = { waiting: 'emptyWaiting', sent: 'emptySent', seen: 'emptySeen' } as const

function useColumns(): TableColumnsType<Approval> {
  const { t } = useTranslation()
  const says = useSays()
  return [
    {
      title: t('deskApprovals.sender'),
      key: 'sender',
      render: (_, one) => (
        <>
          <button type="button" className="row-link">
            <PersonName {...one.sender} />
          </button>
          <span className="send-what narrow-only second">{says.what(one)}</span>
          <span className="narrow-state second">
            <When approval={one} />
          </span>
        </>
      ),
    },
    {
      title: t('deskApprovals.what'),
      key: 'what',
      responsive: ['md'],
      render: (_, one) => <span className="send-what">{says.what(one)}</span>,
    },
    {
      title: t('deskApprovals.amount'),
      key: 'amount',
      align: 'end',
      width: 110,
      render: (_, { send }) => <Money fen={send.amount} />,
    },
    {
      title: t('deskApprovals.askedBy'),
      key: 'askedBy',
      width: 200,
      responsive: ['lg'],
      render: (_, one) => (
        <span className="tags">
          {one.chain.says[languageNow()]}
          <span className="second">{says.why(one)}</span>
          {(one.risk?.reasons.length ?? 0) > 0 && <Tag color="warning">{t('deskApprovals.risk')}</Tag>}
        </span>
      ),
    },
    {
      title: t('deskApprovals.left'),
      key: 'left',
      width: 140,
      responsive: ['md'],
      render: (_, one) => <When approval={one} />,
    },
    {
      title: t('deskApprovals.acted'),
      key: 'acted',
      width: 180,
      responsive: ['xl'],
      render: (_, one) => <SoFar approval={one} />,
    },
  ]
}

/** How it stands, and who had the last word. */
function SoFar({ approval }: { approval: Approval }): ReactElement {
  const says = useSays()
  const last = approval.acts.at(-1)
  return (
    <span className="tags">
      {says.state(approval)}
      {last && (
        <span className="second">
          {nameIn(approval, last.memberId)} {says.act(approval, last)}
        </span>
      )}
    </span>
  )
}

/** How much time is left, or when it was decided. */
function When({ approval: { outcome, approveBy, decidedAt } }: { approval: Approval }): ReactElement | null {
  if (outcome === null) return <TimeLeft until={approveBy} />
  return decidedAt === null ? null : <Moment at={decidedAt} />
}

export function ApprovalTable({ items, box, openId }: ApprovalTableProps): ReactElement {
  const { t } = useTranslation()
  const columns = useColumns()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const there = items.filter(({ sendId, may }) => chosen.includes(sendId) && may.includes('approve'))
  return (
    <>
      {there.length > 0 && <Together items={there} onDone={() => setChosen([])} />}
      <Table<Approval>
        rowKey="sendId"
        columns={columns}
        dataSource={items}
        tableLayout="fixed"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        onRow={({ sendId }) => ({ onClick: () => setQuery({ id: sendId }, 'push') })}
        rowClassName={({ sendId }) => (sendId === openId ? 'row is-open' : 'row')}
        locale={{ emptyText: <Nothing text={t(`deskApprovals.${emptyWords[box]}`)} /> }}
        {...(box === 'waiting' && {
          rowSelection: {
            selectedRowKeys: there.map(({ sendId }) => sendId),
            onChange: (keys) => setChosen(keys.map(String)),
            getCheckboxProps: (one) => ({ 'aria-label': one.sender.name }),
            getTitleCheckboxProps: () => ({ 'aria-label': t('deskApprovals.boxes.waiting') }),
          },
        })}
      />
    </>
  )
}

interface TogetherProps {
  items: readonly Approval[]
  onDone: () => void
}

/** Approve all that is chosen at once; the service says no above the sum that the policy allows. */
function Together({ items, onDone }: TogetherProps): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const approve = useWrite('together', (sendIds: string[], idempotencyKey) =>
    service().approveSends({ body: { sendIds }, idempotencyKey }),
  )
  const count = items.length
  const amount = items.reduce((sum, { send }) => sum + send.amount, 0)
  const most = items[0]?.bulkMax ?? null
  const isTooMuch = amount > (most ?? 0)
  const done = () => {
    void message.success(t('deskApprovals.togetherDone', { count }))
    onDone()
  }
  return (
    <div className="page-acts">
      <Button
        type="primary"
        loading={approve.isPending}
        disabled={isTooMuch}
        onClick={() =>
          approve.mutate(
            items.map(({ sendId }) => sendId),
            { onSuccess: done },
          )
        }
      >
        {t('deskApprovals.together', { count, amount })}
      </Button>
      {isTooMuch && (
        <span className="second">
          {most === null ? t('deskApprovals.togetherNone') : t('deskApprovals.togetherMax', { amount: most })}
        </span>
      )}
      {approve.isError && <Failure error={approve.error} />}
    </div>
  )
}
