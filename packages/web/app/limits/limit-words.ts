/** What the kinds and the layers of limits are called. */

export const kindWords = {
  share: 'limits.share',
  send: 'limits.send',
  day: 'limits.day',
  month: 'limits.month',
} as const

export const layerWords = { age: 'limits.byAge', operator: 'limits.byOperator', own: 'limits.byOwn' } as const
