import { existsSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { isMediaAddress, splitFileAddress } from '../../lib/attachment.ts';
import { checkAttachment, resolveFile, type LinkFault } from './check.ts';

/** Films and sounds that browsers play. */
const played = /\.(mp4|webm|mp3|m4a|ogg|opus|wav)$/i;

/** The paths of the files beside a film that hold its words. */
export interface Companions {
  captions?: string;
  transcript?: string;
}

/** Finds the captions and the transcript of the film or sound in `file`. */
export function findCompanions(root: string, file: string): Companions {
  if (!isMediaAddress(file)) return {};
  const { dir, name } = parse(file);
  const find = (ending: string) => {
    const path = `${dir}/${name}.${ending}`;
    return existsSync(join(root, path)) ? path : undefined;
  };
  const [captions, transcript] = [find('vtt'), find('txt')];
  return { ...(captions && { captions }), ...(transcript && { transcript }) };
}

/** Checks the film or sound that an address in the entry `file` names, and its captions. */
export function checkMedia(root: string, file: string, address: string): LinkFault[] {
  const faults = checkAttachment(root, file, address);
  if (faults.length > 0) return faults;
  const path = resolveFile(file, address);
  if (!played.test(path))
    return [
      {
        rule: 'bad-file',
        expected: 'a film in MP4 or WebM, or a sound in MP3, M4A, OGG or WAV, which browsers play',
        fix: 'Save it in one of these formats.',
      },
    ];
  const { captions, transcript } = findCompanions(root, path);
  const name = splitFileAddress(address).path.replace(/\.[^.]+$/, '');
  if (captions === undefined && transcript === undefined)
    return [
      {
        rule: 'missing-alt-text',
        expected: `the words of it for those who cannot hear or see it, as captions in ${name}.vtt or a text in ${name}.txt`,
        fix: `Write ${name}.vtt: a line “WEBVTT”, an empty line, a line such as “00:00.000 --> 00:04.000”, and the words below it. Of a film without sound, tell in ${name}.txt what it shows.`,
      },
    ];
  if (
    captions !== undefined &&
    !/^\ufeff?WEBVTT\b/.test(readFileSync(join(root, captions), 'utf8'))
  )
    return [
      {
        rule: 'bad-file',
        expected: `captions in WebVTT in ${name}.vtt, which begins with a line “WEBVTT”`,
        fix: 'Add the line and an empty one, and write points for the commas in its times.',
      },
    ];
  return [];
}
