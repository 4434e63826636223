import { isLanguage, readLanguage } from '../lib/language.ts';
import type { SettingsAuthor } from './author.ts';
import { removeTags } from './marks.ts';
import { dropUnset } from './paper.ts';

/** The settings that another site has too. */
export interface Settings {
  title?: string;
  intro?: string;
  language?: string;
  address?: string;
  author: SettingsAuthor;
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
