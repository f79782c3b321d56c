/** Reading `xn--` labels (RFC 3492): an address shows its letters, and the letters are what is judged. */

const base = 36
const tMin = 1
const tMax = 26
const skew = 38
const damp = 700
const labelLengthMax = 63

/** A host's labels in their own letters. A label that is no punycode stays as it is. */
export function unicodeHost(host: string): string {
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join('.')
}

function decodeLabel(text: string): string | undefined {
  if (text.length > labelLengthMax) return undefined
  const split = text.lastIndexOf('-')
  const points = [...text.slice(0, Math.max(0, split))].map((letter) => letter.charCodeAt(0))
  let n = 128
  let i = 0
  let bias = 72
  let at = split < 0 ? 0 : split + 1
  while (at < text.length) {
    const before = i
    let weight = 1
    for (let k = base; ; k += base) {
      const digit = digitOf(text.charCodeAt(at++))
      if (digit === undefined) return undefined
      i += digit * weight
      const threshold = k <= bias ? tMin : Math.min(k - bias, tMax)
      if (digit < threshold) break
      weight *= base - threshold
    }
    bias = adapt(i - before, points.length + 1, before === 0)
    n += Math.floor(i / (points.length + 1))
    i %= points.length + 1
    if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return undefined
    points.splice(i++, 0, n)
  }
  return String.fromCodePoint(...points)
}

function digitOf(code: number): number | undefined {
  if (code >= 48 && code <= 57) return code - 22
  const letter = code | 32
  return letter >= 97 && letter <= 122 ? letter - 97 : undefined
}

function adapt(gap: number, count: number, first: boolean): number {
  let delta = first ? Math.floor(gap / damp) : gap >> 1
  delta += Math.floor(delta / count)
  let k = 0
  for (; delta > ((base - tMin) * tMax) / 2; k += base) delta = Math.floor(delta / (base - tMin))
  return Math.floor(k + ((base - tMin + 1) * delta) / (delta + skew))
}
