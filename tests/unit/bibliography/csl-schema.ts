import assert from 'node:assert/strict';

// The properties of a reference, from
// https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json.
const types =
  `article article-journal article-magazine article-newspaper bill book broadcast chapter
  classic collection dataset document entry entry-dictionary entry-encyclopedia figure graphic hearing
  interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference
  patent performance periodical personal_communication post post-weblog regulation report review
  review-book software song speech standard thesis treaty webpage`.split(/\s+/);
const texts =
  `archive archive_location collection-title container-title container-title-short DOI event-title genre ISBN ISSN medium
  note publisher publisher-place title URL version`.split(/\s+/);
const textsOrNumbers = `chapter-number collection-number edition issue number page volume`.split(
  ' ',
);
const nameTexts = `family given dropping-particle non-dropping-particle suffix literal`.split(' ');

/** Holds a value against the schema for items of CSL-JSON. */
export function assertCslItem(item: unknown): void {
  assertObject(item);
  const { id, type, author = [], editor = [], translator = [], ...rest } = item;
  const { issued, 'original-date': original, accessed, ...others } = rest;
  assert(typeof id === 'string' || typeof id === 'number', 'id is required');
  assert(types.includes(String(type)), `no type: ${String(type)}`);
  for (const names of [author, editor, translator]) {
    assert(Array.isArray(names));
    names.forEach(assertName);
  }
  for (const date of [issued, original, accessed]) if (date !== undefined) assertDate(date);
  for (const [name, value] of Object.entries(others)) {
    const isText = texts.includes(name) || textsOrNumbers.includes(name);
    assert(isText, `no property of the schema: ${name}`);
    assert(typeof value === 'string' || textsOrNumbers.includes(name), `${name} is no text`);
    assert(typeof value === 'string' || typeof value === 'number', `${name} is no number`);
    assert.notEqual(value, '', `${name} is empty`);
  }
}

function assertName(name: unknown): void {
  assertObject(name);
  for (const [part, value] of Object.entries(name)) {
    assert(nameTexts.includes(part), `no part of a name: ${part}`);
    assert(typeof value === 'string' && value !== '', `${part} is no text`);
  }
  assert('family' in name || 'literal' in name, 'a name has a family name or is in one piece');
}

function assertDate(date: unknown): void {
  assertObject(date);
  const { 'date-parts': parts = [['']], literal = '', ...others } = date;
  assert.deepEqual(others, {}, 'no properties of a date');
  assert.equal(typeof literal, 'string');
  assert(Array.isArray(parts) && parts.length >= 1 && parts.length <= 2, 'one or two dates');
  for (const part of parts) {
    assert(Array.isArray(part) && part.length >= 1 && part.length <= 3, 'year, month, day');
    assert(part.every((piece) => typeof piece === 'number' || typeof piece === 'string'));
  }
}

function assertObject(value: unknown): asserts value is Record<string, unknown> {
  assert(typeof value === 'object' && value !== null && !Array.isArray(value), 'no object');
}
