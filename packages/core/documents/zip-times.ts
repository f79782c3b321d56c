/** A zip file that knows no clock: the same files give the same bytes, whenever it was made (APPNOTE 6.3, 4.3). */

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endOfCentral = 0x06054b50
/** 1 January 1980, the first day that a zip file can name; its time of day is 0. */
const firstDay = 0x0021

/** Set every entry's moment to the first one a zip file has, in place. Throws where the bytes are no zip file. */
export function withoutZipTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const must = (at: number, signature: number) => {
    if (view.getUint32(at, true) !== signature) throw new Error('this is no zip file')
  }
  const stamp = (at: number) => {
    view.setUint16(at, 0, true)
    view.setUint16(at + 2, firstDay, true)
  }
  const end = zip.length - 22
  must(end, endOfCentral)
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    must(at, centralHeader)
    stamp(at + 12)
    const local = view.getUint32(at + 42, true)
    must(local, localHeader)
    stamp(local + 10)
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return zip
}
