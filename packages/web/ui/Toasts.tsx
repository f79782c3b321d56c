/** Short news over the page, read out as it comes. Whatever matters for money stands on the page as well. */

import { Toast } from '@base-ui/react/toast'
import type { ReactElement, ReactNode } from 'react'

const manager = Toast.createToastManager()

/** Say something in passing; `warn` for what did not work. */
export function say(text: string, tone: 'plain' | 'warn' = 'plain'): void {
  manager.add({ title: text, data: { tone }, priority: tone === 'warn' ? 'high' : 'low', timeout: 4_000 })
}

function List(): ReactElement {
  const { toasts } = Toast.useToastManager<{ tone: string }>()
  return (
    <>
      {toasts.map((toast) => (
        <Toast.Root key={toast.id} toast={toast} className="toast" data-tone={toast.data?.tone}>
          <Toast.Title />
        </Toast.Root>
      ))}
    </>
  )
}

export function Toasts({ children }: { children: ReactNode }): ReactElement {
  return (
    <Toast.Provider toastManager={manager} limit={2}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="toasts">
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}
