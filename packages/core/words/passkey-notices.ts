/** What the notices of passkeys and recovery codes say, in the notation of the others (notices.ts). */

import type { PasskeyNoticeKind } from '../passkey-notice.ts'

type Texts = Record<PasskeyNoticeKind, readonly [string, ...string[]]>

const zh: Texts = {
  passkey_added: ['已添加通行密钥「{{name}}」。如果不是你，请马上在设置里删掉它。'],
  passkey_removed: ['已删除通行密钥「{{name}}」。如果不是你，请马上联系客服。'],
  passkeys_reset: ['客服已应请求删除你所有的通行密钥，恢复码也已作废。如果不是你请求的，请马上联系客服。'],
  passkey_copied: ['通行密钥「{{name}}」可能被人复制，已经停用。请在设置里删掉它，再添加一个新的。'],
  recovery_code_used: ['刚用掉一个恢复码，还剩 {{recoveryCodesLeft}} 个。如果不是你，请马上换一组。'],
}

const en: Texts = {
  passkey_added: ['The passkey “{{name}}” was added. If that was not you, remove it in the settings now.'],
  passkey_removed: ['The passkey “{{name}}” was removed. If that was not you, contact us now.'],
  passkeys_reset: [
    'All your passkeys and recovery codes were removed, as we were asked. If that was not you, contact us now.',
  ],
  passkey_copied: [
    'There may be a copy of your passkey “{{name}}”, so it is refused. Remove it in the settings and add another.',
  ],
  recovery_code_used: [
    'A recovery code was used; {{recoveryCodesLeft}} are left. If that was not you, make new ones now.',
  ],
}

export const passkeyNoticeWords = { zh, en }
