/** What was found, in one card: green only where everything held. */

import type { ReactElement, ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'

interface VerdictProps {
  tone: 'good' | 'bad' | 'none'
  title: string
  children?: ReactNode
}

export function Verdict({ tone, title, children }: VerdictProps): ReactElement {
  return (
    <section className="verify-verdict" data-tone={tone}>
      <Icon name={tone === 'good' ? 'shield' : tone === 'bad' ? 'warn' : 'info'} size={32} />
      <div>
        <h2>{title}</h2>
        {children}
      </div>
    </section>
  )
}
