import { whenIdle } from './idle.ts';

/**
 * Hydrates each figure as it nears the viewport, or at once if the query string sets its
 * parameters. Nothing is fetched before. A figure whose script fails to load remains a static
 * picture. A folded figure comes near when it is opened, and opens when a link sets its state. A link of the text to a
 * state of a figure sets this state instead of loading the page.
 */
export function hydrateFigures(): void {
  const hydrated = new Map<HTMLElement, Promise<typeof import('./figure/hydrate.ts')>>();
  const load = async (figure: HTMLElement) => {
    try {
      const script = await import('./figure/hydrate.ts');
      await script.hydrate(figure);
      return script;
    } catch (error) {
      figure.querySelector('.interactive-controls')?.remove();
      throw error;
    }
  };
  const hydrate = (figure: HTMLElement) => {
    figure.closest('.folded-figure')?.toggleAttribute('open', true);
    const loading = hydrated.get(figure) ?? load(figure);
    hydrated.set(figure, loading);
    return loading;
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void whenIdle().then(() => hydrate(target as HTMLElement));
      }
    },
    { rootMargin: '50% 0px' },
  );
  for (const figure of document.querySelectorAll<HTMLElement>('.interactive')) {
    if (location.search.includes(`${figure.id}.`)) void hydrate(figure);
    else observer.observe(figure);
  }
  document.addEventListener('click', (event) => {
    const { target, altKey, ctrlKey, metaKey, shiftKey } = event;
    const link =
      target instanceof Element && target.closest<HTMLAnchorElement>('a.state-link[href]');
    const figure = link && document.getElementById(link.hash.slice(1));
    if (!figure || altKey || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    hydrate(figure).then(
      ({ follow }) => follow(link, figure),
      () => location.assign(link.href),
    );
  });
}
