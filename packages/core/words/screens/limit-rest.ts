/** What a limit leaves, said where an amount is typed; among the words of limits. */

export const restWords = {
  zh: {
    rest: {
      share: '每份最多 ¥{{amount, yuan}}',
      send: '这次最多发 ¥{{amount, yuan}}',
      day: '今天还能发 ¥{{amount, yuan}}',
      month: '本月还能发 ¥{{amount, yuan}}',
    },
    overIts: {
      share: '超过每份最多的 ¥{{amount, yuan}}',
      send: '超过单次最多的 ¥{{amount, yuan}}',
      day: '超过今天还能发的 ¥{{amount, yuan}}',
      month: '超过本月还能发的 ¥{{amount, yuan}}',
    },
  },
  en: {
    rest: {
      share: 'Up to ¥{{amount, yuan}} a share',
      send: 'Up to ¥{{amount, yuan}} at once',
      day: '¥{{amount, yuan}} left today',
      month: '¥{{amount, yuan}} left this month',
    },
    overIts: {
      share: 'More than the ¥{{amount, yuan}} a share may be',
      send: 'More than the ¥{{amount, yuan}} that may be sent at once',
      day: 'More than the ¥{{amount, yuan}} left today',
      month: 'More than the ¥{{amount, yuan}} left this month',
    },
  },
} as const
