/** How far a long command has come: a bar where someone watches, nothing where the output goes to a file. */

import { progress as clackProgress } from '@clack/prompts'

export interface Progress {
  say(message: string): void
  step(message: string): void
  end(message: string): void
}

/** Begin a bar of so many steps, on the standard error: the standard output is the result's. */
export function startProgress(steps: number): Progress {
  if (!process.stderr.isTTY) return { say: () => undefined, step: () => undefined, end: () => undefined }
  const bar = clackProgress({ max: steps, style: 'block', output: process.stderr })
  let taken = 0
  bar.start('')
  return {
    say: (message) => bar.message(message),
    step(message) {
      taken += 1
      bar.advance(1, `${message} (${Math.floor((100 * taken) / steps)} %)`)
    },
    end: (message) => bar.stop(message),
  }
}
