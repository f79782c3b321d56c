const millions = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** A file's size for a reader: `118 KB`, `2.4 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} KB`
  return `${millions.format(bytes / 1_000_000)} MB`
}
