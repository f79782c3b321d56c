/** Leaving a page: back to where one came from, or to the chats where the page was opened by its address. */

import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

export function useLeave(): () => void {
  const canGoBack = useCanGoBack()
  const { history } = useRouter()
  const go = useNavigate()
  return useCallback(() => {
    if (canGoBack) history.back()
    else void go({ to: '/chats', replace: true })
  }, [canGoBack, history, go])
}
