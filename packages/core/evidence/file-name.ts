/** A pack's file name: the same on the phone, in the command line's examples and on a court's desk. */
export function packFileName(packId: string): string {
  return `laisee-evidence-${packId}.zip`
}
