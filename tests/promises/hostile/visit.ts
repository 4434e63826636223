/** The observations of an address in a browser. */
export interface Visit {
  /** Whether a planted script ran. */
  planted: boolean;
  /** The violations of the page's policy. */
  violations: string[];
  /** Elements and attributes that no author can have meant. */
  oddities: string[];
  /** Requests to other hosts, and dialogs. */
  events: string[];
}

/** A browser that visits addresses. */
export interface Visitor {
  name: string;
  visit: (address: string) => Promise<Visit>;
  close: () => Promise<void>;
}

/** Runs in each document before its own scripts: records policy violations. */
export const remember = `() => {
  window.__violations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    window.__violations.push(event.effectiveDirective + ' ' + (event.blockedURI || event.sample));
  });
}`;

/** Runs in a loaded page: activates everything interactive and inspects the page. */
export const inspect = `async () => {
  for (const element of document.querySelectorAll('*'))
    for (const type of ['mouseover', 'focus', 'blur', 'toggle', 'error'])
      if (element.getAttribute('on' + type) !== null) element.dispatchEvent(new Event(type));
  for (const element of document.querySelectorAll('details')) element.open = true;
  await new Promise((resolve) => setTimeout(resolve, 20));
  const oddities = [];
  // Firefox shows text and data in documents of its own, whose addresses begin with resource: and chrome:.
  const bad = ['javascript:', 'data:', 'vbscript:', 'blob:', 'file:'];
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    if (['iframe', 'object', 'embed', 'base', 'frame', 'portal', 'foreignObject'].includes(name))
      oddities.push('<' + name + '>');
    if (name === 'meta' && /refresh/i.test(element.getAttribute('http-equiv') || ''))
      oddities.push('<meta http-equiv="refresh">');
    for (const { name: key, value } of element.attributes) {
      if (/^on/i.test(key)) oddities.push(name + ' ' + key);
      if (!/^(xlink:)?(href|src|cite|action|formaction|data|poster|srcdoc)$/.test(key)) continue;
      const protocol = URL.parse(value, document.baseURI)?.protocol;
      if (bad.includes(protocol)) oddities.push(name + ' ' + key + '=' + value.slice(0, 40));
    }
  }
  return JSON.stringify({
    planted: window.__planted === 1,
    violations: window.__violations || [],
    oddities: [...new Set(oddities)],
  });
}`;
