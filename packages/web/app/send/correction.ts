/** Whether a change of an amount takes something back. Pure. */

/** Letters taken away after some were typed; typing on is none. */
export function isCorrection(before: string, after: string): boolean {
  return before !== '' && !after.startsWith(before)
}
