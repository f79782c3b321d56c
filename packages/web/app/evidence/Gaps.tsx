/** What a pack lacks for its claim, where it is weak, and what it is not: each with what can be done about it. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gap } from '@laisee/core/evidence/gap.ts'
import { Cell, Cells } from '../../ui/Cells.tsx'

export interface SaidGap {
  code: Gap['code']
  kind: Gap['kind']
  data: Readonly<Record<string, unknown>>
}

const kinds = ['missing', 'weak', 'limit'] as const

export function Gaps({ gaps }: { gaps: readonly SaidGap[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {kinds.map((kind) => {
        const some = gaps.filter((gap) => gap.kind === kind)
        return some.length === 0 ? null : (
          <Cells key={kind} title={t(`evidenceItems.gapKinds.${kind}`)}>
            {some.map(({ code, data }) => (
              <Cell
                key={code}
                label={t(`evidenceGaps.${code}.title`)}
                note={t(`evidenceGaps.${code}.text`, { ...filled, ...data })}
              />
            ))}
          </Cells>
        )
      })}
    </>
  )
}

/** A pack that another version made may lack a field: a gap is then told without its number. */
const filled = { count: '', seconds: '', lastDay: '' } as unknown as {
  count: number
  seconds: number
  lastDay: string
}
