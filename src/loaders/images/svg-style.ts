import { transform, transformStyleAttribute } from 'lightningcss';

/** An address outside of its file that a style loads, or the reason why the style cannot be read. */
export type StyleDefect = { kind: 'outside'; address: string } | { kind: 'unread'; reason: string };

/** Addresses within the file: a part of it by its id, or a picture or a typeface as data. */
const inside = /^(#|data:(image|font|application\/(x-)?font-|application\/octet-stream)\b)/i;
/** A function that loads the address in a string. */
const loading = /\b(?:url|src|image|image-set)\(\s*["'][^"']+/i;

/** Checks a style sheet. */
export function checkStyleSheet(code: string): StyleDefect | undefined {
  return check(code, () => transform({ ...options, filename: 'style', code: encode(code) }));
}

/** Checks declarations, as `fill: url(#a); stroke: red`. */
export function checkDeclarations(code: string): StyleDefect | undefined {
  return check(code, () =>
    transformStyleAttribute({ ...options, filename: 'style', code: encode(code) }),
  );
}

const options = { analyzeDependencies: true, errorRecovery: false } as const;

type StyleAnalysis = Pick<ReturnType<typeof transformStyleAttribute>, 'dependencies' | 'code'>;

function check(code: string, analyze: () => StyleAnalysis): StyleDefect | undefined {
  // Nothing is loaded without one of these, and most styles have none.
  if (!/url|src|image|@|\\/i.test(code)) return undefined;
  try {
    const { dependencies, code: written } = analyze();
    let rest = new TextDecoder().decode(written);
    for (const one of dependencies ?? []) {
      const address = 'url' in one ? one.url : '';
      if (one.type !== 'url' || !inside.test(address)) return { kind: 'outside', address };
      rest = rest.replaceAll(one.placeholder, '');
    }
    const [call] = loading.exec(rest) ?? [];
    return call === undefined ? undefined : { kind: 'outside', address: call };
  } catch (error) {
    return { kind: 'unread', reason: (error as Error).message };
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
