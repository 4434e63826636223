/** Marks in the contents list the section that is being read: the last to begin above a third of the window. */
export function markCurrentSection(): void {
  const list = document.querySelector<HTMLElement>('.toc');
  if (list === null) return;
  const sections = [...list.querySelectorAll('a')].flatMap((link) => {
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
    // Of a list that is longer than the window, the part about the mark is shown.
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
