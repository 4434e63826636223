import { EditMap } from 'micromark-util-edit-map';

// The reader of Markdown copies all that it has read whenever a list, a quotation or a footnote ends, so
// that its time grows with the square of their number. Such an edit is one or two changes near the end,
// which are made in place here. Import this module wherever Markdown is read.
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
