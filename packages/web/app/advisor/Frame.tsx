/** The frame of the advisor's pages: they stand by themselves, with or without somebody signed in. */

import type { ReactElement, ReactNode } from 'react'
import { Page } from '../../ui/Page.tsx'
import { useBack } from '../shell/back.ts'
import './help.css'

interface FrameProps {
  title: string
  /** The page above, for whoever came from outside. */
  above: '/' | '/help' | '/help/plan'
  actions?: ReactNode
  className?: string
  children: ReactNode
}

export function Frame({ title, above, actions, className = '', children }: FrameProps): ReactElement {
  const back = useBack(above)
  return (
    <main className="help">
      <Page title={title} onBack={back} actions={actions} className={className}>
        {children}
      </Page>
    </main>
  )
}
