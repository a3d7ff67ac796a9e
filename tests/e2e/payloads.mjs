// Five hundred texts that would run a script if the page took text for markup or code: what
// would run, in every dress in which it could be let in.

/** What runs: it leaves a mark that is looked for. */
const SAY = ["top.ran=1", "window['ran']=1", "top.ran=alert`1`", "self.ran=eval('1')", "(()=>{top.ran=1})()"];

/** Elements that run what stands in them, or what one of their attributes says. */
const ELEMENTS = [
  (say) => `<script>${say}</script>`,
  (say) => `<ScRiPt >${say}</sCrIpT>`,
  (say) => `<script/x>${say}//</script\n>`,
  (say) => `<svg><script>${say}</script></svg>`,
  (say) => `<img src=x onerror="${say}">`,
  (say) => `<img/src='x'/onerror='${say.replaceAll("'", "&#39;")}'>`,
  (say) => `<image href=x onerror="${say}">`,
  (say) => `<svg onload="${say}">`,
  (say) => `<svg><animate onbegin="${say}" attributeName=x dur=1s>`,
  (say) => `<body onload="${say}">`,
  (say) => `<input autofocus onfocus="${say}">`,
  (say) => `<details open ontoggle="${say}">`,
  (say) => `<video><source onerror="${say}"></video>`,
  (say) => `<audio src onerror="${say}">`,
  (say) => `<iframe srcdoc="<script>${say}</script>"></iframe>`,
  (say) => `<iframe src="javascript:${say}"></iframe>`,
  (say) => `<object data="javascript:${say}">`,
  (say) => `<a href="javascript:${say}">x</a>`,
  (say) => `<form action="javascript:${say}"><button autofocus>x</button></form>`,
  (say) => `<math><maction actiontype="statusline" href="javascript:${say}">x</maction></math>`,
  (say) => `<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart="${say}">x</b>`,
  (say) => `[x](javascript:${say})`,
  (say) => `![x](x "onerror=${say}")`,
  (say) => `<javascript:${say}>`,
];

/** Dresses: what a text might be put into, and has to break out of. */
const DRESSES = [
  (text) => text,
  (text) => `"'>${text}`,
  (text) => `</textarea></title></style>${text}`,
  (text) => `-->]]>${text}<!--`,
  (text) => `{{${text}}} \${${text}}`,
];

/** Texts of their own kind. */
const OTHERS = [
  "javascript:top.ran=1",
  "data:text/html,<script>top.ran=1</script>",
  "{{constructor.constructor('top.ran=1')()}}",
  '{"__proto__":{"ran":1}}',
  "__proto__",
  "constructor",
  "';top.ran=1;//",
  "\u2028top.ran=1\u2029",
  "&lt;script&gt;top.ran=1&lt;/script&gt;",
  "\u003Cscript\u003Etop.ran=1\u003C/script\u003E",
  "=cmd|' /C calc'!A0",
  "%3Cscript%3Etop.ran=1%3C/script%3E",
];

/** All of them. */
export const PAYLOADS = [
  ...ELEMENTS.flatMap((element, e) =>
    DRESSES.flatMap((dress, d) =>
      SAY.filter((_, s) => d === 0 || (e + d + s) % 5 !== 0).map((say) => dress(element(say))),
    ),
  ),
  ...OTHERS,
];
