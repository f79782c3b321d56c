/** The phone's pages once everybody's name is as long as names are: forty characters, of Chinese and without a space. */

import type { Stage } from '../stage.ts'
import { addCases } from './case-scene.ts'
import { longNames } from './long-scene.ts'
import { prepareScene, type Scene } from './scene.ts'
import type { Shot } from './shot.ts'

/** Whoever is seen by 妈妈, and by whom she is seen. */
const called: Readonly<Record<string, string>> = {
  mama: longNames['xiaoming']!,
  gugu: longNames['gugu']!,
  baba: longNames['caihong']!,
  nainai: longNames['zhangwei2']!,
  caihong2: longNames['caiwu']!,
  kefu: longNames['gugu']!,
}

/** Everything of the plain stage and of the cases, with those names. */
export async function prepareNamedScene(stage: Stage): Promise<Scene> {
  for (const [key, name] of Object.entries(called))
    await stage.operator.changeMember({ path: { id: stage.idOf(key) }, body: { name } })
  const path = { id: stage.idOf('family') }
  await stage.operator.renameGroup({ path, body: { name: longNames['xiaoming']! } })
  return addCases(await prepareScene(stage))
}

const named = (name: string, title: string, who: string, path: Shot['path']): Shot => ({
  ...{ name: `named-${name}`, title: `Long names: ${title}`, says: '', who, path },
})

export const namedShots: readonly Shot[] = [
  named('chats', 'chats', 'mama', () => '/chats'),
  named('chat', 'a group', 'mama', ({ family }) => `/chats/${family}`),
  named('people', 'contacts', 'mama', () => '/people'),
  named('packet', 'a packet', 'mama', ({ ids }) => `/packets/${ids.mine}`),
  named('cover', 'a cover', 'mama', ({ ids }) => `/packets/${ids.open}/open`),
  named('send', 'sending', 'mama', ({ stage }) => `/transfer?to=${stage.idOf('gugu')}`),
  named('return-ask', 'asking back', 'mama', ({ ids }) => `/returns/ask/${ids.toAsk}`),
  named('return-about', 'who gave back', 'mama', ({ ids }) => `/returns/about/${ids.toEveryone}`),
  named('return', 'being asked', 'baba', ({ ids }) => `/returns/${ids.asked}`),
  named('returns', 'returns', 'baba', () => '/returns'),
  named('instalments', 'instalments', 'gugu', ({ ids }) => `/instalments/${ids.agreed}`),
  named('collection', 'a collection', 'mama', ({ ids }) => `/collections/${ids.dinner}`),
  named('dispute', 'a dispute', 'mama', ({ ids }) => `/disputes/${ids.heard}`),
  named('freeze', 'a freeze', 'caihong2', ({ ids }) => `/freezes/${ids.freeze}`),
  named('receipts', 'receipts', 'mama', ({ ids }) => `/receipts/${ids.wrong}`),
  named('evidence', 'an evidence pack', 'mama', ({ ids }) => `/evidence/${ids.wrong}`),
  named('inbox', 'the inbox', 'mama', () => '/inbox'),
]
