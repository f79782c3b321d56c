/** Names in order, Chinese by its reading, and finding by a part of a name. */

const collator = new Intl.Collator('zh-CN', { numeric: true })

export function byName<Item>(nameOf: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => collator.compare(nameOf(a), nameOf(b))
}

/** Whether any of the names has what is searched for in it, whatever the case; an empty search finds all. */
export function isNamed(search: string, names: readonly (string | null)[]): boolean {
  const wanted = search.trim().toLocaleLowerCase()
  return wanted === '' || names.some((name) => name?.toLocaleLowerCase().includes(wanted))
}
