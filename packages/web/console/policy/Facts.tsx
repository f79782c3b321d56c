/** Every fact that a rule may speak of, from core. */

import { Table } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ruleFacts } from '@laisee/core/guard/rule-facts.ts'

const rows = Object.entries(ruleFacts).map(([name, fact]) => ({ name, ...fact }))

export function Facts(): ReactElement {
  const { t } = useTranslation()
  return (
    <Table
      rowKey="name"
      dataSource={rows}
      pagination={false}
      scroll={{ y: 280, x: 480 }}
      columns={[
        { title: t('deskPolicy.fact'), width: 160, render: (_, { name }) => <code>{name}</code> },
        {
          title: t('deskPolicy.factType'),
          width: 110,
          render: (_, { type }) => t(`deskPolicy.factTypes.${type}`),
        },
        {
          title: t('deskPolicy.factMeaning'),
          render: (_, { says, oneOf = [] }) => (
            <span lang="en">
              {[says, oneOf.map((one) => `'${one}'`).join(' ')].filter(Boolean).join(': ')}
            </span>
          ),
        },
      ]}
    />
  )
}
