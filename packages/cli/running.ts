/** A command that goes on until it is told to stop, and then ends what it began. */

/** Wait for the word to stop (Ctrl-C, or SIGTERM from whatever runs it), then stop. A second word ends it at once. */
export function untilStopped(stop: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let asked = false
    const onSignal = (): void => {
      if (asked) process.exit(130)
      asked = true
      stop().then(resolve, reject)
    }
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
  })
}
