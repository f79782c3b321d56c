/** Short news over the page, read out as it comes. Whatever matters for money stands on the page as well. */

import { Suspense, useEffect, useState, type ReactElement, type ReactNode } from 'react'
import { lazyPart } from './lazy-part.ts'
import { onNews, sayNews } from './news.ts'

const ToastList = lazyPart(async () => ({ default: (await import('./ToastList.tsx')).ToastList }))

/** Say something in passing; `warn` for what did not work. */
export function say(text: string, tone: 'plain' | 'warn' = 'plain'): void {
  sayNews({ text, tone })
}

export function Toasts({ children }: { children: ReactNode }): ReactElement {
  const [isNeeded, setNeeded] = useState(false)
  useEffect(() => onNews(() => setNeeded(true)), [])
  return (
    <>
      {children}
      <Suspense>{isNeeded && <ToastList />}</Suspense>
    </>
  )
}
