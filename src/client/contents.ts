/** Marks in the contents list the section that is being read: the last to begin above a third of the window. */
export function markCurrentSection(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
  const sections = links.flatMap((link) => {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return section ? [{ link, section }] : [];
  });
  const mark = () => {
    const begun = sections.filter(
      ({ section }) => section.getBoundingClientRect().top < innerHeight / 3,
    );
    const current = begun.at(-1)?.link;
    for (const { link } of sections) {
      if (link === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  const observer = new IntersectionObserver(mark, {
    rootMargin: '0px 0px -66%',
    threshold: [0, 1],
  });
  for (const { section } of sections) observer.observe(section);
}
