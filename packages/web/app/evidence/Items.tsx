/** The items of a pack in the order of its index, each with what it shows. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemCode } from '@laisee/core/evidence/item.ts'
import { Cell, Cells } from '../../ui/Cells.tsx'

interface ItemsProps {
  title: string
  items: readonly { no: number; code: ItemCode; fileCount: number }[]
}

export function Items({ title, items }: ItemsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Cells title={title}>
      {items.map(({ no, code, fileCount }) => (
        <Cell
          key={no}
          start={<span className="evidence-no">{no}</span>}
          label={t(`evidenceItems.kinds.${code}`)}
          note={t(`evidenceItems.proves.${code}`)}
          end={fileCount > 1 ? t('evidence.fileCount', { count: fileCount }) : undefined}
        />
      ))}
    </Cells>
  )
}
