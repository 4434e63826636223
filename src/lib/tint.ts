/** The attributes of an element with an accent. */
export interface Tint {
  'data-accent': string;
  style?: string;
}

/** The attributes of an accent, as `buildAccent` writes it. */
export function buildTint(accent: string): Tint {
  return accent.startsWith('light-dark(')
    ? { 'data-accent': 'own', style: `--own-accent:${accent}` }
    : { 'data-accent': accent };
}

/** The colour of an accent in one theme, or the name of its hue. */
export function pickAccent(accent: string, theme: 'light' | 'dark'): string {
  const [, light, dark] = /^light-dark\((#\w+),(#\w+)\)$/.exec(accent) ?? [];
  return (theme === 'light' ? light : dark) ?? accent;
}
