/** How a version differs from the one it began from: each place, what it said and what it says. */

import { Tag } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Policy } from './policy-data.ts'

const colours = { added: 'success', removed: 'error', changed: 'warning' } as const

const textOf = (part: unknown): string => (typeof part === 'string' ? part : JSON.stringify(part, null, 1))

export function Differences({ policy }: { policy: Policy }): ReactElement {
  const { t } = useTranslation()
  if (policy.differences.length === 0) return <p className="second">{t('deskPolicy.noDifferences')}</p>
  return (
    <ul className="differences">
      {policy.differences.map(({ at, kind, before, after }) => (
        <li key={at}>
          <span className="tags">
            <Tag color={colours[kind]}>{t(`deskPolicy.${kind}`)}</Tag>
            <code>{at}</code>
          </span>
          {kind !== 'added' && (
            <p>
              <span className="second">{t('deskPolicy.before')}</span> <del>{textOf(before)}</del>
            </p>
          )}
          {kind !== 'removed' && (
            <p>
              <span className="second">{t('deskPolicy.after')}</span> <ins>{textOf(after)}</ins>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
