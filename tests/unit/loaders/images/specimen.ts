/** Builds a drawing of a square, with additional content. */
export function draw(more: string, attributes = 'viewBox="0 0 20 10"'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>
<rect id="a" width="5" height="5" fill="#c33"/>${more}</svg>`;
}

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Drawings as programs export them, by their peculiarity. */
export const exports: Record<string, string> = {
  matplotlib: `<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
  "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="46.08pt" height="34.56pt" viewBox="0 0 46.08 34.56" xmlns="http://www.w3.org/2000/svg" version="1.1">
 <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2026-01-01T00:00:00</dc:date></rdf:RDF></metadata>
 <defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>
 <g id="figure_1"><defs><path id="m1" d="M 0 0 L 0 3.5" style="stroke: #000000; stroke-width: 0.8"/></defs>
 <g clip-path="url(#p1)"><use xlink:href="#m1" x="5.8" y="21.6" style="stroke: #000000; stroke-width: 0.8"/>
 <path d="M 7 20 L 40 3" style="fill: none; stroke: #1f77b4; stroke-width: 1.5"/></g></g>
 <defs><clipPath id="p1"><rect x="5" y="2" width="36" height="27"/></clipPath></defs>
</svg>`,
  Inkscape: `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="20mm" height="10mm" viewBox="0 0 20 10" version="1.1" id="svg5" inkscape:version="1.2"
   sodipodi:docname="plan.svg" inkscape:export-filename="/home/ada/plan.png"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff"><inkscape:grid type="xygrid"/></sodipodi:namedview>
  <defs id="defs2"><linearGradient id="g"><stop style="stop-color:#0000ff;stop-opacity:1" offset="0"/><stop style="stop-color:#00ff00" offset="1"/></linearGradient></defs>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1">
    <svg:circle cx="5" cy="5" r="3"/>
    <rect style="fill:url(#g);stroke-width:0.26;-inkscape-stroke:none" width="9" height="4" x="9" y="3"/>
  </g>
</svg>`,
  Illustrator: `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 24.0.1, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
${['extend', 'ai', 'graphs', 'vars', 'imrep', 'sfw', 'custom', 'adobe_xpath'].map((name) => `	<!ENTITY ns_${name} "http://ns.adobe.com/${name.padEnd(60, '-')}/1.0/">`).join('\n')}
	<!ENTITY ns_svg "http://www.w3.org/2000/svg">
	<!ENTITY ns_xlink "http://www.w3.org/1999/xlink">
]>
<svg version="1.1" xmlns:x="&ns_extend;" xmlns:i="&ns_ai;" xmlns="&ns_svg;" xmlns:xlink="&ns_xlink;" x="0px" y="0px" viewBox="0 0 20 10" style="enable-background:new 0 0 20 10;" xml:space="preserve">
<style type="text/css"><![CDATA[
	.st0{fill:#3F7;}
	.st1{clip-path:url(#c);}
]]></style>
<metadata><i:pgf>data of its own</i:pgf></metadata>
<switch><foreignObject requiredExtensions="&ns_ai;" x="0" y="0" width="1" height="1"></foreignObject>
<g i:extraneous="self"><clipPath id="c"><circle cx="5" cy="5" r="4"/></clipPath><rect class="st0 st1" width="20" height="10"/></g></switch>
</svg>`,
  Figma: draw(
    `<rect x="7" width="9" height="9" fill="url(#p)"/><defs><pattern id="p" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#i" transform="scale(1 1)"/></pattern><image id="i" width="1" height="1" preserveAspectRatio="none" xlink:href="${pixel}"/></defs>`,
    'width="20" height="10" fill="none"',
  ),
  Excalidraw: draw(
    '<!-- svg-source:excalidraw --><metadata/><defs><style class="style-fonts">@font-face { font-family: Virgil; src: url(data:font/woff2;base64,d09GMgABAAAAAA==) }</style></defs><text font-family="Virgil, Segoe UI Emoji" x="7" y="8" style="white-space: pre;">a</text>',
  ),
};

/** Drawings that are refused, since a visible part would be lost, and a word of the reason. */
export const refused: [name: string, svg: string, cause: RegExp][] = [
  [
    'words as HTML',
    draw(
      '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>',
    ),
    /<foreignObject>/,
  ],
  [
    'words as HTML with a prefix',
    draw(
      '<s:foreignObject xmlns:s="http://www.w3.org/2000/svg"><b xmlns="http://www.w3.org/1999/xhtml"/></s:foreignObject>',
    ),
    /<foreignObject>/,
  ],
  [
    'an HTML element',
    draw('<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://example.org/"/>'),
    /<iframe>/,
  ],
  ['a film', draw('<video href="a.mp4"/>'), /<video>/],
  [
    'a picture of another site',
    draw('<image href="https://example.org/a.png" width="9" height="9"/>'),
    /example\.org/,
  ],
  [
    'a picture of another site, by xlink',
    draw('<image xlink:href="//example.org/a.png"/>'),
    /example\.org/,
  ],
  [
    'xlink under another prefix',
    draw('<image xmlns:l="http://www.w3.org/1999/xlink" l:href="a.png"/>'),
    /“a\.png”/,
  ],
  ['a picture beside the drawing', draw('<image href="a.png"/>'), /“a\.png”/],
  ['a page as a picture', draw('<image href="data:text/html,a"/>'), /data:text/],
  [
    'a picture in a filter',
    draw('<filter id="f"><feImage href="https://example.org/a"/></filter>'),
    /example\.org/,
  ],
  ['a part of another file', draw('<use href="other.svg#a"/>'), /other\.svg/],
  ['a part of a file within the file', draw('<use href="data:image/svg+xml,a#b"/>'), /data:image/],
  ['a gradient of another file', draw('<linearGradient href="other.svg#g"/>'), /other\.svg/],
  ['a fill of another file', draw('<path fill="url(https://example.org/#g)"/>'), /example\.org/],
  ['a mask of another file', draw('<path mask="URL( \'m.svg#m\' )"/>'), /m\.svg/],
  ['a style that loads', draw('<path style="fill:red;filter:url(f.svg#f)"/>'), /f\.svg/],
  [
    'a style that loads, behind a stray brace',
    draw('<path style="}; cursor: url(c.png), auto"/>'),
    /c\.png/,
  ],
  [
    'a style that loads, in escapes',
    draw('<path style="fill:u\\72l(https://example.org/)"/>'),
    /example\.org/,
  ],
  [
    'a style that loads by a variable',
    draw('<path style="--x: url(https://example.org/)"/>'),
    /example\.org/,
  ],
  [
    'a style that loads by image-set',
    draw('<path style="content:image-set(\'a.png\' 1x)"/>'),
    /image-set/,
  ],
  ['an import', draw('<style>@import "https://example.org/a.css";</style>'), /example\.org/],
  ['an import in escapes', draw('<style>@\\69mport url(a.css);</style>'), /a\.css/],
  ['an import among CDATA', draw('<style>/* <![CDATA[ */ @import "a.css"; ]]></style>'), /a\.css/],
  [
    'a typeface of another site',
    draw('<style>@font-face{font-family:V;src:url(https://example.org/v.woff2)}</style>'),
    /v\.woff2/,
  ],
  ['a style that cannot be read', draw('<style>} a { fill: url(x) }</style>'), /valid styles/],
  ['a style sheet', `<?xml-stylesheet href="a.css"?>${draw('')}`, /style sheet/],
  [
    'an entity of another file',
    `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>${draw('<text>&x;</text>')}`,
    /&x;/,
  ],
  [
    'an entity of entities',
    `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${draw('<text>&b;</text>')}`,
    /&b;/,
  ],
  [
    'an entity that is an element',
    `<!DOCTYPE svg [<!ENTITY a "<script>alert(1)</script>">]>${draw('<text>&a;</text>')}`,
    /&a;/,
  ],
  [
    'a long entity, often',
    `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(190)}">]>${draw(`<text>${'&a;'.repeat(10_000)}</text>`)}`,
    /&a;/,
  ],
  [
    'an element that is not closed',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g>',
    /well-formed/,
  ],
  [
    'an attribute without quotes',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id=a/></svg>',
    /well-formed/,
  ],
  ['depth', draw('<g>'.repeat(100_000) + '</g>'.repeat(100_000)), /nested too deeply/],
  ['no text', '\xff\xfe', /UTF-8/],
  ['another encoding', `<?xml version="1.0" encoding="utf-7"?>${draw('')}`, /UTF-8/],
  ['no namespace', '<svg viewBox="0 0 9 9"/>', /xmlns/],
  ['a page', '<html xmlns="http://www.w3.org/1999/xhtml"/>', /xmlns/],
  ['nothing', '', /well-formed/],
  ['no size', draw('', ''), /viewBox/],
  ['no width', draw('', 'width="0" height="9" viewBox="0 0 9 9"'), /viewBox/],
  ['a width below nothing', draw('', 'width="-5" height="9"'), /viewBox/],
  ['shares of nothing', draw('', 'width="100%" height="100%"'), /viewBox/],
  ['a viewBox of nothing', draw('', 'width="9" height="9" viewBox="0 0 0 9"'), /viewBox/],
  ['a viewBox of three', draw('', 'viewBox="0 0 9"'), /viewBox/],
  ['a size beyond all screens', draw('', 'viewBox="0 0 1e9 9"'), /viewBox/],
];

/** Parts that are removed, since pictures run nothing, and their reported names. */
export const removed: [svg: string, names: string[]][] = [
  [draw('<script>alert(1)</script>'), ['<script>']],
  [draw('<script href="https://example.org/a.js"/>'), ['<script>']],
  [draw('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'), ['<script>']],
  [
    draw('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>')
      .replace('<script', '<g><metadata><script')
      .replace('</script>', '</script></metadata></g>'),
    [],
  ],
  [draw('<g onload="alert(1)" onClick="alert(2)"/>'), ['onload', 'onClick']],
  [draw('', 'viewBox="0 0 9 9" onload="alert(1)"'), ['onload']],
  [draw('<a href="javascript:alert(1)"><path d=""/></a>'), ['a link to a script']],
  [draw('<a xlink:href="&#9;java&#115;cript:alert(1)"><path d=""/></a>'), ['a link to a script']],
  [draw('<a href="data:text/html,a"><path d=""/></a>'), ['a link to a script']],
  [draw('<a href="https://example.org/"><path d=""/></a>'), []],
  [draw('<a><set attributeName="href" to="javascript:alert(1)"/></a>'), ['the animation of href']],
  [
    draw('<a><animate attributeName="xlink:href" values="javascript:alert(1)"/></a>'),
    ['the animation of xlink:href'],
  ],
  [draw('<animate attributeName="onload" to="alert(1)"/>'), ['the animation of onload']],
  [draw('<handler type="text/javascript">alert(1)</handler>'), ['<handler>']],
  [
    draw(
      '<switch><foreignObject><b xmlns="http://www.w3.org/1999/xhtml">a</b></foreignObject><text>a</text></switch>',
    ),
    ['<foreignObject>'],
  ],
  [draw('<metadata><x onload="a" xmlns="urn:x"/></metadata>'), ['onload']],
];
