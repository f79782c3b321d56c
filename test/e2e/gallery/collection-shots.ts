/** The gallery's shots of collections: the form, whoever asks and whoever is asked, and a notice to a group. */

import type { Stage } from '../stage.ts'
import type { Shot } from './shot.ts'

const minuteMs = 60_000

/** A dinner that is asked for, and a packet that was a mistake. */
export async function prepareCollections(stage: Stage): Promise<Record<string, string>> {
  const mama = stage.apiOf('mama')
  const groupId = stage.idOf('family')
  const shares = ['baba', 'gugu', 'nainai'].map((key) => ({ memberId: stage.idOf(key), amount: 8_800 }))
  const dinner = (await mama.askCollection({ body: { groupId, note: '奶奶生日蛋糕', shares } })).id
  await stage.apiOf('gugu').payCollectionShare({ path: { id: dinner }, body: {} })
  await stage.apiOf('nainai').declineCollectionShare({ path: { id: dinner } })
  const body = { kind: 'equal', groupId, count: 4, total: 40_000, greeting: '给供应商的' } as const
  const wrong = (await mama.sendPacket({ body })).id
  await stage.forward(minuteMs)
  const text = '大家好，刚才的红包发错群了。还没领的请先不要领，没领的会自动退回，谢谢大家。'
  await mama.postGroupNotice({ path: { id: wrong }, body: { text } })
  return { dinner, wrong }
}

export const collectionShots: readonly Shot[] = [
  {
    name: 'collection-new',
    title: 'Asking several people for money',
    says: 'What for, how much each, and whom; it says that it is no gift.',
    who: 'mama',
    path: ({ family }) => `/collections/new?group=${family}`,
    telling: true,
  },
  {
    name: 'collection-asked',
    title: 'What was asked',
    says: 'Who has paid, who will not, and when one may be reminded.',
    who: 'mama',
    path: ({ ids }) => `/collections/${ids.dinner}`,
    telling: true,
  },
  {
    name: 'collection-to-pay',
    title: 'Being asked',
    says: 'The amount, paying, and not paying.',
    who: 'baba',
    path: ({ ids }) => `/collections/${ids.dinner}`,
  },
  {
    name: 'collections',
    title: 'Collections',
    says: 'What one is asked for.',
    who: 'baba',
    path: () => '/collections',
  },
  {
    name: 'group-notice',
    title: 'A notice to the group',
    says: 'Above the stream, while the case is open.',
    who: 'baba',
    path: ({ family }) => `/chats/${family}`,
  },
]
