/**
 * Signed notes (C2SP signed-note): a text and lines of signatures under it, each by a key with a name. Checked in the
 * same way by the service, the command line and the browser; other people's tools for such notes read them too.
 */

import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { readBase64, writeBase64 } from './base64.ts'

/** A key that notes are checked with. */
export interface NoteKey {
  name: string
  /** 32 bytes (RFC 8032). */
  publicKey: Uint8Array
}

export interface Note {
  /** With its last newline. */
  text: string
  signatures: readonly { name: string; keyId: string; signature: Uint8Array }[]
}

const ed25519Type = 1
const dash = '—'
const signaturesMax = 32

/** The four bytes that tell which key of a name signed, in hexadecimal. */
export function keyIdOf({ name, publicKey }: NoteKey): string {
  return bytesToHex(
    sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(ed25519Type), publicKey)),
  ).slice(0, 8)
}

/** A key as one word, to be handed to whoever checks: `name+id+base64`. */
export function writeKey(key: NoteKey): string {
  return `${key.name}+${keyIdOf(key)}+${writeBase64(concatBytes(Uint8Array.of(ed25519Type), key.publicKey))}`
}

/** Read a key; undefined where it is none, or its id is not that of its own bytes. */
export function readKey(text: string): NoteKey | undefined {
  const [, name, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text.trim()) ?? []
  const bytes = base64 === undefined ? undefined : readBase64(base64)
  if (name === undefined || bytes?.length !== 33 || bytes[0] !== ed25519Type) return undefined
  const key = { name, publicKey: bytes.slice(1) }
  return keyIdOf(key) === id ? key : undefined
}

/** Sign a text, which ends in a newline, by a key of 32 secret bytes. Gives the line that goes under it. */
export function signatureLine(text: string, name: string, secretKey: Uint8Array): string {
  const key = { name, publicKey: ed25519.getPublicKey(secretKey) }
  const signature = ed25519.sign(utf8ToBytes(text), secretKey)
  const id = Uint8Array.from(keyIdOf(key).match(/../g)!, (byte) => parseInt(byte, 16))
  return `${dash} ${name} ${writeBase64(concatBytes(id, signature))}\n`
}

/** The key that belongs to 32 secret bytes. */
export function noteKeyOf(name: string, secretKey: Uint8Array): NoteKey {
  return { name, publicKey: ed25519.getPublicKey(secretKey) }
}

/** A text with its signatures. */
export function writeNote(text: string, lines: readonly string[]): string {
  return `${text}\n${lines.join('')}`
}

/** Read a note's shape; undefined where it has not that of one. Whether it is signed is not looked at. */
export function readNote(note: string): Note | undefined {
  if ([...note].some((letter) => letter < ' ' && letter !== '\n') || !note.endsWith('\n')) return undefined
  const end = note.lastIndexOf('\n\n')
  if (end < 0) return undefined
  const lines = note.slice(end + 2, -1).split('\n')
  if (lines.length > signaturesMax) return undefined
  const signatures: { name: string; keyId: string; signature: Uint8Array }[] = []
  for (const line of lines) {
    const [, name, base64] = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/u.exec(line) ?? []
    const bytes = base64 === undefined ? undefined : readBase64(base64)
    if (name === undefined || bytes === undefined || bytes.length < 5) return undefined
    signatures.push({ name, keyId: bytesToHex(bytes.subarray(0, 4)), signature: bytes.slice(4) })
  }
  return { text: note.slice(0, end + 1), signatures }
}

/**
 * The text of a note that at least one of these keys has signed. Undefined where none has, and where a line claims to be
 * by one of them and is not: such a note is not to be trusted at all.
 */
export function openNote(note: string, keys: readonly NoteKey[]): string | undefined {
  const read = readNote(note)
  if (read === undefined) return undefined
  let signed = 0
  for (const { name, keyId, signature } of read.signatures) {
    const key = keys.find((one) => one.name === name && keyIdOf(one) === keyId)
    if (key === undefined) continue
    if (!isSignedBy(read.text, signature, key)) return undefined
    signed += 1
  }
  return signed > 0 ? read.text : undefined
}

/** A signature takes milliseconds to check, and many receipts carry the same one: the last answers are remembered. */
const checked = new Map<string, boolean>()
const checkedMax = 64

function isSignedBy(text: string, signature: Uint8Array, { publicKey }: NoteKey): boolean {
  const asked = `${bytesToHex(publicKey)} ${bytesToHex(signature)} ${text}`
  const known = checked.get(asked)
  if (known !== undefined) return known
  const holds = verifies(text, signature, publicKey)
  if (checked.size >= checkedMax) checked.clear()
  checked.set(asked, holds)
  return holds
}

function verifies(text: string, signature: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, utf8ToBytes(text), publicKey)
  } catch {
    return false
  }
}
