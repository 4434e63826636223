/**
 * Marks the current section in the table of contents: the last one that begins in the upper third
 * of the window. A figure in it is none, because the text goes on below it.
 */
export function markCurrentSection(): void {
  const list = document.querySelector<HTMLElement>('.toc');
  if (list === null) return;
  const sections = [
    ...list.querySelectorAll<HTMLAnchorElement>('.toc > .fold > ol > li > a'),
  ].flatMap((link) => {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return section ? [{ link, section }] : [];
  });
  let current: HTMLAnchorElement | undefined;
  const mark = () => {
    const { scrollHeight } = document.documentElement;
    const isAtEnd = scrollY + innerHeight >= scrollHeight - 1;
    const reading = sections.findLast(
      ({ section }) => isAtEnd || section.getBoundingClientRect().top < innerHeight / 3,
    )?.link;
    if (reading === current) return;
    current?.removeAttribute('aria-current');
    reading?.setAttribute('aria-current', 'true');
    current = reading;
    // In a list longer than the window, scrolls to the mark.
    if (reading) list.scrollTop = reading.offsetTop - list.clientHeight / 2;
  };
  let isWaiting = false;
  const wait = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      mark();
    });
  };
  addEventListener('scroll', wait, { passive: true });
  addEventListener('resize', wait, { passive: true });
  mark();
}
