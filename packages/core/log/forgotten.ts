/**
 * What is left of an event once its member is forgotten: that it happened, of which kind and when. Its data is emptied
 * and the salt of its leaf thrown away, so that nobody can tell any more what the leaf's hash was of.
 */

/** What stands in the place of the data. */
export const forgottenData = { forgotten: true } as const

/** Events of a member that tell who they are, or whom they know: by the beginning of their kind. */
export const personalKinds = [
  'member.',
  'external_id.',
  'contact.',
  'block.',
  'passkey.',
  'recovery_codes.',
  'step_up.',
  'inbox.',
] as const

/** That a member was forgotten is itself never forgotten: it is what allows for the leaves without a salt. */
export const forgettingKind = 'member.forgotten'

/** Whether events of this kind are emptied with their member. */
export function isPersonal(kind: string): boolean {
  return kind !== forgettingKind && personalKinds.some((beginning) => kind.startsWith(beginning))
}

/** Whether an event was emptied. */
export function isForgotten(data: Readonly<Record<string, unknown>>): boolean {
  return data['forgotten'] === true && Object.keys(data).length === 1
}
