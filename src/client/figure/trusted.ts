import workerAddress from './worker.ts?worker&url';

/** The part of Trusted Types that is used here; some browsers have none: https://w3c.github.io/trusted-types/ */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createHTML: (text: string) => string; createScriptURL: (address: string) => string },
  ) => { createHTML: (text: string) => string; createScriptURL: (address: string) => string };
}

/**
 * The one way from text to markup that the policy of a page allows. It passes drawings and tables as they are:
 * they are made by `figures/`, where every word goes through `escape`, and no text of a page comes here
 * otherwise. Of scripts it passes the one worker.
 */
const rules = {
  createHTML: (text: string) => text,
  createScriptURL: (address: string) => {
    if (address !== workerAddress) throw new TypeError('This is not the worker of the figures.');
    return address;
  },
};

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('figures', rules) ?? rules;

/** Puts markup that `figures/` made into an element. */
export function setMarkup(element: Element, markup: string): void {
  element.innerHTML = policy.createHTML(markup);
}

export function startWorker(): Worker {
  return new Worker(policy.createScriptURL(workerAddress), { type: 'module' });
}
