/** How a version differs from the one it began from: each place, what it said and what it says. */

import { Tag } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNameOf } from '../parts/names.ts'
import { languageNow } from '../words.ts'
import type { Policy } from './policy-data.ts'
import { sayDifferences } from './say-difference.ts'

const colours = { added: 'success', removed: 'error', changed: 'warning' } as const

export function Differences({ policy }: { policy: Policy }): ReactElement {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const said = sayDifferences(policy.differences, {
    t,
    nameOf,
    language: languageNow(),
    chains: policy.content.chains,
  })
  if (said.length === 0) return <p className="second">{t('deskPolicy.noDifferences')}</p>
  return (
    <ul className="differences">
      {said.map(({ at, kind, where, before, after }) => (
        <li key={at}>
          <span className="tags" title={at}>
            <Tag color={colours[kind]}>{t(`deskPolicy.${kind}`)}</Tag>
            <span>{where}</span>
          </span>
          {kind === 'changed' && (
            <p>
              <span className="second">{t('deskPolicy.before')}</span> <del>{before}</del>
            </p>
          )}
          {kind === 'removed' && <del>{before}</del>}
          {kind === 'changed' && (
            <p>
              <span className="second">{t('deskPolicy.after')}</span> <ins>{after}</ins>
            </p>
          )}
          {kind === 'added' && <ins>{after}</ins>}
        </li>
      ))}
    </ul>
  )
}
