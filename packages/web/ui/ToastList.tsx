/** The short news themselves, over the page; loaded with the first of them. */

import { Toast } from '@base-ui/react/toast'
import { useEffect, type ReactElement } from 'react'
import { listenForNews, type News } from './news.ts'

const toasts = Toast.createToastManager()

function add({ text, tone }: News): void {
  toasts.add({ title: text, data: { tone }, priority: tone === 'warn' ? 'high' : 'low', timeout: 4_000 })
}

function List(): ReactElement {
  const { toasts: shown } = Toast.useToastManager<{ tone: string }>()
  useEffect(() => listenForNews(add), [])
  return (
    <>
      {shown.map((toast) => (
        <Toast.Root key={toast.id} toast={toast} className="toast" data-tone={toast.data?.tone}>
          <Toast.Title />
        </Toast.Root>
      ))}
    </>
  )
}

export function ToastList(): ReactElement {
  return (
    <Toast.Provider toastManager={toasts} limit={2}>
      <Toast.Portal>
        <Toast.Viewport className="toasts">
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}
