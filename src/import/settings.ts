import { isLanguage, readLanguage } from '../lib/language.ts';
import { isOrcid, readOrcid } from '../lib/orcid.ts';
import { removeTags } from './marks.ts';
import { dropUnset } from './paper.ts';

/** The settings that another site has too. */
export interface Settings {
  title?: string;
  intro?: string;
  language?: string;
  address?: string;
  author: { name?: string; github?: string; orcid?: string; email?: string };
}

/** Lists the texts of a value, at any depth. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

/** Finds accounts among the addresses of a value, whatever its fields are called. */
export function findAccounts(value: unknown): Settings['author'] {
  const texts = listTexts(value);
  const find = (pattern: RegExp) => texts.map((text) => pattern.exec(text)?.[1]).find(Boolean);
  return readAccounts({
    github: find(/^https?:\/\/(?:www\.)?github\.com\/([\w-]+)\/?$/),
    orcid: find(/orcid\.org\/([\dXx-]{16,19})/),
    email: find(/^mailto:(\S+@\S+\.\w+)$/),
  });
}

/** Reads accounts as other sites write them: names, or addresses. Others are left out. */
export function readAccounts(
  given: Record<'github' | 'orcid' | 'email', unknown>,
): Settings['author'] {
  const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  const github = text(given.github).replace(/^https?:\/\/(?:www\.)?github\.com\/|^@|\/$/g, '');
  const orcid = readOrcid(text(given.orcid));
  const email = text(given.email).replace(/^mailto:/, '');
  return dropUnset({
    github: /^[\w-]+$/.test(github) ? github : '',
    orcid: isOrcid(orcid) ? orcid : '',
    email: /^\S+@\S+\.\w+$/.test(email) ? email : '',
  });
}

/** Adds settings. Those that are known already stay. */
export function addSettings(settings: Settings, { author = {}, ...more }: Partial<Settings>): void {
  const language = readLanguage(more.language ?? '');
  const intro = removeTags((more.intro ?? '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
  const news = dropUnset({ ...more, intro, language: isLanguage(language) ? language : '' });
  Object.assign(settings, { ...news, ...settings });
  settings.author = { ...dropUnset(author), ...settings.author };
}

/** The address of a site from its host and the folder on it; empty without a host. */
export function joinAddress(host: string, folder: string): string {
  return /^https?:\/\/\S+$/.test(host)
    ? `${host.replace(/\/$/, '')}/${folder.replace(/^\/|\/$/g, '')}/`.replace(/\/{2,}$/, '/')
    : '';
}
