import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

export interface PasskeyRow {
  id: string
  credentialId: Buffer
  publicKey: Buffer
  signCount: bigint
  transports: string[]
  synced: boolean
  name: string
  addedAt: Instant
  usedAt: Instant | null
  copiedAt: Instant | null
}

const columns = `
  id, credential_id, public_key, sign_count, transports, synced, name, added_at, used_at, copied_at`

export const readPasskeys = statement<[memberId: string], PasskeyRow>(
  'passkey_list',
  `
  select ${columns}
  from passkey
  where member_id = $1
  order by added_at, id
  `,
)

export const insertPasskey = statement<
  [
    memberId: string,
    id: string,
    credentialId: Buffer,
    publicKey: Buffer,
    signCount: bigint,
    transports: string[],
    synced: boolean,
    name: string,
    at: string,
  ],
  PasskeyRow
>(
  'passkey_insert',
  `
  insert into passkey (member_id, id, credential_id, public_key, sign_count, transports, synced, name, added_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  returning ${columns}
  `,
)

export const renamePasskeyRow = statement<[memberId: string, id: string, name: string], PasskeyRow>(
  'passkey_rename',
  `
  update passkey set name = $3
  where member_id = $1 and id = $2
  returning ${columns}
  `,
)

export const markPasskeyUsed = statement<
  [memberId: string, id: string, signCount: bigint, synced: boolean, at: string],
  object
>(
  'passkey_mark_used',
  `
  update passkey set sign_count = $3, synced = $4, used_at = $5
  where member_id = $1 and id = $2
  `,
)

/** Of those who find a copy at once, one is given the row. */
export const markPasskeyCopied = statement<[memberId: string, id: string, at: string], PasskeyRow>(
  'passkey_mark_copied',
  `
  update passkey set copied_at = $3
  where member_id = $1 and id = $2 and copied_at is null
  returning ${columns}
  `,
)

export const deletePasskey = statement<[memberId: string, id: string], object>(
  'passkey_delete',
  `delete from passkey where member_id = $1 and id = $2`,
)

export const deletePasskeys = statement<[memberId: string], object>(
  'passkey_delete_of_member',
  `delete from passkey where member_id = $1`,
)

export interface StepUpSettingRow {
  fromAmount: bigint
}

export const readStepUpSetting = statement<[memberId: string], StepUpSettingRow>(
  'step_up_setting_read',
  `select from_amount from step_up_setting where member_id = $1`,
)

export const putStepUpSetting = statement<[memberId: string, fromAmount: bigint, at: string], object>(
  'step_up_setting_put',
  `
  insert into step_up_setting (member_id, from_amount, changed_at) values ($1, $2, $3)
  on conflict (member_id) do update set from_amount = $2, changed_at = $3
  `,
)

export const deleteStepUpSetting = statement<[memberId: string], object>(
  'step_up_setting_delete',
  `delete from step_up_setting where member_id = $1`,
)
