/** The way back: to where the reader came from within the app, or to the page above where they came from outside. */

import { useRouter, type LinkProps } from '@tanstack/react-router'

export function useBack(above: LinkProps['to'] = '/chats'): () => void {
  const router = useRouter()
  return () => {
    if (router.history.canGoBack()) router.history.back()
    else void router.navigate({ to: above, replace: true })
  }
}
