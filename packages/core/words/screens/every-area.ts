/** Every area's words, by the name screens ask for them under: `t('send.title')`. */

import { chatsWords } from './chats.ts'
import { claimWords } from './claim.ts'
import { commonWords } from './common.ts'
import { demoWords } from './demo.ts'
import { inboxWords } from './inbox.ts'
import { packetWords } from './packet.ts'
import { peopleWords } from './people.ts'
import { sendWords } from './send.ts'
import { settingsWords } from './settings.ts'
import { shellWords } from './shell.ts'
import { signInWords } from './sign-in.ts'
import { transferWords } from './transfer.ts'
import { walletWords } from './wallet.ts'

const areas = {
  common: commonWords,
  shell: shellWords,
  signIn: signInWords,
  chats: chatsWords,
  send: sendWords,
  transfer: transferWords,
  packet: packetWords,
  wallet: walletWords,
  inbox: inboxWords,
  settings: settingsWords,
  people: peopleWords,
  claim: claimWords,
  demo: demoWords,
}

type Areas = typeof areas
export type ScreenWords = { [A in keyof Areas]: Areas[A]['zh'] }

const names = Object.keys(areas) as (keyof Areas)[]

/** The words of every screen in one language. */
export function screenWords(language: 'zh' | 'en'): ScreenWords {
  return Object.fromEntries(names.map((name) => [name, areas[name][language]])) as unknown as ScreenWords
}
