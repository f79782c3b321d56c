/** Lists that are edited: never in place. */

/** The list with another item at a place; without it where none is given. */
export function replaced<T>(list: readonly T[], index: number, item: T | undefined): T[] {
  return item === undefined
    ? list.filter((_, i) => i !== index)
    : list.map((one, i) => (i === index ? item : one))
}
