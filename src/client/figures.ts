/**
 * Brings the figures of a page to life, each as it comes near the window, or at once where the address says
 * what it shows; until then nothing is fetched. One whose script cannot be had stays the picture that it is.
 */
export function hydrateFigures(): void {
  const hydrate = async (figure: HTMLElement) => {
    try {
      await (await import('./figure/hydrate.ts')).hydrate(figure);
    } catch (error) {
      figure.querySelector('.interactive-controls')?.remove();
      throw error;
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void hydrate(target as HTMLElement);
      }
    },
    { rootMargin: '50% 0px' },
  );
  for (const figure of document.querySelectorAll<HTMLElement>('.interactive')) {
    if (location.search.includes(`${figure.id}.`)) void hydrate(figure);
    else observer.observe(figure);
  }
}
