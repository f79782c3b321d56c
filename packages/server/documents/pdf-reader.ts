/** Reads one object of a PDF at a place (ISO 32000-2, 7.2 and 7.3), and gathers every name it meets. */

export type PdfValue =
  | { is: 'name'; name: string }
  | { is: 'number'; number: number }
  | { is: 'dictionary'; entries: PdfDictionary }
  | { is: 'list'; of: readonly PdfValue[] }
  /** A string, a reference to another object, a word, or a key that is there twice: nothing to rely on. */
  | { is: 'other' }

export type PdfDictionary = ReadonlyMap<string, PdfValue>

const depthMax = 100
export const newLines: ReadonlySet<number> = new Set([10, 13])
export const blank: ReadonlySet<number> = new Set([0, 9, 12, 32, ...newLines])
const marks = new Set([...'()<>[]{}/%'].map((char) => char.charCodeAt(0)))

/** Whether a byte is part of a word, a number or a name. */
export function isWordPart(code: number | undefined): boolean {
  return code !== undefined && !blank.has(code) && !marks.has(code)
}

const other: PdfValue = { is: 'other' }

class Unsure extends Error {}

/** Gives `unsure` where it meets what no PDF has, and once it has read as much as it may. */
export class PdfReader {
  readonly names = new Set<string>()
  readonly #bytes: Buffer
  #left: number
  #at = 0

  constructor(bytes: Buffer, workMax: number) {
    this.#bytes = bytes
    this.#left = workMax
  }

  get isSpent(): boolean {
    return this.#left < 0
  }

  /** The object from a place on, and where the word `stream` follows it. */
  objectAt(from: number): { value: PdfValue; streamAt: number | undefined } | 'unsure' {
    this.#at = from
    try {
      const value = this.#value(0)
      this.#skipBlank()
      const isStream = this.#bytes.toString('latin1', this.#at, this.#at + 6) === 'stream'
      return { value, streamAt: isStream ? this.#at : undefined }
    } catch (error) {
      if (error instanceof Unsure) return 'unsure'
      throw error
    } finally {
      this.#left -= this.#at - from
    }
  }

  #value(depth: number): PdfValue {
    this.#skipBlank()
    if (depth > depthMax || this.#left < 0) throw new Unsure()
    const char = String.fromCharCode(this.#peek())
    const next = String.fromCharCode(this.#bytes[this.#at + 1] ?? 0)
    if (char === '/') return { is: 'name', name: this.#name() }
    if (char === '<') return next === '<' ? this.#dictionary(depth) : this.#until('>')
    if (char === '(') return this.#text()
    if (char === '[') return this.#list(depth)
    return this.#word()
  }

  #peek(): number {
    const code = this.#bytes[this.#at]
    if (code === undefined) throw new Unsure()
    return code
  }

  #skipBlank(): void {
    for (;;) {
      const code = this.#bytes[this.#at]
      if (code === '%'.charCodeAt(0)) this.#skipLine()
      else if (code === undefined || !blank.has(code)) return
      this.#at++
    }
  }

  #skipLine(): void {
    while (this.#at < this.#bytes.length) {
      const code = this.#bytes[this.#at]
      if (newLines.has(code!)) return
      this.#at++
    }
  }

  #regular(): string {
    const from = this.#at
    while (isWordPart(this.#bytes[this.#at])) this.#at++
    return this.#bytes.toString('latin1', from, this.#at)
  }

  #name(): string {
    this.#at++
    const name = this.#regular().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    this.names.add(name)
    return name
  }

  #until(mark: string): PdfValue {
    const end = this.#bytes.indexOf(mark, this.#at)
    this.#at = end < 0 ? this.#bytes.length : end + 1
    if (end < 0) throw new Unsure()
    return other
  }

  #text(): PdfValue {
    for (let open = 0; ; this.#at++) {
      const char = String.fromCharCode(this.#peek())
      if (char === '\\') this.#at++
      else if (char === '(') open++
      else if (char === ')' && --open === 0) break
    }
    this.#at++
    return other
  }

  #list(depth: number): PdfValue {
    const of: PdfValue[] = []
    this.#at++
    for (;;) {
      this.#skipBlank()
      if (this.#peek() === ']'.charCodeAt(0)) break
      of.push(this.#value(depth + 1))
    }
    this.#at++
    return { is: 'list', of }
  }

  #dictionary(depth: number): PdfValue {
    const entries = new Map<string, PdfValue>()
    this.#at += 2
    for (;;) {
      this.#skipBlank()
      if (this.#bytes.toString('latin1', this.#at, this.#at + 2) === '>>') break
      if (this.#peek() !== '/'.charCodeAt(0)) throw new Unsure()
      const key = this.#name()
      const value = this.#value(depth + 1)
      entries.set(key, entries.has(key) ? other : value)
    }
    this.#at += 2
    return { is: 'dictionary', entries }
  }

  /** A number, a reference (`12 0 R`), `true`, `false`, `null`, or nothing at all. */
  #word(): PdfValue {
    const word = this.#regular()
    if (['true', 'false', 'null', 'endobj'].includes(word)) return other
    if (!/^[-+.\d]+$/.test(word)) throw new Unsure()
    const after = this.#at
    this.#skipBlank()
    if (/^\d+$/.test(word) && /^\d+$/.test(this.#regular())) {
      this.#skipBlank()
      if (this.#regular() === 'R') return other
    }
    this.#at = after
    return { is: 'number', number: Number(word) }
  }
}
