/** Base64 as RFC 4648, 4 has it: with padding, and read only where it is written in that one way. */

/** Bytes as text. */
export function writeBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** Text as bytes; undefined where it is not base64, or could be written in another way too. */
export function readBase64(text: string): Uint8Array | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  return writeBase64(bytes) === text ? bytes : undefined
}
