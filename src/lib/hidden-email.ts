/** Signs of an address by which programs that collect addresses know it, in a page or in Markdown. */
const signs: Record<string, string> = { '@': '&#64;', '.': '&#46;' };

/**
 * Writes the email address of the author in a page with character references, which every reader decodes, and programs
 * that only look for the signs of an address do not.
 */
export function hideInHtml(html: string, email: string): string {
  return html
    .split(/(<script\b[^]*?<\/script>)/)
    .map((part, index) => (index % 2 === 0 ? hideSigns(part, email) : hideInJson(part, email)))
    .join('');
}

/** The same in JSON. */
export function hideInJson(json: string, email: string): string {
  return json.replaceAll(email, email.replaceAll('@', String.raw`\u0040`));
}

/** The same in Markdown with YAML before it. */
export function hideInMarkdown(markdown: string, email: string): string {
  const end = markdown.indexOf('\n---\n', 3);
  const hidden = email.replaceAll('@', String.raw`\x40`);
  const fields = markdown
    .slice(0, end)
    .split('\n')
    .map((line) => line.replace(`: mailto:${email}`, `: "mailto:${hidden}"`))
    .join('\n');
  return fields + hideSigns(markdown.slice(end), email);
}

function hideSigns(text: string, email: string): string {
  const hidden = email.replace(/[@.]/g, (sign) => signs[sign] ?? sign);
  return text.replaceAll(`mailto:${email}`, `mailto&#58;${hidden}`).replaceAll(email, hidden);
}
