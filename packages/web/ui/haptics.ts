/** A short buzz where the device has one, for what went well. The screen says it as well. */

/** Buzz once. */
export function buzz(): void {
  if ('vibrate' in navigator) navigator.vibrate(18)
}
