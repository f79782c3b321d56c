/** What an operator's key may be allowed to do: one list for keys, routes, the API's description and the docs. */

export const scopes = [
  'members:read',
  'members:write',
  'groups:read',
  'groups:write',
  'money:read',
  'money:write',
  'wallets:freeze',
  'freezes:read',
  'freezes:write',
  'disputes:read',
  'disputes:write',
  'limits:read',
  'limits:write',
  'reports:read',
  'reports:write',
  'organisations:read',
  'organisations:write',
  'packets:read',
  'transfers:read',
  'events:read',
  'audit:read',
  'keys:read',
  'keys:write',
  'sessions:read',
  'sessions:write',
  'hosts:read',
  'hosts:write',
  'clock:read',
  'clock:write',
] as const

export type Scope = (typeof scopes)[number]

/** Whether a text names a scope. */
export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text)
}
