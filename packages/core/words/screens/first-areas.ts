/** The words that the first page and the list of chats need: a screen waits for no others before it is drawn. */

import { chatsWords } from './chats.ts'
import { everyScreenWords } from './every-screen.ts'
import { sentWords } from './sent.ts'
import { shellWords } from './shell.ts'
import { signInWords } from './sign-in.ts'

export const firstAreas = {
  common: everyScreenWords,
  shell: shellWords,
  signIn: signInWords,
  chats: chatsWords,
  sent: sentWords,
}
