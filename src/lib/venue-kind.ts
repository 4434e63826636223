export const venueKinds = ['conference', 'workshop', 'journal', 'preprint-server'] as const;

type VenueKind = (typeof venueKinds)[number];

const server = /^(arxiv|biorxiv|medrxiv|chemrxiv|ssrn)\b/i;
const journal =
  /\b(journal|transactions|annals|letters|bulletin|quarterly|magazine)\b|^(jmlr|tmlr|pnas|cell|elife|neuron|neural computation|science( advances| robotics)?|nature( [a-z]+){0,2}|plos [a-z]+|the lancet)$/i;
const meeting = /\b(conference|symposium|congress|meeting|proceedings|workshop)\b/i;

/** The kind of a venue by the words of its name, of which the first counts: “Journal of Physics: Conference Series”. */
export function readVenueKind(name: string): VenueKind {
  if (server.test(name)) return 'preprint-server';
  const [first, other] = [journal, meeting].map((words) => name.search(words)) as [number, number];
  if (first >= 0 && (other < 0 || first < other)) return 'journal';
  return /\bworkshop\b/i.test(name) ? 'workshop' : 'conference';
}
