/**
 * How the words of screens are kept: by area, both languages side by side, Chinese first. A text puts in what it names
 * as `{{field}}` or `{{field, yuan}}`, the notation of i18next. English may add a singular beside a key: `people_one`.
 */

export interface Tree {
  readonly [key: string]: string | Tree
}

/** A tree with the same keys, whatever its texts; singulars may stand beside them. */
export type Alike<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Alike<T[K]>
} & { readonly [K in `${string}_one`]: string }

/** The words of one area in both languages. */
export interface Area<T extends Tree> {
  readonly zh: T
  readonly en: Alike<T>
}

/** Declare an area's words: the English must have what the Chinese has. */
export function area<const T extends Tree>(zh: T, en: Alike<T>): Area<T> {
  return { zh, en }
}
