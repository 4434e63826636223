import type { LocatedTex } from './located-tex.ts';

/** Environments of mathtools, breqn, IEEEtrantools and nicematrix that KaTeX lacks, and those that look the same. */
const same: Readonly<Record<string, string>> = {
  ...{ multlined: 'gathered', lgathered: 'gathered', rgathered: 'gathered', dmath: 'equation' },
  ...{ IEEEeqnarray: 'eqnarray', xalignat: 'alignat', xxalignat: 'alignat' },
  ...{ NiceMatrix: 'matrix', pNiceMatrix: 'pmatrix', bNiceMatrix: 'bmatrix' },
  ...{ psmallmatrix: 'smallmatrix', bsmallmatrix: 'smallmatrix', vsmallmatrix: 'smallmatrix' },
  // These set where a formula stands.
  ...{ fleqn: '', linenomath: '', spreadlines: '' },
};

/** The brackets around an environment. */
const brackets: Readonly<Record<string, readonly [open: string, close: string]>> = {
  ...{ psmallmatrix: ['(', ')'], bsmallmatrix: ['[', ']'], vsmallmatrix: ['|', '|'] },
};

/** The arguments that the other environment has not. */
const dropped: Readonly<Record<string, RegExp>> = {
  ...{ multlined: /^(?:\[[^\]]*\])+/, lgathered: /^\[[^\]]*\]/, rgathered: /^\[[^\]]*\]/ },
  ...{ IEEEeqnarray: /^\s*\{[^{}]*\}/, spreadlines: /^\{[^{}]*\}/ },
};

const edge = new RegExp(String.raw`\\(begin|end)\{(${Object.keys(same).join('|')})(\*?)\}`, 'g');

/** Writes environments that KaTeX lacks as those that look the same. */
export function renameEnvironments(tex: LocatedTex): LocatedTex {
  const edits = Array.from(
    tex.text.matchAll(edge),
    ({ 0: all, 1: side, 2: name = '', 3: star, index }) => {
      const known = same[name] ?? '';
      const [open = '', close = ''] = brackets[name] ?? [];
      const end = index + all.length;
      const [options = ''] =
        side === 'begin' ? (dropped[name]?.exec(tex.text.slice(end, end + 200)) ?? []) : [];
      const mark = known === '' ? '' : `\\${side}{${known}${star}}`;
      const text =
        open === '' ? mark : side === 'begin' ? `\\left${open}${mark}` : `${mark}\\right${close}`;
      return { start: index, end: end + options.length, text };
    },
  );
  return edits.length === 0 ? tex : tex.replace(edits);
}
