import { EditMap } from 'micromark-util-edit-map';

// Whenever a list, quotation or footnote ends, micromark copies all events, so its time grows with
// the square of their number. Such an edit is one or two changes near the end, which this patch
// makes in place. Import this module wherever Markdown is parsed.
const copy = Reflect.get(EditMap.prototype, 'consume');

EditMap.prototype.consume = function (events) {
  if (this.map.length > 2) {
    copy.call(this, events);
    return;
  }
  for (const [at, count, added] of this.map.toSorted(([one], [two]) => two - one))
    events.splice(at, count, ...added);
  this.map.length = 0;
  this.index.clear();
};
