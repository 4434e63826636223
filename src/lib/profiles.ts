/** A site at which authors have a profile. */
interface ProfileSite {
  /** The text of a link to the profile. */
  title: string;
  /** An identifier as an author may write it. */
  example: string;
  /** Matches an identifier, alone or in the address of the profile, as its first filled group. */
  pattern: RegExp;
  /** The address of the profile. */
  locate: (id: string) => string;
}

/** The sites of profiles, in the order of their links. */
export const profileSites = {
  scholar: {
    title: 'Google Scholar',
    example: 'AdaLovelaceJ',
    pattern:
      /^(?:([\w-]{12})|(?:https?:\/\/)?scholar\.google\.[a-z.]+\/citations\?(?:[^#]*&)?user=([\w-]{12})(?:[&#].*)?)$/i,
    locate: (id) => `https://scholar.google.com/citations?user=${id}`,
  },
  semanticScholar: {
    title: 'Semantic Scholar',
    example: '1234567',
    pattern:
      /^(?:(\d+)|(?:https?:\/\/)?(?:www\.)?semanticscholar\.org\/author\/(?:[^/?#]+\/)?(\d+)\/?(?:[?#].*)?)$/i,
    locate: (id) => `https://www.semanticscholar.org/author/${id}`,
  },
  dblp: {
    title: 'DBLP',
    example: '12/3456',
    pattern:
      /^(?:(\w+\/[\w-]+)|(?:https?:\/\/)?(?:www\.)?dblp\.(?:org|uni-trier\.de|dagstuhl\.de)\/pid\/(\w+\/[\w-]+?)(?:\.html)?(?:[?#].*)?)$/i,
    locate: (id) => `https://dblp.org/pid/${id}`,
  },
  openReview: {
    title: 'OpenReview',
    example: '~Ada_Lovelace1',
    pattern:
      /^(?:(~[^\s/?#&]+\d)|(?:https?:\/\/)?openreview\.net\/profile\?id=(~[^\s/?#&]+\d)(?:[&#].*)?)$/i,
    locate: (id) => `https://openreview.net/profile?id=${id}`,
  },
  huggingFace: {
    title: 'Hugging Face',
    example: 'lovelace',
    pattern: /^(?:@?([a-z\d](?:[\w-]*[a-z\d])?)|(?:https?:\/\/)?huggingface\.co\/([\w-]+)\/?)$/i,
    locate: (id) => `https://huggingface.co/${id}`,
  },
  mastodon: {
    title: 'Mastodon',
    example: '@ada@mastodon.social',
    pattern:
      /^(?:@?(\w+@[a-z\d-]+(?:\.[a-z\d-]+)+)|https?:\/\/([a-z\d-]+(?:\.[a-z\d-]+)+\/@\w+)\/?)$/i,
    locate: (id) => `https://${id.replace(/^(\w+)@(.*)$/, '$2/@$1')}`,
  },
  bluesky: {
    title: 'Bluesky',
    example: 'ada.bsky.social',
    pattern:
      /^(?:@?((?!bsky\.app)[a-z\d-]+(?:\.[a-z\d-]+)+|did:plc:\w+)|(?:https?:\/\/)?bsky\.app\/profile\/([a-z\d-]+(?:\.[a-z\d-]+)+|did:plc:\w+)\/?)$/i,
    locate: (id) => `https://bsky.app/profile/${id}`,
  },
} as const satisfies Record<string, ProfileSite>;

export type ProfileName = keyof typeof profileSites;

export const profileNames = Object.keys(profileSites) as ProfileName[];

/** Reads an identifier, or the address of a profile, as that address. Undefined if it is neither. */
export function readProfile(name: ProfileName, text: string): string | undefined {
  const { locate }: ProfileSite = profileSites[name];
  const id = findProfileId(name, text);
  return id && locate(id);
}

/** Returns the identifier in the address of a profile, or alone. */
export function findProfileId(name: ProfileName, text: string): string | undefined {
  const { pattern }: ProfileSite = profileSites[name];
  return pattern.exec(text.trim())?.slice(1).find(Boolean);
}

/** Reads a GitHub account, also with an @ or as its address. Returns other text unchanged. */
export function readGithub(text: string): string {
  const [, account] =
    /^(?:@|(?:https?:\/\/)?(?:www\.)?github\.com\/)([^/?#]+)\/?$/i.exec(text.trim()) ?? [];
  return account ?? text;
}
