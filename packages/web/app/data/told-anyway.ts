/** Whoever pressed hears how it ended, even where what they pressed on is gone by then. */

import type { UseMutationResult } from '@tanstack/react-query'

/** A write whose own words to the one who pressed are said always. */
export type Told<Ask, Done> = Omit<UseMutationResult<Done, Error, Ask>, 'mutate'> & {
  mutate: (
    ask: Ask,
    told?: { onSuccess?: (done: Done) => void; onError?: (error: Error) => void; onSettled?: () => void },
  ) => void
}

/**
 * The same write, with words that are not lost. What was written is read again before a write ends, and takes the row or
 * the dialog with it; the library says nothing to what is gone.
 */
export function toldAnyway<Ask, Done>(write: UseMutationResult<Done, Error, Ask>): Told<Ask, Done> {
  return {
    ...write,
    mutate(ask, told) {
      const ended = write.mutateAsync(ask).then(
        (done) => told?.onSuccess?.(done),
        (error: Error) => told?.onError?.(error),
      )
      void ended.finally(() => told?.onSettled?.())
    },
  }
}
