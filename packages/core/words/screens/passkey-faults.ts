/** Why a confirmation did not pass; among the words of passkeys. */

export const faults = {
  zh: {
    code_wrong: '这个恢复码不对，请再看一遍。',
    code_used: '这个恢复码已经用过了，请换一个。',
    passkey_copied: '这个通行密钥可能被人复制，已停用。请用另一个，或用恢复码。',
    signed_other: '金额或收款人变了，请再确认一次。',
    wrong_origin: '这个网址不是服务登记的网址，没有通过。请核对网址。',
    other: '没有验证通过，什么都没有发生。请再确认一次。',
  },
  en: {
    code_wrong: 'This recovery code is not right. Please look again.',
    code_used: 'This recovery code was used before. Please take another.',
    passkey_copied: 'There may be a copy of this passkey, so it is refused. Use another, or a recovery code.',
    signed_other: 'The amount or the person has changed. Please confirm once more.',
    wrong_origin:
      'This address is not the one the service is registered at, so it was refused. Check the address.',
    other: 'It was not accepted, and nothing has happened. Please confirm once more.',
  },
} as const
