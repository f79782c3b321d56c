/** Types of the library of that name, which ships its own under a name no compiler reads. */
declare module 'unicode-confusables' {
  export function rectifyConfusion(text: string): string
}
