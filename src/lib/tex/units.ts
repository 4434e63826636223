/** The units and prefixes of siunitx, with their signs. */
const words = (list: string): Record<string, string> =>
  Object.fromEntries(list.split(' ').map((pair) => pair.split('=') as [string, string]));

const units: Readonly<Record<string, string>> = words(
  'metre=m meter=m second=s gram=g kilogram=kg ampere=A kelvin=K mole=mol candela=cd hertz=Hz newton=N pascal=Pa ' +
    'joule=J watt=W coulomb=C volt=V farad=F ohm=\\Omega siemens=S weber=Wb tesla=T henry=H lumen=lm lux=lx ' +
    'becquerel=Bq gray=Gy sievert=Sv katal=kat radian=rad steradian=sr minute=min hour=h day=d hectare=ha litre=L ' +
    'liter=L tonne=t electronvolt=eV dalton=Da bel=B decibel=dB neper=Np bit=bit byte=B bar=bar barn=b ' +
    'angstrom=\\text{Å} percent=\\% arcminute={}^{\\prime} arcsecond={}^{\\prime\\prime} degree={}^{\\circ} ' +
    'celsius={}^{\\circ}C degreeCelsius={}^{\\circ}C ' +
    'm=m s=s g=g kg=kg A=A K=K mol=mol Hz=Hz N=N Pa=Pa J=J W=W V=V eV=eV cm=cm mm=mm km=km nm=nm um=\\upmu{}m ms=ms ' +
    'us=\\upmu{}s ns=ns GHz=GHz MHz=MHz kHz=kHz keV=keV MeV=MeV GeV=GeV TeV=TeV kJ=kJ kW=kW MW=MW mA=mA mV=mV kV=kV mL=mL',
);

const prefixes: Readonly<Record<string, string>> = words(
  'quecto=q ronto=r yocto=y zepto=z atto=a femto=f pico=p nano=n micro=\\mu milli=m centi=c deci=d deca=da hecto=h ' +
    'kilo=k mega=M giga=G tera=T peta=P exa=E zetta=Z yotta=Y ronna=R quetta=Q kibi=Ki mebi=Mi gibi=Gi tebi=Ti',
);

/** Sets a number as siunitx does: `1.2e-3` with a power of ten, digits in groups of three. */
export function formatNumber(source: string): string {
  return source
    .replace(/\s+/g, '')
    .replace(/\+-/g, '\\pm ')
    .replace(/(?<!\\[a-z]*)x/g, '\\times ')
    .replace(/(?<![\d.])(\d{5,})(?=\.|\D|$)/g, (_, digits: string) =>
      digits.replace(/\B(?=(?:\d{3})+$)/g, '\\,'),
    )
    .replace(/\.(\d{5,})/g, (_, digits: string) => `.${digits.replace(/(\d{3})(?=\d)/g, '$1\\,')}`)
    .replace(/^([^e]*)[eE]([+-]?\d+)$/, (_, number: string, power: string) => {
      const exponent = power.replace(/^\+/, '');
      return number === '' ? `10^{${exponent}}` : `${number} \\times 10^{${exponent}}`;
    });
}

/** Sets a unit as siunitx does: `\metre\per\second\squared`, `kg.m/s^2`. Undefined for an unknown one. */
export function formatUnit(source: string): string | undefined {
  if (!/\\[a-zA-Z]/.test(source)) return formatLiteral(source);
  const parts: string[] = [];
  let prefix = '';
  let power = 1;
  let isPer = false;
  let previous: { sign: string; power: number } | undefined;
  const finish = () => {
    if (previous === undefined) return;
    const { sign, power: exponent } = previous;
    parts.push(`\\mathrm{${sign}}${exponent === 1 ? '' : `^{${exponent}}`}`);
    previous = undefined;
  };
  for (const [, name = '', argument] of source.matchAll(
    /\\([a-zA-Z]+)\s*(?:\{([^}]*)\}|)|[^\s\\{}]+/g,
  )) {
    const last = previous as { sign: string; power: number } | undefined;
    if (name === 'per') isPer = true;
    else if (name === 'square') power = 2;
    else if (name === 'cubic') power = 3;
    else if (/^(squared|cubed|tothe)$/.test(name) && last)
      last.power *= name === 'tothe' ? Number(argument) : name === 'cubed' ? 3 : 2;
    else if (Object.hasOwn(prefixes, name)) prefix = prefixes[name] ?? '';
    else if (Object.hasOwn(units, name)) {
      finish();
      previous = { sign: join(prefix, units[name] ?? ''), power: isPer ? -power : power };
      [prefix, power, isPer] = ['', 1, false];
    } else return undefined;
  }
  finish();
  return parts.join('\\,');
}

/** The first part of a unit that is not known. */
export function findUnknownUnit(source: string): string {
  const parts = source.match(/\\[a-zA-Z]+/g) ?? [];
  return (
    parts.find(
      (part) => formatUnit(/^\\(?:squared|cubed|tothe)$/.test(part) ? '' : part) === undefined,
    ) ?? source
  );
}

/** A prefix that is a command needs an end before a letter. */
function join(prefix: string, sign: string): string {
  return prefix.startsWith('\\') ? `${prefix} ${sign}` : prefix + sign;
}

/** A unit in letters, where a dot or a tilde is a product. */
function formatLiteral(source: string): string {
  const signs = source
    .trim()
    .replace(/[.~]/g, '\\,')
    .replace(/\^(?:\{([^}]*)\}|(-?\d+))/g, (_, group: string | undefined, digits = '') => {
      return `^{${group ?? String(digits)}}`;
    })
    .replace(/µ/g, '\\mu ')
    .replace(/°/g, '{}^{\\circ}');
  return `\\mathrm{${signs}}`;
}

/** A number and its unit. The signs of angles stand right beside it. */
export function formatQuantity(number: string, unit: string): string {
  const isClose = /^\\mathrm\{\{\}\^\{\\(?:circ|prime(?:\\prime)?)\}\}/.test(unit);
  return `${number}${isClose || unit === '\\mathrm{}' ? '' : '\\,'}${unit === '\\mathrm{}' ? '' : unit}`;
}
