/**
 * What an evidence pack is made for. What is missing depends on it: a mistake has to be shown within ninety days, a debt
 * by agreement needs the agreement, deceit needs more than either.
 */

/** `mistake` 重大误解 (民法典 147) · `enrichment` 不当得利 (985) · `deceit` 欺诈 (148) · `agreement` 分期或还款约定. */
export const packClaims = ['mistake', 'enrichment', 'deceit', 'agreement'] as const
export type PackClaim = (typeof packClaims)[number]

/** Where the money went: a packet or transfer here, or money sent on another service, told by whoever sent it. */
export const packSubjects = ['packet', 'transfer', 'outside'] as const
export type PackSubject = (typeof packSubjects)[number]
