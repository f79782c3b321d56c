/** What binds a member and who set it, layer by layer, with what is used and left; and setting what the service says. */

import { Button, Table, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../parts/Chip.tsx'
import { useAtDesk } from '../data/organisation-data.ts'
import { Moment, Money } from '../parts/Said.tsx'
import type { Limit, MemberLimits } from './limits-data.ts'
import { SetLimits } from './SetLimits.tsx'

interface LimitsTableProps {
  memberId: string
  name: string
  limits: MemberLimits
}

export function LimitsTable({ memberId, name, limits }: LimitsTableProps): ReactElement {
  const { t } = useTranslation()
  const { has, memberId: myId } = useAtDesk()
  const [isSetting, setSetting] = useState(false)
  const isSelf = memberId === myId
  return (
    <section className="card" aria-labelledby="member-limits">
      <header className="page-head">
        <h2 id="member-limits">{t('deskLimits.limits')}</h2>
        {has('administrator') && !isSelf && (
          <Button onClick={() => setSetting(true)}>{t('deskLimits.set')}</Button>
        )}
      </header>
      {isSelf && <p className="second">{t('deskLimits.own')}</p>}
      <Table<Limit>
        rowKey="kind"
        columns={useColumns()}
        dataSource={limits.limits}
        pagination={false}
        scroll={{ x: 900 }}
        tableLayout="fixed"
      />
      <p className="second">{t('deskLimits.counts', { zone: limits.timeZone })}</p>
      {isSetting && (
        <SetLimits memberId={memberId} name={name} limits={limits} onClose={() => setSetting(false)} />
      )}
    </section>
  )
}

/** A raise of their own that waits. */
function NextLimit({ next: { max, at } }: { next: NonNullable<Limit['ownNext']> }): ReactElement {
  const { t } = useTranslation()
  return (
    <span className="next-limit second">
      {max === null ? t('deskLimits.nextNone') : t('deskLimits.next', { amount: max })} <Moment at={at} />
    </span>
  )
}

function useColumns(): TableColumnsType<Limit> {
  const { t } = useTranslation()
  const sum = (fen: number | null) =>
    fen === null ? <span className="second">{t('deskLimits.none')}</span> : <Money fen={fen} />
  const layer = (key: 'age' | 'operator'): TableColumnsType<Limit>[number] => ({
    title: t(`deskLimits.columns.${key}`),
    key,
    width: 110,
    align: 'end',
    render: (_, limit) => sum(limit[key]),
  })
  return [
    {
      title: t('deskLimits.columns.kind'),
      key: 'kind',
      width: 90,
      render: (_, { kind }) => t(`deskLimits.kinds.${kind}`),
    },
    {
      title: t('deskLimits.columns.max'),
      key: 'max',
      width: 190,
      render: (_, { max, layer: by }) => (
        <span className="tags">
          {sum(max)}
          {by !== null && <Chip tone="expired" icon="lock" text={t(`deskLimits.layers.${by}`)} />}
        </span>
      ),
    },
    layer('age'),
    layer('operator'),
    {
      title: t('deskLimits.columns.own'),
      key: 'own',
      width: 170,
      align: 'end',
      render: (_, { own, ownNext }) => (
        <>
          {sum(own)}
          {ownNext && <NextLimit next={ownNext} />}
        </>
      ),
    },
    {
      title: t('deskLimits.columns.used'),
      key: 'used',
      width: 110,
      align: 'end',
      render: (_, { counted }) => counted !== null && <Money fen={counted} />,
    },
    {
      title: t('deskLimits.columns.left'),
      key: 'left',
      width: 160,
      align: 'end',
      render: (_, { left, renewsAt }) =>
        left !== null && (
          <>
            <Money fen={left} />
            {renewsAt !== null && (
              <span className="next-limit second">
                {t('deskLimits.renews')} <Moment at={renewsAt} />
              </span>
            )}
          </>
        ),
    },
  ]
}
