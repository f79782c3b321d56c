/** Words of the first page and of signing in. */

import { area } from './tree.ts'

export const signInWords = area({ title: '登录' }, { title: 'Sign in' })
