/** The texts the advisor can write. A claim is a document of sections, composed in claim-draft.ts. */

export const textIds = [
  'ask_not_to_open',
  'ask_not_to_accept',
  'request_return',
  'guardian_request',
  'group_notice',
  'reminder',
  'demand',
  'platform_case',
  'police_facts',
  'judicial_confirmation',
  'claim_draft',
] as const

export type TextId = (typeof textIds)[number]
