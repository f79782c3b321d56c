/** Where a court would be: the provinces of the mainland by their letters in GB/T 2260 and ISO 3166-2, and elsewhere. */

export const provinces = [
  ...['BJ', 'TJ', 'HE', 'SX', 'NM', 'LN', 'JL', 'HL', 'SH', 'JS', 'ZJ', 'AH', 'FJ', 'JX', 'SD', 'HA'],
  ...['HB', 'HN', 'GD', 'GX', 'HI', 'CQ', 'SC', 'GZ', 'YN', 'XZ', 'SN', 'GS', 'QH', 'NX', 'XJ'],
] as const

/** A province's letters, or `outside`: Hong Kong, Macau, Taiwan and abroad, where other law may govern. */
export type Province = (typeof provinces)[number] | typeof outsideMainland

export const outsideMainland = 'outside'

/** Whether a text names a place a situation may have. */
export function isProvince(text: string): text is Province {
  return text === outsideMainland || (provinces as readonly string[]).includes(text)
}
