/** A text in Arabic or Hebrew between marks of Unicode, so that it keeps its order and its place among other words. */
export function isolate(text: string): string {
  return /[\u0590-\u08ff]/.test(text) ? `\u2068${text}\u2069` : text;
}
