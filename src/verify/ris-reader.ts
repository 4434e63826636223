import assert from 'node:assert/strict';

/** The type of a record, and its lines between `TY` and `ER`. */
export interface RisRecord {
  type: string;
  lines: [tag: string, value: string][];
}

/** The reference types of the 2011 specification. */
const types =
  `ABST ADVS AGGR ANCIENT ART BILL BLOG BOOK CASE CHAP CHART CLSWK COMP CONF CPAPER CTLG DATA
  DBASE DICT EBOOK ECHAP EDBOOK EJOUR ELEC ENCYC EQUA FIGURE GEN GOVDOC GRANT HEAR ICOMM INPR JFULL
  JOUR LEGAL MANSCPT MAP MGZN MPCT MULTI MUSIC NEWS PAMP PAT PCOMM RPRT SER SLIDE SOUND STAND STAT
  THES UNBILL UNPB VIDEO`.split(/\s+/);
// `ED` is from the 2001 specification. Readers of 2011 still accept it.
const repeated = ['A4', 'AU', 'ED', 'N1', 'UR'];
const single = 'AN C3 CY DA DO EP ET IS J2 M1 M2 M3 PB PY SE SN SP T2 T3 TI VL Y2'.split(' ');

/** Parses RIS strictly: throws at anything that the specification does not allow. */
export function readRis(text: string): RisRecord[] {
  const records: RisRecord[] = [];
  let open: RisRecord | undefined;
  assert(text === '' || text.endsWith('\r\n'), 'the last line has no end');
  for (const line of text.split('\r\n').slice(0, -1)) {
    const [, tag = '', value = ''] = /^([A-Z][A-Z\d]) {2}- ([^\r\n]*)$/.exec(line) ?? [];
    assert(tag, `not a line of RIS: ${JSON.stringify(line)}`);
    assert.equal(value, value.trim(), `spaces around a value: ${JSON.stringify(line)}`);
    if (tag === 'TY') {
      assert(!open, 'a record begins within a record');
      assert(types.includes(value), `unknown type: ${value}`);
      open = { type: value, lines: [] };
      records.push(open);
    } else if (tag === 'ER') {
      assert(open && value === '', 'a record ends that has not begun');
      assert(
        open.lines.some(([name]) => name === 'TI'),
        'a record without a title',
      );
      open = undefined;
    } else {
      assert(open, `a line outside of a record: ${line}`);
      checkLine(open, tag, value);
      open.lines.push([tag, value]);
    }
  }
  assert(!open, 'a record does not end');
  return records;
}

function checkLine({ lines }: RisRecord, tag: string, value: string): void {
  assert.notEqual(value, '', `${tag} is empty`);
  assert(repeated.includes(tag) || single.includes(tag), `unknown tag: ${tag}`);
  const isSecond = lines.some(([name]) => name === tag);
  assert(repeated.includes(tag) || !isSecond, `${tag} occurs twice`);
  if (tag === 'PY') assert.match(value, /^(?:\d{4}|\/\/\/.+)$/);
  if (tag === 'UR') assert(URL.canParse(value), value);
  if (tag === 'DO') assert.match(value, /^10\./);
}
