import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hideInHtml, hideInJson, hideInMarkdown } from '../../../src/lib/hidden-email.ts';

const email = 'ada.l@example.org';

test('an address in a page has no sign of one, and is read as it was', () => {
  const html = `<a href="mailto:${email}">${email}</a><script type="application/ld+json">{"email":"mailto:${email}"}</script>`;
  const hidden = hideInHtml(html, email);
  assert.doesNotMatch(hidden, /@/);
  const [link = '', data = ''] = hidden.split('<script');
  const decoded = link.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  assert.equal(decoded, `<a href="mailto:${email}">${email}</a>`);
  assert.deepEqual(JSON.parse(/\{.*\}/.exec(data)?.[0] ?? ''), { email: `mailto:${email}` });
});

test('an address in data and in Markdown is read as it was', () => {
  assert.deepEqual(JSON.parse(hideInJson(JSON.stringify({ email }), email)), { email });
  const markdown = `---\ncontacts:\n  - address: mailto:${email}\n---\n\n[${email}](mailto:${email})\n`;
  assert.equal(
    hideInMarkdown(markdown, email),
    '---\ncontacts:\n  - address: "mailto:ada.l\\x40example.org"\n---\n\n[ada&#46;l&#64;example&#46;org](mailto&#58;ada&#46;l&#64;example&#46;org)\n',
  );
});
