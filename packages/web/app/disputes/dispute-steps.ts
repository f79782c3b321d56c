/** The steps of opening a dispute, in order. */

export const steps = ['cause', 'story', 'documents', 'review'] as const
export type Step = (typeof steps)[number]
